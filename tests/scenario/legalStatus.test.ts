import { describe, expect, it } from 'vitest';
import { readScenarioFile, writeScenario } from '../../src/io';
import { legalStatusOf, MEASURES } from '../../src/measures';
import type { RunInput } from '../../src/model/run';
import type { OwnLegalStatus } from '../../src/model/scenario';
import { differenceOf } from '../../src/scenario';
import { asksForSameYear, withLegal } from '../../src/state/scenarioBasis';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * Whether a measure may be done, as somebody found out. The cheapest wrong programs: one that the file loses, one without a
 * source, one that speaks for every measure, one that runs a year again.
 */
const input: RunInput = inputOf(smallTown(4));
const { scenario } = input;
const permit = { status: 'permit', source: 'building code of the town', date: '2025-03' } as const;

describe('a legal status of one’s own', () => {
  const stated = withLegal(scenario, 'rooftopPhotovoltaics', permit);

  it('stands for its measure alone, in the place of the dash', () => {
    expect(legalStatusOf(MEASURES.rooftopPhotovoltaics, stated.legal)).toMatchObject(permit);
    expect(legalStatusOf(MEASURES.heatPumps, stated.legal)).toEqual({ status: 'unknown' });
    expect(legalStatusOf(MEASURES.rooftopPhotovoltaics, scenario.legal)).toEqual({ status: 'unknown' });
    const changed = withLegal(stated, 'rooftopPhotovoltaics', { ...permit, status: 'notYet' });
    expect(changed.legal).toHaveLength(1);
    expect(withLegal(changed, 'rooftopPhotovoltaics', null)).toEqual(scenario);
  });

  it('comes back from its file, and is refused twice, without a source or with a date that is none', () => {
    const read = readScenarioFile(writeScenario(stated), 'x');
    expect(read.ok && read.value.legal).toEqual(stated.legal);
    const codes = (legal: readonly unknown[]) =>
      readScenarioFile(JSON.stringify({ ...scenario, legal }), 'x').issues.map(({ code }) => code);
    const one: OwnLegalStatus = { type: 'heatPumps', ...permit };
    expect(codes([one])).toEqual([]);
    expect(codes([one, one])).toContain('duplicate-id');
    expect(codes([{ ...one, source: '' }])).not.toEqual([]);
    expect(codes([{ ...one, date: 'soon' }])).not.toEqual([]);
    expect(codes([{ ...one, status: 'perhaps' }])).not.toEqual([]);
  });

  it('is an input that differs, and asks for no other year', () => {
    const differences = differenceOf(scenario, stated).filter(({ key }) => key === 'legal');
    expect(differences).toHaveLength(1);
    expect(differences[0]!.to).toContain('with a permit (building code of the town, 2025-03)');
    expect(asksForSameYear(input, { ...input, scenario: stated })).toBe(true);
    expect(asksForSameYear(input, { ...input, scenario: { ...stated, seed: 99 } })).toBe(false);
  });
});
