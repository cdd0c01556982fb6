import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { Price, Tariff, TariffContract } from '../model/tariff';
import { resolveRule, ruleInWords } from './selectors';

/** What stands in the way of the rules by which a scenario gives tariffs to buildings. */
export function contractIssues({ tariffs, id }: Scenario, district: District): readonly Issue[] {
  return (tariffs?.contracts ?? []).flatMap(({ rule }, row) =>
    rule === undefined
      ? []
      : resolveRule(rule, district, 'building', { source: id, where: `contract ${row + 1}` }).issues,
  );
}

/** `Night rate (own-night): 60 a year, 0 a contracted kW, 0.18 to 0.3 per kWh, EUR before tax`. */
export function tariffInWords(tariff: Tariff): string {
  const { id, name, connectionPerYear, contractedPerKWYear, peak, currency } = tariff;
  const parts = [
    `${total(connectionPerYear)} a year`,
    `${total(contractedPerKWYear)} a contracted kW and year`,
    `${energyInWords(tariff)} per kWh`,
    ...(peak === undefined ? [] : [`${total(peak.perKWMonth)} a kW of the monthly peak`]),
    `${tariff.feedInPerKWh} per kWh fed in`,
  ];
  return `${name} (${id}): ${parts.join(', ')}; ${currency} before tax`;
}

const DECIMALS = 1e6;
/** Sums of decimals without their last binary digits. */
const total = ({ supplier, grid, levies }: Price): number =>
  Math.round((supplier + grid + levies) * DECIMALS) / DECIMALS;

function energyInWords({ energy }: Tariff): string {
  if (energy.kind === 'dynamic')
    return `market price from ${energy.leastPerKWh} to ${energy.mostPerKWh} and ${total(energy.addedPerKWh)}`;
  const prices = energy.blocks.flatMap(({ perKWh }) => perKWh.map(total));
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? String(low) : `${low} to ${high}`;
}

/** `own-night for households in buildings: downstream of transformer T-01`. */
export function contractInWords({ tariffId, customers, rule }: TariffContract): string {
  const where = rule === undefined ? '' : ` in buildings: ${ruleInWords(rule)}`;
  return `${tariffId} for ${customers}${where}`;
}
