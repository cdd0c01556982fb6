import { FACTORS } from '../../kpi';
import type { AssumptionOverride } from '../../model/assumptions';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import {
  PLACEHOLDER_TARIFFS,
  priceTableOf,
  tariffIssues,
  type Price,
  type PriceTable,
  type Tariff,
} from '../../model/tariff';
import type { MeterYear } from '../loads/meterYear';

/** Tariffs of a year with their prices laid on its steps, each once. */
export interface TariffBook {
  readonly tariffs: readonly Tariff[];
  readonly tariffOf: (id: string) => Tariff | undefined;
  readonly tableOf: (id: string) => PriceTable;
  /** Of what customers take, what nobody is billed for where no audit has been. */
  readonly unbilledShare: number;
}

/**
 * The shipped tariffs, those of the scenario in the place of the ones of the same id, and those asked for in the place of either.
 * Where a scenario assumes a price of electricity, every price per kWh is moved by its ratio to the default one; a feed-in price
 * of its own takes the place of each.
 */
export function tariffBook(
  { assumptions = [], tariffs: brought }: Pick<Scenario, 'assumptions' | 'tariffs'>,
  { stepS, startWeekday }: Pick<MeterYear, 'stepS' | 'startWeekday'>,
  asked: readonly Tariff[] = [],
): Outcome<TariffBook> {
  const isAsked = new Set(asked.map(({ id }) => id));
  const own = [...(brought?.offered ?? []).filter(({ id }) => !isAsked.has(id)), ...asked];
  const replaced = new Set(own.map(({ id }) => id));
  const all = [...PLACEHOLDER_TARIFFS.filter(({ id }) => !replaced.has(id)), ...own];
  const issues = [...own.flatMap((tariff) => tariffIssues(tariff, tariff.id)), ...currencyIssues(all)];
  if (issues.some(({ severity }) => severity === 'error')) return fail(issues);
  const tariffs = all.map((tariff) => atLevel(tariff, assumptions));
  const tables = new Map<string, PriceTable>();
  const tariffOf = (id: string): Tariff | undefined => tariffs.find((tariff) => tariff.id === id);
  return succeed(
    {
      tariffs,
      tariffOf,
      unbilledShare:
        assumptions.find(({ key }) => key === 'unbilledShare')?.value ?? FACTORS.unbilledShare.value,
      tableOf: (id) => {
        const table = tables.get(id) ?? priceTableOf(tariffOf(id)!, { stepS, startWeekday });
        tables.set(id, table);
        return table;
      },
    },
    issues,
  );
}

function currencyIssues(tariffs: readonly Tariff[]): readonly Issue[] {
  const { currency } = tariffs[0]!;
  return tariffs
    .filter((tariff) => tariff.currency !== currency)
    .map((tariff) => ({
      severity: 'error',
      code: 'tariff-currency',
      source: tariff.id,
      field: 'currency',
      value: tariff.currency,
      message: `The tariff is in another currency than the shipped ones (${currency}).`,
      remedy: `Give its prices in ${currency}.`,
    }));
}

function atLevel(tariff: Tariff, assumptions: readonly AssumptionOverride[]): Tariff {
  const own = (key: AssumptionOverride['key']) => assumptions.find((one) => one.key === key)?.value;
  const price = own('electricityPriceEurPerKwh');
  const feedInPerKWh = own('feedInPriceEurPerKwh') ?? tariff.feedInPerKWh;
  if (price === undefined) return { ...tariff, feedInPerKWh };
  const level = price / FACTORS.electricityPriceEurPerKwh.value;
  const times = ({ supplier, grid, levies }: Price): Price => ({
    supplier: level * supplier,
    grid: level * grid,
    levies: level * levies,
  });
  const { energy, criticalPeak } = tariff;
  return {
    ...tariff,
    feedInPerKWh,
    energy:
      energy.kind === 'blocks'
        ? { ...energy, blocks: energy.blocks.map((block) => ({ ...block, perKWh: block.perKWh.map(times) })) }
        : {
            ...energy,
            marketPerKWh: energy.marketPerKWh.map((one) => level * one),
            leastPerKWh: level * energy.leastPerKWh,
            mostPerKWh: level * energy.mostPerKWh,
            addedPerKWh: times(energy.addedPerKWh),
          },
    ...(criticalPeak ? { criticalPeak: { ...criticalPeak, perKWh: times(criticalPeak.perKWh) } } : {}),
  };
}
