import type { Kpi } from '../../kpi';
import { BILL_DEFINITIONS } from '../../kpi/bills/definitions';
import { toKpi, type KpiDefinition } from '../../kpi/definition';
import { BURDEN_DEFINITIONS, POVERTY_IN_RUN } from '../../kpi/householdKpis';
import { median } from '../../kpi/median';
import { CENTS_PER_UNIT } from '../../kpi/money';
import { POVERTY_MEASURES } from '../../kpi/poverty';
import { communityValues } from './communityKpis';
import { energyBill } from './households';
import type { MoneyYear } from './moneyYear';

/** The indicators of a year in money; each of the worst class of tariffs, prices and incomes. */
export function moneyKpis({
  households,
  groups,
  poverty,
  utility,
  unbilled,
  communities,
  quality,
}: MoneyYear): readonly Kpi[] {
  const kpi = (definition: KpiDefinition, value: number): Kpi => ({
    ...toKpi({ definition, value, quality }),
    symbol: definition.symbol,
    group: 'money',
  });
  return [
    kpi(BILL_DEFINITIONS.medianEnergyBill, median(households.map(energyBill))),
    kpi(
      BILL_DEFINITIONS.medianElectricityBill,
      median(households.map(({ electricityCents }) => electricityCents / CENTS_PER_UNIT)),
    ),
    kpi(BILL_DEFINITIONS.allElectricityBills, utility.totalCents / CENTS_PER_UNIT),
    kpi(BILL_DEFINITIONS.unbilledEnergy, unbilled.unbilledJ),
    kpi(
      BILL_DEFINITIONS.unbilledEnergyShare,
      unbilled.deliveredJ > 0 ? (100 * unbilled.unbilledJ) / unbilled.deliveredJ : Number.NaN,
    ),
    ...BURDEN_DEFINITIONS.map((definition, third) => kpi(definition, 100 * groups[third]!.medianBurden)),
    ...POVERTY_MEASURES.map((measure) => kpi(POVERTY_IN_RUN[measure], poverty.percent[measure])),
    ...communityValues(communities).map(([definition, value]) => kpi(definition, value)),
  ];
}
