import { describe, expect, test } from 'vitest';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import one from './phoenix-pvwatts/case.json';
import { HAVE_PHOENIX, PHOENIX_FILE, phoenixYear } from './phoenixFigures';
import { weather as denver } from './planeFigures';
import { comparisons, phoenixTables } from './tables';

describe.skipIf(!HAVE_PHOENIX)(`${one.title} (reads ${PHOENIX_FILE})`, () => {
  test('agrees with PVWatts 8', () => {
    const { annualKWh, months } = phoenixYear();
    expect(Math.abs(annualKWh / one.expected.annualKWh - 1)).toBeLessThan(one.tolerance.annualRelative);
    expect(months).toHaveLength(12);
    months.forEach(({ kWh, expectedKWh }, month) => {
      const relative = kWh / expectedKWh - 1;
      expect(Math.abs(relative), `month ${month + 1}`).toBeLessThan(one.tolerance.monthlyRelative);
    });
  });

  test('the table of README.md is what the model gives now (npm run validation -- --write)', () => {
    expectKeptTables('photovoltaics', phoenixTables());
  });

  test.skipIf(!denver)('the overview of tests/validation has these figures', () => {
    expectKeptComparisons('photovoltaics', comparisons());
  });
});
