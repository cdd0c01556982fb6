import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEpw } from '../../../src/io/epw';
import { simulateBuildingModel } from '../../../src/sim/buildings/multinode';
import { monthlyHeatNeedJPerM2, monthsOf } from '../../../src/sim/buildings/monthlyMethod';
import { buildingOf, kWh, type TabulaVariant } from '../tabula/variants';
import description from './case.json';
import { hourlyModelOf } from './model';

const VARIANTS = '../shared/data/building-validation/tabula_variants.json';
const MANNHEIM = '../shared/data/weather/DEU_Mannheim_107290_BBSR-TRY.epw';
const present = existsSync(VARIANTS) && existsSync(MANNHEIM);

/** TABULA's own variants for one generation of German building each. */
const GERMAN = /^DE\.N\.(SFH|TH|MFH|AB)\.\d\d\.(Gen|HR)\.ReEx/;
const { tolerance } = description;

describe.skipIf(!present)(`${description.title} (reads ${VARIANTS}, ${MANNHEIM})`, () => {
  const outcome = present ? readEpw(readFileSync(MANNHEIM, 'latin1'), MANNHEIM) : null;
  const variants = present
    ? (JSON.parse(readFileSync(VARIANTS, 'utf8')) as { variants: TabulaVariant[] }).variants.filter(
        ({ code }) => GERMAN.test(code),
      )
    : [];

  test('the median within 15 %, each within 25 %', () => {
    if (!outcome?.ok) throw new Error('the weather file was not read');
    const weather = outcome.value;
    const months = monthsOf(weather);
    const ratios = variants.map((variant) => {
      // Constant set-point in all rooms, as the hourly model has it.
      const building = { ...buildingOf(variant), reductionAt1: 1, reductionAt4: 1 };
      const monthly = kWh(monthlyHeatNeedJPerM2(building, months));
      const run = simulateBuildingModel(hourlyModelOf(variant), weather, {
        films: 'constant',
        stepsPerHour: 1,
      });
      if (!run.ok) throw new Error(`${variant.code}: ${run.issues[0]?.message}`);
      const hourly = run.value.zones[0]!.heatingKWh / building.referenceAreaM2;
      return { code: variant.code, monthly, hourly, ratio: hourly / monthly };
    });
    const sorted = ratios.map(({ ratio }) => ratio).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)]!;
    const table = ratios.map(({ code, monthly, hourly, ratio }) =>
      [code.padEnd(32), monthly.toFixed(1), hourly.toFixed(1), ratio.toFixed(3)].join(' '),
    );
    expect(ratios.length).toBeGreaterThan(40);
    expect(Math.abs(median - 1), `median ${median}\n${table.join('\n')}`).toBeLessThan(
      tolerance.medianRelative,
    );
    for (const { code, ratio } of ratios)
      expect(Math.abs(ratio - 1), `${code}\n${table.join('\n')}`).toBeLessThan(tolerance.eachRelative);
  }, 120_000);
});
