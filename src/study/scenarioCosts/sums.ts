import { PAYERS, type Payer } from '../../measures';
import { worstQuality } from '../../model/archetypes';
import type { CostLine, CostSum } from './types';

/** Sums what is known, in EUR, EUR a year and kg CO2e; what is not is counted, never taken as 0. No lines have sums of 0. */
export function sumOf(lines: readonly CostLine[]): CostSum {
  const sum = {
    lowEur: 0,
    typicalEur: 0,
    highEur: 0,
    grantEur: 0,
    runningEurPerYear: 0,
    annuityEurPerYear: 0,
    embodiedKgCO2e: 0,
  };
  const notKnown = { investment: 0, running: 0, annuity: 0, embodied: 0 };
  for (const { investment, grant, runningPerYear, annuity, embodied } of lines) {
    if (investment.known) {
      sum.lowEur += investment.low;
      sum.typicalEur += investment.typical;
      sum.highEur += investment.high;
    } else notKnown.investment += 1;
    if (grant.known) sum.grantEur += grant.eur;
    if (runningPerYear.known) sum.runningEurPerYear += runningPerYear.eur;
    else notKnown.running += 1;
    if (annuity.known) sum.annuityEurPerYear += annuity.eur;
    else notKnown.annuity += 1;
    if (embodied.known) sum.embodiedKgCO2e += embodied.kgCO2e;
    else notKnown.embodied += 1;
  }
  return {
    lines: lines.length,
    ...sum,
    notKnown,
    quality: worstQuality(lines.map(({ quality }) => quality)),
  };
}

/** `sumOf` the lines of each payer; those who pay nothing have a sum of no lines. */
export function sumsByPayer(lines: readonly CostLine[]): Readonly<Record<Payer, CostSum>> {
  const entries = PAYERS.map(
    (payer) => [payer, sumOf(lines.filter((line) => line.payer === payer))] as const,
  );
  return Object.fromEntries(entries) as Record<Payer, CostSum>;
}
