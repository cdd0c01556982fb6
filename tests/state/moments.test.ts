import { describe, expect, it } from 'vitest';
import { END_USES } from '../../src/model/run';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import type { RunResult } from '../../src/state';
import { namedHours } from '../../src/state/time/namedHours';
import { typedMoment } from '../../src/state/time/typedMoment';

/**
 * The cheapest wrong programs: one that takes 2.1. for February, that keeps the hour where one was typed, that rolls 29 February over into
 * March, that names an hour of return where nothing is ever returned, or takes line 0 for the worst transformer.
 */
const PRESENT = 15 * 24 + 18;
const stepOf = (text: string, language: 'en' | 'de' = 'en', stepS = 3600) => {
  const found = typedMoment(text, stepS === 3600 ? PRESENT : PRESENT * 4, stepS, language);
  return found.kind === 'step' ? found.step : found.why;
};
const at = (month: number, day: number, hour: number) => {
  const monthDays = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
  return (monthDays[month - 1]! + day - 1) * 24 + hour;
};

describe('a moment that is typed', () => {
  it.each([
    ['14 January 07:00', at(1, 14, 7)],
    ['14 jan', at(1, 14, 18)],
    ['Tuesday 14 January, 18:00', at(1, 14, 18)],
    ['March 3, 2035 6:00', at(3, 3, 6)],
    ['2.1. 5:00', at(1, 2, 5)],
    ['24.12.2035', at(12, 24, 18)],
    ['12-24T23:00', at(12, 24, 23)],
    ['2026-06-01', at(6, 1, 18)],
    ['06:00', at(1, 16, 6)],
    ['6 h', at(1, 16, 6)],
  ])('%s', (text, step) => expect(stepOf(text)).toBe(step));

  it.each([
    ['Donnerstag, 3. März, 18:00', at(3, 3, 18)],
    ['1. Mai 6 Uhr', at(5, 1, 6)],
    ['3. Okt. 12:00', at(10, 3, 12)],
    ['3 October', at(10, 3, 18)],
  ])('%s, in German', (text, step) => expect(stepOf(text, 'de')).toBe(step));

  it('a quarter of an hour where steps are that short, and its hour where they are not', () => {
    expect(stepOf('1 January 00:45', 'en', 900)).toBe(3);
    expect(stepOf('1 January 00:45')).toBe(0);
  });

  it('is refused where it cannot be read, or the common year has no such day or hour', () => {
    for (const text of ['', 'soon', '14', 'ja 14', '14 Smarch']) expect(stepOf(text), text).toBe('notRead');
    for (const text of ['29 February', '31.4.', '0.1.', '1.13.', '1 May 24:00', '12:60'])
      expect(stepOf(text), text).toBe('notThere');
  });
});

/** Two lines, one transformer, one bus, two days. */
function twoDays(change: (table: RunResult['table']) => void): RunResult {
  const sizes = { building: 0, endUse: END_USES.length, state: 0, carrier: 3, bus: 1, branch: 3, transformer: 1, feeder: 0, storage: 0, step: 48, chunk: 1, stateChunk: 1, one: 1 }; // prettier-ignore
  const table = allocate(RUN_RESULTS, sizes);
  change(table);
  const rows = { busIds: ['B'], branchIds: ['L1', 'L2', 'T'], transformerIds: ['T'], lineCount: 2 };
  return { table, rows, stepS: 3600, stepCount: 48 } as unknown as RunResult;
}

describe('named hours', () => {
  it('lie at their step, with their value and element', () => {
    const hours = namedHours(
      twoDays((table) => {
        table.sourcePW.fill(5, 0, 48);
        table.sourcePW[30] = 90;
        table.sourcePW[13] = -40;
        table.branchLoadingMax.set([1.9, 0.2, 0.8]);
        table.branchLoadingMaxStep.set([1, 2, 31]);
        table.busVMinPu[0] = 0.93;
        table.busVMinStep[0] = 7;
        table.outdoorDegC.fill(4);
        table.outdoorDegC[29] = -11;
        table.districtEndUseW[END_USES.indexOf('photovoltaics') * 48 + 12] = 70;
      }),
    );
    expect(hours.map(({ name, step, value, elementId }) => [name, step, value, elementId])).toEqual([
      ['importPeak', 30, 90, undefined],
      ['exportPeak', 13, 40, undefined],
      ['worstTransformer', 31, 80, 'T'],
      ['lowestVoltage', 7, 0.93, 'B'],
      ['coldest', 29, -11, undefined],
      ['solarPeak', 12, 70, undefined],
    ]);
  });

  it('are none where the year has none of the kind', () => {
    const hours = namedHours(twoDays((table) => table.sourcePW.fill(5)));
    const placed = hours.filter(({ step }) => step !== null).map(({ name }) => name);
    expect(placed).toEqual(['importPeak', 'coldest']);
  });
});
