import type { Point } from '../../model/building';

/** What was found and mended while a network was put together from tables or drawings. */
export interface TopologyReport {
  readonly toleranceM: number;
  /** Ends and points that were moved onto a bus, and by how much. */
  readonly snapped: readonly SnappedEnd[];
  /** Lines that were cut where the end of another or a point touches them. */
  readonly cut: readonly CutLine[];
  /** Lines without length: drawn ones within the tolerance are left out, given ones between two buses join them. */
  readonly zeroLength: readonly string[];
  /** Lines that lie on another one and are left out, and lines of a table that equal another one and are kept. */
  readonly duplicates: readonly DuplicateLine[];
  /** Lines one end of which leads nowhere. */
  readonly dangling: readonly DanglingLine[];
  /** Buses that no source feeds, component by component. */
  readonly islands: readonly Island[];
  /** Drawn lines that cross without a joint. They are not joined. */
  readonly crossings: readonly Crossing[];
  /** Closed ways, each with the ids of its lines, transformers and switches. */
  readonly loops: readonly (readonly string[])[];
}

export interface SnappedEnd {
  readonly what: string;
  readonly busId: string;
  readonly movedM: number;
}

export interface CutLine {
  readonly lineId: string;
  readonly busId: string;
  /** From the line's first point. */
  readonly atM: number;
}

export interface DuplicateLine {
  readonly lineId: string;
  readonly sameAsId: string;
  readonly kept: boolean;
}

export interface DanglingLine {
  readonly lineId: string;
  readonly busId: string;
}

export interface Island {
  readonly busIds: readonly string[];
  readonly loadIds: readonly string[];
  readonly loadW: number;
}

export interface Crossing {
  readonly lineIds: readonly [string, string];
  readonly position: Point;
}

const MOST_LISTED = 20;

/** The report as lines of text for a terminal or a dialog. */
export function formatTopologyReport(report: TopologyReport): string {
  const out: string[] = [];
  const list = <Entry>(title: string, entries: readonly Entry[], words: (entry: Entry) => string): void => {
    if (entries.length === 0) return;
    out.push(`${title}: ${entries.length}`);
    for (const entry of entries.slice(0, MOST_LISTED)) out.push(`  ${words(entry)}`);
    if (entries.length > MOST_LISTED) out.push(`  and ${entries.length - MOST_LISTED} more`);
  };
  list(`Ends moved onto a bus (within ${report.toleranceM} m)`, report.snapped, (one) => {
    return `${one.what} to ${one.busId}, by ${one.movedM.toFixed(3)} m`;
  });
  list(
    'Lines cut at a joint',
    report.cut,
    (one) => `${one.lineId} at ${one.busId}, after ${one.atM.toFixed(2)} m`,
  );
  list('Lines without length', report.zeroLength, (id) => id);
  list('Lines given twice', report.duplicates, (one) => {
    return `${one.lineId} equals ${one.sameAsId}; ${one.kept ? 'kept as a parallel line' : 'left out'}`;
  });
  list('Ends that lead nowhere', report.dangling, (one) => `${one.lineId} at ${one.busId}`);
  list('Islands without a source', report.islands, (one) => {
    const loads = one.loadIds.length === 0 ? 'no loads' : `loads ${one.loadIds.join(', ')} (${one.loadW} W)`;
    return `buses ${one.busIds.slice(0, MOST_LISTED).join(', ')}; ${loads}`;
  });
  list('Crossings without a joint', report.crossings, (one) => {
    return `${one.lineIds.join(' and ')} at ${one.position.map((value) => value.toFixed(2)).join(', ')}`;
  });
  list('Loops', report.loops, (ids) => ids.join(' - '));
  return out.length === 0 ? 'Nothing to mend.' : out.join('\n');
}
