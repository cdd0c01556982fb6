import { describe, expect, it } from 'vitest';
import type { PresentValues } from '../../src/study/comparison';
import { presentValueTable, speechOf } from '../../src/state/view';
import { having } from '../study/comparison/fakes';

const unknown = { known: false, reason: 'none built' } as const;
const values = (against?: PresentValues['against']): PresentValues => ({
  horizonYears: 25,
  rates: [0.02, 0.04, 0.07],
  plants: { panels: { known: true, energyJ: 1, eurPerKWh: [0.1, 0.12, 0.15] }, batteries: unknown },
  quality: 'unknown_untraceable',
  ...(against === undefined ? {} : { against }),
});
const scenarios = [
  { key: 'today', scenario: having(''), presentValues: values() },
  {
    key: 'a',
    scenario: having('a'),
    presentValues: values({ known: false, reason: 'a price is not known' }),
  },
] as unknown as Parameters<typeof presentValueTable>[0]['scenarios'];
const names = new Map([
  ['today', 'Today'],
  ['a', 'Other'],
]);

describe('values at several discount rates on screen', () => {
  it('stand side by side, and in words where there is none', () => {
    const { table, horizonYears } = presentValueTable({ scenarios }, ['today', 'a'], names, speechOf('en'))!;
    expect(horizonYears).toBe(25);
    expect(table.columns.slice(2)).toEqual(['2 %', '4 %', '7 %', 'In words']);
    const other = table.rows.filter(([, name]) => name === 'Other');
    expect(other[0]![0]).toContain('Net present value');
    expect(other[0]!.slice(1)).toEqual(['Other', '–', '–', '–', 'a price is not known']);
    const panels = other.find(([figure]) => figure!.includes('panels'))!;
    ['0.1', '0.12', '0.15'].forEach((text, at) => expect(panels[2 + at]).toContain(text));
    // The baseline has none against itself.
    expect(table.rows.some(([figure, name]) => name === 'Today' && figure!.includes('Net'))).toBe(false);
  });

  it('are in German where the page is, and not there where no costs are known', () => {
    const german = presentValueTable({ scenarios }, ['a'], names, speechOf('de'))!;
    expect(german.table.rows[0]![0]).toContain('Kapitalwert');
    const bare = scenarios.map(({ presentValues: _, ...one }) => one) as unknown as typeof scenarios;
    expect(presentValueTable({ scenarios: bare }, ['today', 'a'], names, speechOf('en'))).toBeNull();
  });
});
