import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import { USUAL_TARIFF, type Price, type Tariff, type TariffContract } from '../model/tariff';
import { resolveRule, ruleInWords } from './selectors';

/** What stands in the way of the rules by which a scenario gives tariffs to buildings. */
export function contractIssues({ tariffs, id }: Scenario, district: District): readonly Issue[] {
  return (tariffs?.contracts ?? []).flatMap(({ rule }, row) =>
    rule === undefined
      ? []
      : resolveRule(rule, district, 'building', { source: id, where: `contract ${row + 1}` }).issues,
  );
}

/** Load control on critical days takes the days of this tariff as it is shipped. */
const CRITICAL_DAYS_OF = 'criticalPeak';

/**
 * Own tariffs in the place of shipped ones that somebody answers to. Households answer to the shipped prices and are billed at their
 * own: what they gain or lose by it nobody would act out.
 */
export function answeredIssues({ tariffs, id: source }: Scenario, { buildings }: District): readonly Issue[] {
  const offered = tariffs?.offered ?? [];
  if (offered.length === 0) return [];
  const answered = new Set(
    buildings.flatMap(({ tariff, loadControl }) => [
      // Who answers to one tariff holds its prices against the usual one.
      ...(tariff === undefined ? [] : [tariff.tariffId, USUAL_TARIFF]),
      ...(loadControl?.days === 'criticalDays' ? [CRITICAL_DAYS_OF] : []),
    ]),
  );
  return offered
    .filter(({ id }) => answered.has(id))
    .map(({ id }): Issue => ({
      severity: 'warning',
      code: 'tariff-answered-as-shipped',
      source,
      where: `tariff "${id}"`,
      field: 'id',
      value: id,
      message:
        'It changes bills alone: those whom a measure lets answer to the shipped tariff of this id answer to its shipped prices and hours.',
      remedy: 'Give it an id of its own, or take out the measure that answers to it.',
    }));
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
