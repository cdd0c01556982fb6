import type { Point } from '../../model/building';
import type { IssueLog } from '../issueLog';
import { findCrossings } from './crossings';
import { Cutting, linesNear, segmentsOf } from './cuts';
import { pathLengthM, stepM, type Branch, type Level } from './drawing';
import { FieldRow, type NetworkRow } from './fieldRow';
import { Joints } from './joints';
import type { Crossing, CutLine, DuplicateLine, SnappedEnd } from './report';

export interface Snapping {
  /** Ends of lines within this join; also how near a line has to pass to be joined. */
  readonly toleranceM: number;
  /** Connections, sources and transformers drawn as points reach this far to the nearest line. */
  readonly pointToleranceM: number;
}

/** A connection or source with the bus it stands on. */
export interface PlacedPoint {
  readonly fields: FieldRow;
  readonly busId: string;
}

/** Every row with its buses; drawn ends have been joined. */
export interface PlacedNetwork {
  readonly lines: readonly Branch[];
  readonly switches: readonly Branch[];
  readonly transformers: readonly Branch[];
  readonly connections: readonly PlacedPoint[];
  readonly sources: readonly PlacedPoint[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly snapped: readonly SnappedEnd[];
  readonly cut: readonly CutLine[];
  readonly zeroLength: readonly string[];
  readonly duplicates: readonly DuplicateLine[];
  readonly crossings: readonly Crossing[];
}

/** Gives every row its buses: those it names, else those of the drawing. */
export function placeRows(rows: readonly NetworkRow[], snapping: Snapping, log: IssueLog): PlacedNetwork {
  return new Placement(rows, snapping, log).run();
}

/** Nearer to an end than this is at the end: coordinates are in whole millimetres. */
const END_M = 1e-4;

class Placement {
  private readonly fields: readonly FieldRow[];
  private readonly joints: Joints;
  private readonly cutting = new Cutting();
  private readonly zeroLength: string[] = [];
  private readonly duplicates: DuplicateLine[] = [];
  private readonly usualLevel: Level;

  constructor(
    rows: readonly NetworkRow[],
    private readonly snapping: Snapping,
    log: IssueLog,
  ) {
    this.fields = rows.map((row) => new FieldRow(row, log));
    const named = new Set<string>();
    for (const one of this.of('buses')) named.add(one.id);
    this.joints = new Joints(snapping.toleranceM, named);
    this.usualLevel = usualLevel(this.fields);
  }

  run(): PlacedNetwork {
    for (const bus of this.of('buses')) {
      const position = bus.row.path[0];
      if (position) this.joints.found(bus.id, position, this.levelOf(bus));
    }
    const drawnLines = this.distinct(this.of('lines').map((fields) => this.branch(fields, 'length_m')));
    const switches = this.of('switches').map((fields) => this.branch(fields, null));
    const transformers = this.of('transformers').map((fields) => this.transformer(fields));
    const segments = segmentsOf(drawnLines);
    this.cutAtBuses(drawnLines, segments);
    // Points come last and reach for lines, so that a service far from any end cuts the main at its foot.
    const point = (fields: FieldRow): PlacedPoint => {
      return { fields, busId: this.pointBus(fields, 'bus', this.levelOf(fields), drawnLines, segments) };
    };
    for (const unit of transformers) {
      unit.from = this.pointBus(
        unit.fields,
        'from_bus',
        unit.fields.optional('from_kv'),
        drawnLines,
        segments,
      );
      unit.to = this.pointBus(unit.fields, 'to_bus', unit.fields.optional('to_kv'), drawnLines, segments);
    }
    const sources = this.of('sources').map(point);
    const connections = this.of('connections').map(point);
    const positions = new Map(this.joints.list.map((joint) => [joint.busId, joint.position]));
    return {
      lines: this.cutting.apply(drawnLines),
      switches,
      transformers,
      connections,
      sources,
      positions,
      snapped: this.joints.snapped,
      cut: this.cutting.cuts,
      zeroLength: this.zeroLength,
      duplicates: this.duplicates,
      crossings: findCrossings(drawnLines, segments, this.cutting, positions, this.snapping.toleranceM),
    };
  }

  private of(table: NetworkRow['table']): FieldRow[] {
    return this.fields.filter((fields) => fields.row.table === table);
  }

  private levelOf(fields: FieldRow): Level {
    return fields.has('kv') ? fields.number('kv') : this.usualLevel;
  }

  private branch(fields: FieldRow, lengthColumn: string | null): Branch {
    const { path } = fields.row;
    const level = this.levelOf(fields);
    const drawnM = pathLengthM(path);
    const end = (column: string, at: number, word: string): string =>
      fields.text(column) ?? this.drawnEnd(fields, column, path.at(at), word, level);
    const lengthM =
      lengthColumn === null
        ? 0
        : path.length > 1
          ? fields.nonNegative(lengthColumn, drawnM)
          : fields.nonNegative(lengthColumn);
    return {
      id: fields.id,
      fields,
      path,
      level,
      from: end('from_bus', 0, 'start'),
      to: end('to_bus', -1, 'end'),
      lengthM,
    };
  }

  private drawnEnd(
    fields: FieldRow,
    column: string,
    position: Point | undefined,
    word: string,
    level: Level,
  ): string {
    if (position) return this.joints.join(`${word} of ${fields.id}`, position, level);
    fields.refuse(column, 'is missing', 'Name the bus, or give the row a geometry.');
    return '';
  }

  /** Both sides are placed later, each on its own level. */
  private transformer(fields: FieldRow): Branch {
    const path = fields.row.path;
    return { id: fields.id, fields, path, level: NaN, from: '', to: '', lengthM: 0 };
  }

  /** The bus of a point: named, at its place, or at the nearest line, which is cut there. */
  private pointBus(
    fields: FieldRow,
    column: string,
    level: Level,
    lines: readonly Branch[],
    segments: ReturnType<typeof segmentsOf>,
  ): string {
    const named = fields.text(column);
    if (named !== null) return named;
    const { path } = fields.row;
    const position = column === 'to_bus' ? path.at(-1) : path[0];
    if (!position) {
      fields.refuse(column, 'is missing', 'Name the bus, or give the row a geometry.');
      return '';
    }
    const what = column === 'bus' ? fields.id : `${column.replace('_bus', '')} of ${fields.id}`;
    const joint = this.joints.nearest(position, level);
    if (joint) {
      this.joints.report(what, joint, stepM(joint.position, position));
      return joint.busId;
    }
    const [near] = linesNear(segments, lines, position, level, this.snapping.pointToleranceM);
    if (!near) return this.joints.join(what, position, level);
    const foot = this.joints.nearest(near.position, level);
    const busId = foot?.busId ?? this.joints.join(what, near.position, level);
    this.joints.report(what, { busId }, near.awayM);
    const { from, to } = lines[near.line]!;
    if (busId !== from && busId !== to) this.cutting.add(lines, near.line, near.atM, busId);
    return busId;
  }

  /** A line that passes a bus of its level within the tolerance is cut there. */
  private cutAtBuses(lines: readonly Branch[], segments: ReturnType<typeof segmentsOf>): void {
    for (const { busId, position, level } of this.joints.list) {
      for (const near of linesNear(segments, lines, position, level, this.snapping.toleranceM)) {
        const { from, to, path } = lines[near.line]!;
        // An end has its bus already; only a line that passes is cut.
        const inside = near.atM > END_M && near.atM < pathLengthM(path) - END_M;
        if (inside && busId !== from && busId !== to) this.cutting.add(lines, near.line, near.atM, busId);
      }
    }
  }

  /** Leaves out drawn lines that shrink to a point or lie on another; tells of equal rows of tables and keeps them. */
  private distinct(lines: readonly Branch[]): Branch[] {
    const seen = new Map<string, Branch[]>();
    return lines.filter((line) => {
      const drawn = line.path.length > 1;
      if (
        line.lengthM === 0 ||
        (drawn && line.from === line.to && pathLengthM(line.path) <= 2 * this.snapping.toleranceM)
      ) {
        this.zeroLength.push(line.id);
        return line.from !== line.to;
      }
      const key = JSON.stringify([line.from, line.to].sort());
      const others = seen.get(key) ?? [];
      const twin = others.find((other) =>
        drawn ? this.liesOn(line, other) && this.liesOn(other, line) : equalRows(line, other),
      );
      others.push(line);
      seen.set(key, others);
      if (twin) this.duplicates.push({ lineId: line.id, sameAsId: twin.id, kept: !drawn });
      return !twin || !drawn;
    });
  }

  /** Every corner of the one lies within the tolerance of the other. */
  private liesOn(line: Branch, other: Branch): boolean {
    const segments = segmentsOf([other]);
    return line.path.every(
      (corner) => linesNear(segments, [other], corner, line.level, this.snapping.toleranceM).length > 0,
    );
  }
}

/** The level of rows that name none: the low side of the transformers, else the sources' own. */
function usualLevel(fields: readonly FieldRow[]): Level {
  const voltages = (table: string, column: string): number[] =>
    fields
      .filter((one) => one.row.table === table)
      // Only looked at here; what is wrong with it is told where it is used.
      .map((one) => Number(one.row.values.get(column) ?? NaN))
      .filter((value) => value > 0);
  const low = voltages('transformers', 'to_kv');
  const all = low.length > 0 ? low : voltages('sources', 'kv');
  return all.length === 0 ? 0 : all.reduce((least, value) => Math.min(least, value), Infinity);
}

function equalRows(a: Branch, b: Branch): boolean {
  const values = ({ fields }: Branch): string =>
    JSON.stringify([...fields.row.values].filter(([name]) => !['id', 'from_bus', 'to_bus'].includes(name)));
  return a.path.length < 2 && b.path.length < 2 && values(a) === values(b);
}
