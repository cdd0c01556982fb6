import type { Scenario } from '../../model/scenario';
import type { Outcome } from '../../model/outcome';
import type { MeterYear } from '../loads/meterYear';
import { moneyYear, type MoneyInput, type MoneyYear } from '../money';
import type { RunResult } from '../runResult';

interface Remembered {
  readonly input: MoneyInput;
  readonly money: Outcome<MoneyYear>;
}

/** The money of years, counted once for the same year, scenario, meters and costs. */
export interface RememberedMoney {
  /** As `moneyYear`; own tariffs and incomes are counted anew. */
  readonly count: typeof moneyYear;
  /** What was counted elsewhere. */
  keep(input: MoneyInput, money: Outcome<MoneyYear>): void;
  has(input: MoneyInput): boolean;
}

/** Indicators of households, bills and payments ask for the same money. It is kept as long as the result and the scenario are. */
export function rememberedMoney(): RememberedMoney {
  const kept = new WeakMap<RunResult, WeakMap<Scenario, Remembered>>();
  const find = (input: MoneyInput): Outcome<MoneyYear> | undefined => {
    const before = kept.get(input.year.result)?.get(input.year.scenario);
    return before !== undefined && isSame(before.input, input) ? before.money : undefined;
  };
  const keep = (input: MoneyInput, money: Outcome<MoneyYear>): void => {
    const { result, scenario } = input.year;
    const ofYear = kept.get(result) ?? new WeakMap<Scenario, Remembered>();
    kept.set(result, ofYear);
    ofYear.set(scenario, { input, money });
  };
  return {
    keep,
    has: (input) => find(input) !== undefined,
    count: (input) => {
      if (input.tariffs !== undefined || input.incomes !== undefined) return moneyYear(input);
      const before = find(input);
      if (before !== undefined) return before;
      const money = moneyYear(input);
      keep(input, money);
      return money;
    },
  };
}

const isSame = (a: MoneyInput, b: MoneyInput): boolean =>
  a.costs === b.costs && a.year.district === b.year.district && sameMeters(a.meters, b.meters);

/** Meters that the engine has forgotten come back as other objects of the same bytes. */
const sameMeters = (a: MeterYear, b: MeterYear): boolean =>
  a === b ||
  (a.stepS === b.stepS &&
    a.packed.length === b.packed.length &&
    a.packed.every((bytes, row) => bytes === b.packed[row]));
