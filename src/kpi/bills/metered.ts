import type { Connection } from '../../model/building';
import type { Issue } from '../../model/outcome';

/**
 * What the meters of one customer see in a year, and the power he has a contract for. Import and export are mean powers
 * of the steps, both non-negative.
 */
export interface MeteredYear {
  readonly importW: Float64Array;
  readonly exportW: Float64Array;
  /** What the peak is read from where energy is settled on less than the meter shows; `importW` where absent. */
  readonly peakImportW?: Float64Array;
  readonly contractedW: number;
  /** Meters behind the connection: one a dwelling. Connection, tiers and the least peak count for each. */
  readonly meterCount: number;
}

/** Import and export of a net load, positive = import. */
export function meteredFromNet(
  netW: Float64Array,
  contract: Pick<MeteredYear, 'contractedW' | 'meterCount'>,
): MeteredYear {
  const importW = new Float64Array(netW.length);
  const exportW = new Float64Array(netW.length);
  for (let step = 0; step < netW.length; step += 1) {
    const power = netW[step]!;
    importW[step] = power < 0 ? 0 : power;
    exportW[step] = power > 0 ? 0 : -power + 0;
  }
  return { importW, exportW, ...contract };
}

/** Power that the main fuse lets through: phases x U / sqrt 3 x rated current, U the nominal line-to-line voltage of the bus. */
export function contractedWOf(
  { phases, mainFuseA }: Pick<Connection, 'phases' | 'mainFuseA'>,
  nominalVoltageV: number,
): number {
  return (phases.length * nominalVoltageV * mainFuseA) / Math.sqrt(3);
}

/** Why a bill cannot be told from these readings: gaps, negative values, lengths, a contract without sense. */
export function meteredIssues(metered: MeteredYear, stepCount: number, source: string): readonly Issue[] {
  const issues: Issue[] = [];
  const add = (field: string, code: string, value: unknown, message: string, remedy: string): void => {
    issues.push({ severity: 'error', code, source, field, value: String(value), message, remedy });
  };
  for (const field of ['importW', 'exportW', 'peakImportW'] as const) {
    const series = metered[field];
    if (series === undefined) continue;
    if (series.length !== stepCount) {
      const message = `${field} has ${series.length} steps; the year of the prices has ${stepCount}.`;
      add(field, 'bill-length', series.length, message, 'Give one value a step of the whole year.');
      continue;
    }
    let [gaps, negative] = [0, 0];
    for (let step = 0; step < series.length; step += 1) {
      const power = series[step]!;
      if (!(Math.abs(power) < Infinity)) gaps += 1;
      else if (power < 0) negative += 1;
    }
    if (gaps > 0)
      add(field, 'bill-gap', gaps, `${gaps} steps of ${field} have no value.`, 'Fill the gaps first.');
    if (negative > 0) {
      const message = `${negative} steps of ${field} are negative.`;
      add(
        field,
        'bill-negative',
        negative,
        message,
        'Import and export are both non-negative; check the sign.',
      );
    }
  }
  if (!(metered.contractedW >= 0 && metered.contractedW < Infinity)) {
    const message = 'The contracted power is no number from 0 up.';
    add('contractedW', 'bill-contract', metered.contractedW, message, 'Give it in watts.');
  }
  if (!(Number.isInteger(metered.meterCount) && metered.meterCount >= 1)) {
    const message = 'The number of meters is no whole number from 1 up.';
    add('meterCount', 'bill-contract', metered.meterCount, message, 'Count one a dwelling, one elsewhere.');
  }
  return issues;
}
