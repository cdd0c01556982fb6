import { readCsv } from '../io/csv';
import type { Circuit, CircuitLoad } from '../model/circuit';
import type { Issue } from '../model/outcome';
import { type CompiledCircuit, rowPowers, SNAPSHOT, type SeriesOptions } from '../sim/powerflow/circuit';
import { CommandFailure, EXIT, required } from './exit';
import { fileName, readText } from './files';

/** Powers of a file of loads: how many steps, and the rows' powers at each. */
export type YearLoads = Required<Pick<SeriesOptions, 'stepCount' | 'powers'>>;

/**
 * LOADS: a CSV with a row per step in order; columns are load ids in kW (power factor as rated), `ID.kvar` sets reactive
 * power apart. A column `step` is for the reader's eye. Loads without a column keep their rated power.
 */
export function readYearLoads(path: string, circuit: Circuit): YearLoads {
  const source = fileName(path);
  const { columns, rows } = required(readCsv(readText(path), source));
  const issues: Issue[] = [];
  const byId = new Map(circuit.loads.map((load, at) => [load.id, at]));
  const targets = columns.map((column) => targetOf(column, byId, source, issues));
  targets.forEach(({ load, reactive }, at) => {
    const first = targets.findIndex((other) => other.load === load && other.reactive === reactive);
    if (load < 0 || first === at) return;
    const message = `The columns ${columns[first]!} and ${columns[at]!} are of the same load.`;
    issues.push(issue(source, 'line 1', message, 'Leave one of them out.', columns[at]));
  });
  const values = rows.map((row, step) =>
    row.map((cell, column) => number(cell, columns[column]!, step, source, issues)),
  );
  if (rows.length === 0) {
    issues.push(issue(source, 'line 1', 'The file has no steps.', 'Give one row of loads per step.'));
  }
  if (issues.length > 0) throw new CommandFailure(EXIT.badInput, issues);
  return {
    stepCount: rows.length,
    powers: (compiled, step) => powersAt(compiled, targets, values[step - 1]!),
  };
}

interface Target {
  /** Row of the load; -1 for the step column. */
  readonly load: number;
  readonly reactive: boolean;
}

function targetOf(
  column: string,
  byId: ReadonlyMap<string, number>,
  source: string,
  issues: Issue[],
): Target {
  if (column === 'step') return { load: -1, reactive: false };
  const reactive = /\.kvar$/i.test(column) && !byId.has(column);
  const name = reactive ? column.slice(0, -'.kvar'.length) : column;
  // Readers of formats without case write ids in lower case.
  const load = byId.get(name) ?? byId.get(name.toLowerCase());
  if (load === undefined) {
    const message = `The circuit has no load ${column}.`;
    issues.push(issue(source, 'line 1', message, 'Name columns by load ids, or ID.kvar.', column));
  }
  return { load: load ?? -1, reactive };
}

function number(cell: string, column: string, step: number, source: string, issues: Issue[]): number {
  const value = cell.trim() === '' ? NaN : Number(cell);
  if (Number.isFinite(value) || column === 'step') return value;
  const message = `"${cell}" is not a number.`;
  issues.push(
    issue(source, `line ${step + 2}`, message, 'Give kW or kvar; 0 where nothing is drawn.', column),
  );
  return NaN;
}

function issue(source: string, where: string, message: string, remedy: string, field?: string): Issue {
  const detail = field === undefined ? {} : { field };
  return { severity: 'error', code: 'year-loads', source, where, ...detail, message, remedy };
}

const holdsReactivePower = ({ model }: CircuitLoad): boolean =>
  model.kind === 'constantPFixedQ' || model.kind === 'constantPFixedX';

function powersAt(
  compiled: CompiledCircuit,
  targets: readonly Target[],
  values: readonly number[],
): { pW: Float64Array; qVar: Float64Array } {
  const powers = rowPowers(compiled, SNAPSHOT);
  const { loadRow, loadRowCount } = compiled.injections;
  const withKvar = new Set(targets.filter(({ reactive }) => reactive).map(({ load }) => load));
  targets.forEach(({ load, reactive }, column) => {
    if (load < 0) return;
    const rated = compiled.circuit.loads[load]!;
    const count = loadRowCount[load]!;
    const perRow = (1000 * values[column]!) / count;
    for (let row = loadRow[load]!; row >= 0 && row < loadRow[load]! + count; row++) {
      if (reactive) powers.qVar[row] = perRow;
      else {
        powers.pW[row] = perRow;
        const follows = !withKvar.has(load) && rated.pW !== 0 && !holdsReactivePower(rated);
        if (follows) powers.qVar[row] = (perRow * rated.qVar) / rated.pW;
      }
    }
  });
  return powers;
}
