import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readDistrictFile } from '../../../src/io';
import {
  FIGURES,
  judged,
  planningDefaults,
  planningText,
  sampleText,
  worldChecks,
  withWorldText,
  SAMPLE_SETTINGS,
  type FigureId,
  type WorldCheck,
} from '../../../src/study/worldChecks';
import { REASONS, reasonOf } from '../../../src/study/worldChecks/reasons';
import { weatherOfDistrict } from '../../../src/synthesis/weatherOfDistrict';

vi.setConfig({ testTimeout: 120_000 });
const PAGE = readFileSync(join(import.meta.dirname, '../../../src/study/worldChecks/README.md'), 'utf8');
const TOWN = join(import.meta.dirname, '../../../scenarios/reference-town.district.json');
const ids = Object.keys(FIGURES) as FigureId[];

function cellsOf(question: string): string[] {
  const line = PAGE.split('\n').find((text) => text.startsWith(`| ${question} `));
  return (line ?? '').split('|').map((cell) => cell.trim());
}

/** Homes of the reference town as the command asks them: seconds, where the network takes a minute. */
function homesOfReferenceTown(): readonly WorldCheck[] {
  const town = readDistrictFile(readFileSync(TOWN, 'utf8'), 'reference-town');
  if (!town.ok) throw new Error('no town');
  const weather = weatherOfDistrict(town.value);
  if (!weather.ok) throw new Error('no weather');
  const site = { district: town.value, weather: weather.value, stepS: 900 } as const;
  const stages = worldChecks(site, SAMPLE_SETTINGS);
  for (;;) {
    const next = stages.next();
    if (next.done !== true) continue;
    if (!next.value.ok) throw new Error('not computed');
    return next.value.value;
  }
}

describe('the page "Does it agree with the world?"', () => {
  it('states every published figure, its mark and the rule of agreement as the code has them', () => {
    for (const id of ids) {
      const { question, published, mark, criterion, source } = FIGURES[id];
      const cells = cellsOf(question);
      expect(cells.slice(1, 4), id).toEqual([question, published, mark]);
      expect(cells[6], id).toBe(criterion);
      expect(PAGE).toContain(`Source: ${source}.`);
    }
    expect(PAGE.match(/^\|(?:[^|\n]*\|){6} (agrees|differs|not judged) +\|$/gmu)).toHaveLength(ids.length);
  });

  it('shows what homes of the reference town give today in the coldest weeks', () => {
    const sample = homesOfReferenceTown();
    expect(sample.map(({ verdict }) => verdict)).not.toContain('not judged');
    expect(sample).toHaveLength(7);
    expect(PAGE).toContain(sampleText(sample));
  });

  it('prints the planning defaults as they stand', () => {
    expect(PAGE).toContain(planningText());
  });
});

describe('planning defaults', () => {
  // peers-and-checks 4.3: kEUR/km with earthwork rural and urban, LV 60 and 100, MV 80 and 140; budgets in %.
  it.each([
    ['LV cable with earthwork, urban', 100, 'same'],
    ['MV cable with earthwork, urban', 140, 'same'],
    ['LV cable with earthwork, rural', 60, 'in range'],
    ['MV cable with earthwork, rural', 80, 'in range'],
    ['MV/LV transformer, 630 kVA', 10, 'in range'],
    ['HV/MV transformer, 40 MVA', 1000, 'not used'],
    ['Voltage budget of MV, load', 1.5, 'same'],
    ['Voltage budget of the station, load', 2, 'same'],
  ])('%s: %d', (what, published, verdict) => {
    const row = planningDefaults().find((each) => each.what === what);
    expect(row).toMatchObject({ published, verdict });
    if (verdict === 'same') expect(row!.ours).toBeCloseTo(published, 9);
  });
});

describe('a verdict', () => {
  it('agrees within 30 % and not beyond, with the deviation', () => {
    const at = (value: number) => judged('heatPumpPeak', { value, detail: '' });
    expect(at(1.2 * 1.29).verdict).toBe('agrees');
    expect(at(1.2 * 1.31).verdict).toBe('differs');
    expect(at(1.2 * 0.69).verdict).toBe('differs');
    expect(at(1.5).deviation).toBeCloseTo(0.25, 12);
    expect(at(1.2).why).toBeUndefined();
  });

  it('says why it differs, above and below in words of their own', () => {
    for (const id of ids)
      for (const isAbove of [true, false]) expect(reasonOf(id, isAbove).length, id).toBeGreaterThan(40);
    expect(Object.keys(REASONS).sort()).toEqual([...ids].sort());
    const why = (value: number) => judged('coordinatedRatio', { value, detail: '' }).why;
    expect(why(9)).not.toBe(why(1));
    expect(why(4)).toBeUndefined();
  });

  it('reads the clock past midnight, and leaves out what could not be asked', () => {
    const at = (value: number) => judged('fastVehicleHour', { value, detail: '' }).verdict;
    expect([at(22), at(2), at(19), at(7)]).toEqual(['agrees', 'agrees', 'differs', 'differs']);
    expect(judged('freeCapacity', { reason: 'nothing fails' }).verdict).toBe('not judged');
  });
});

describe('the place in a page', () => {
  it('is between the markers, and a page without them is refused', () => {
    const page = 'before\n<!-- agree -->\nold\n<!-- /agree -->\nafter';
    expect(withWorldText(page, 'new')).toBe('before\n<!-- agree -->\n\nnew\n\n<!-- /agree -->\nafter');
    expect(withWorldText('nothing', 'new')).toBeUndefined();
  });
});
