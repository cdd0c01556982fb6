import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import type { Building } from '../../src/model/building';
import { OFFER_GROUPS, offerName, reasonOf, type OfferedType } from '../../src/state';
import { HEATING_SYSTEM_TABLE } from '../../src/sim/devices/heatingSystems';
import { measureWords } from '../../src/words';
import { district } from './buildingTown';

/**
 * Refusals are sentences of the measures, turned into keys of the catalogue by their words. The cheapest wrong program: a sentence
 * that was put into other words and silently stays English.
 */
const TYPES: readonly OfferedType[] = Object.values(OFFER_GROUPS).flat();

/** Buildings with everything in and on them that a measure may find. */
function variants(building: Building): readonly Building[] {
  const heatings = Object.keys(HEATING_SYSTEM_TABLE) as readonly Building['heating'][];
  const built = heatings.map((heating): Building => ({ ...building, heating }));
  return [
    ...built,
    { ...building, cooling: 'splitAirConditioner' },
    { ...building, envelope: 'advancedRefurbishment', constructionYear: 2020 },
    { ...building, constructionYear: 2010, envelope: 'usualRefurbishment' },
  ];
}

describe('every refusal of a measure that is offered', () => {
  it('is known by its sentence, so that it is said in the language of the page', () => {
    const seen = new Map<string, string>();
    for (const building of district.buildings)
      for (const one of variants(building))
        for (const type of TYPES) {
          const verdict = MEASURES[type].applicability?.(one, district.archetypeRegion, {});
          if (verdict?.applicable === false)
            seen.set(verdict.reason, reasonOf(verdict.reason)?.key ?? `unknown: ${type}`);
        }
    expect(seen.size).toBeGreaterThan(10);
    expect([...seen].filter(([, key]) => key.startsWith('unknown'))).toEqual([]);
  });

  it('stands word for word in the sources of the measures', () => {
    const folder = new URL('../../src/measures/', import.meta.url);
    const shared = ['heatingSystems', 'insulation', 'vehicles'];
    const files = [...new Set([...TYPES, ...shared])].map((name) => new URL(`${name}.ts`, folder));
    const sentences = files
      .filter((file) => existsSync(file))
      .flatMap((file) => {
        const source = readFileSync(file, 'utf8');
        return [...source.matchAll(/(?:return| [?:]|reason:)\s+'([A-Z][^']*\.)'/g)].map(([, text]) => text!);
      });
    expect(sentences.length).toBeGreaterThan(12);
    expect(sentences.filter((sentence) => reasonOf(sentence) === null)).toEqual([]);
  });
});

it('measures have a name for one building, and their own where that fits', () => {
  expect(offerName('en', 'heatPumps')).toBe('Air-source heat pump');
  for (const language of ['en', 'de'] as const)
    expect(offerName(language, 'roofInsulation')).toBe(measureWords(language, 'roofInsulation').label);
});
