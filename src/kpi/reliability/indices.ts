import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { HOURS_OF_YEAR } from '../../model/commonYear';

/** Customers who lose supply together and get it back together; staged restoration is one entry a stage. */
export interface Interruption {
  readonly durationS: number;
  readonly customers: number;
  /** How often in the period, be it a number that is expected; once where absent. */
  readonly times?: number;
}

export interface ReliabilityIndices {
  /** Interruptions per customer and period. */
  readonly saifi: number;
  /** Minutes per customer and period. */
  readonly saidiMin: number;
  /** Minutes per interruption; NaN without any. */
  readonly caidiMin: number;
  /** Share of the period with supply. */
  readonly asai: number;
  /** Momentary interruptions per customer and period. */
  readonly maifi: number;
  /** Sustained ones, of all customers. */
  readonly customerInterruptions: number;
  readonly customerMin: number;
}

/** Longer than this is sustained; up to and with it, momentary. */
export const SUSTAINED_ABOVE_S = 300;
const YEAR_S = HOURS_OF_YEAR * 3600;

/**
 * With r_i the duration of interruption i, N_i its customers (times how often it happens), N_T the customers served (IEEE 1366):
 * SAIFI = sum N_i/N_T, SAIDI = sum r_i N_i/N_T, CAIDI = SAIDI/SAIFI, ASAI = 1 - SAIDI/period over the sustained ones,
 * MAIFI = sum N_i/N_T over the momentary ones.
 */
export function reliabilityIndices(
  interruptions: readonly Interruption[],
  customersServed: number,
  periodS = YEAR_S,
): Outcome<ReliabilityIndices> {
  const issues = issuesOf(interruptions, customersServed, periodS);
  if (issues.length > 0) return fail(issues);
  const sustained = interruptions.filter(({ durationS }) => durationS > SUSTAINED_ABOVE_S);
  const momentary = interruptions.filter(({ durationS }) => durationS <= SUSTAINED_ABOVE_S);
  const customerInterruptions = customersOf(sustained);
  const customerMin = sustained.reduce((total, one) => total + one.durationS * countedOf(one), 0) / 60;
  const saidiMin = customerMin / customersServed;
  return succeed({
    saifi: customerInterruptions / customersServed,
    saidiMin,
    caidiMin: customerInterruptions === 0 ? Number.NaN : customerMin / customerInterruptions,
    asai: 1 - (saidiMin * 60) / periodS,
    maifi: customersOf(momentary) / customersServed,
    customerInterruptions,
    customerMin,
  });
}

const customersOf = (interruptions: readonly Interruption[]): number =>
  interruptions.reduce((total, one) => total + countedOf(one), 0);

const countedOf = ({ customers, times = 1 }: Interruption): number => customers * times;

function issuesOf(interruptions: readonly Interruption[], customersServed: number, periodS: number): Issue[] {
  const issues: Issue[] = [];
  const refuse = (field: string, value: number, message: string, remedy: string, where?: string): unknown =>
    issues.push({ severity: 'error', code: `reliability-${field}`, source: 'reliability indices', ...(where === undefined ? {} : { where }), field, value: String(value), message, remedy }); // prettier-ignore
  if (!(customersServed > 0 && customersServed < Infinity)) {
    refuse('customersServed', customersServed, 'Nobody is served.', 'Give the customers served.');
  }
  if (!(periodS > 0 && periodS < Infinity)) {
    refuse('periodS', periodS, 'The period has no length.', 'Give its length in seconds.');
  }
  interruptions.forEach(({ durationS, customers, times = 1 }, i) => {
    const where = `interruption ${i + 1}`;
    if (!(durationS >= 0 && durationS <= periodS)) {
      refuse('durationS', durationS, 'An interruption cannot last this long in the period.', 'Give seconds within the period.', where); // prettier-ignore
    }
    if (!(customers >= 0 && customers <= customersServed)) {
      refuse('customers', customers, 'More customers are interrupted than served, or no number.', 'Give the customers who lost supply.', where); // prettier-ignore
    }
    if (!(times >= 0 && times < Infinity)) {
      refuse('times', times, 'It cannot happen this often.', 'Give a number from zero upwards.', where);
    }
  });
  return issues;
}
