import type { CsvCell } from '../../io/csv';
import type { Circuit } from '../../model/circuit';
import type { Outcome } from '../../model/outcome';
import type { NetworkLimits, SolveCircuit } from '../../study/network';
import type { StudyOptions } from './studyOptions';

/** What every study is handed: the circuit as read, the words of the command line, the solver. */
export interface AskedStudy {
  readonly circuit: Circuit;
  readonly options: StudyOptions;
  readonly limits: NetworkLimits;
  readonly solve: SolveCircuit;
  /** The value, its warnings printed once each; or the command ends here with the exit code of the failure. */
  readonly take: <Value>(outcome: Outcome<Value>) => Value;
}

export interface StudyTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

export interface StudyReport {
  /** For standard output, before the table. */
  readonly lines: readonly string[];
  /** What `--out FILE.csv` holds. */
  readonly table: StudyTable;
  /** What standard output shows of it: the rows that matter, most important first; the whole table if absent. */
  readonly shown?: StudyTable;
  /** What `--out FILE.json` holds; units in its names. */
  readonly result: object;
}

export interface StudyKind {
  /** Options of this kind, as a user types them. */
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionSort>>;
  /** Without a power flow there are no limits to name and no controls that act. */
  readonly solves: boolean;
  readonly run: (asked: AskedStudy) => StudyReport;
}

export interface OptionSort {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
}

export const TEXT: OptionSort = { type: 'string' };
export const FLAG: OptionSort = { type: 'boolean' };
export const TEXTS: OptionSort = { type: 'string', multiple: true };
