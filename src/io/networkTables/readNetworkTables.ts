import type { Circuit } from '../../model/circuit';
import { fail, settle, type Outcome } from '../../model/outcome';
import { finishCircuit } from '../circuitDraft';
import { circuitIssues } from '../circuitFile/circuitIssues';
import { IssueLog } from '../issueLog';
import { buildCircuit } from './buildCircuit';
import { FieldRow } from './fieldRow';
import { placeRows } from './placeRows';
import { type NetworkTableFile, readRows } from './readRows';
import type { TopologyReport } from './report';
import { findTopology } from './topology';

export interface NetworkTableOptions {
  readonly name: string;
  readonly baseFrequencyHz: number;
  readonly toleranceM: number;
  readonly pointToleranceM: number;
}

const DEFAULTS: NetworkTableOptions = {
  name: 'network',
  baseFrequencyHz: 50,
  toleranceM: 0.5,
  pointToleranceM: 5,
};

export interface NetworkFromTables {
  readonly circuit: Circuit;
  readonly report: TopologyReport;
}

/**
 * A network from tables (CSV) or drawings (GeoJSON), README.md, and what was mended on the way. Ends are joined within
 * the tolerance and nothing else is repaired in silence: the report names every change and everything odd that was left.
 */
export function readNetworkTables(
  files: readonly NetworkTableFile[],
  options: Partial<NetworkTableOptions> = {},
): Outcome<NetworkFromTables> {
  const settings = { ...DEFAULTS, ...options };
  const log = new IssueLog(files.map((file) => file.name).join(', '));
  const rows = readRows(files, log);
  if (rows.length === 0 && !log.hasErrors) {
    log.error({
      code: 'network-table-empty',
      message: 'The files hold no rows.',
      remedy: 'Give at least lines.csv and sources.csv, or a drawing with both.',
    });
  }
  for (const row of rows) {
    const fields = new FieldRow(row, log);
    if (fields.id === '') fields.refuse('id', 'is missing', 'Give every row an id of its own.');
  }
  if (log.hasErrors) return fail(log.issues());
  const placed = placeRows(rows, settings, log);
  const draft = buildCircuit(rows, placed, settings, log);
  const circuit = finishCircuit(draft);
  if (log.hasErrors) return fail(log.issues());
  const report: TopologyReport = {
    toleranceM: settings.toleranceM,
    snapped: placed.snapped,
    cut: placed.cut,
    zeroLength: placed.zeroLength,
    duplicates: placed.duplicates,
    crossings: placed.crossings,
    ...findTopology(circuit),
  };
  warnings(report, log);
  return settle({ circuit, report }, [...log.issues(), ...circuitIssues(circuit, log.source)]);
}

/** What changes results if it is not meant: crossings, islands and lines given twice. */
function warnings(report: TopologyReport, log: IssueLog): void {
  for (const island of report.islands) {
    log.warning({
      code: 'network-island',
      where: island.busIds.slice(0, 10).join(', '),
      value: String(island.busIds.length),
      message: `No source feeds ${island.busIds.length} buses with ${island.loadIds.length} loads (${island.loadIds.slice(0, 10).join(', ')}).`,
      remedy: 'Draw the missing line, close a switch, or raise the tolerance.',
    });
  }
  for (const { lineIds, position } of report.crossings) {
    log.warning({
      code: 'network-crossing',
      where: lineIds.join(' and '),
      value: position.map((metres) => metres.toFixed(2)).join(', '),
      message: `The lines ${lineIds.join(' and ')} cross without a joint; they are not joined.`,
      remedy: 'If they are joined there, end both lines at the joint.',
    });
  }
  for (const { lineId, sameAsId, kept } of report.duplicates) {
    log.warning({
      code: 'network-duplicate-line',
      where: lineId,
      message: `Line ${lineId} equals ${sameAsId}; ${kept ? 'it is kept as a parallel line' : 'it is left out'}.`,
      remedy: 'Remove it, or use "parallel" for more than one cable in a trench.',
    });
  }
}
