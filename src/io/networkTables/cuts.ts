import type { Point } from '../../model/building';
import { closestOnSegment } from '../../geometry/clearance';
import { indexBoxes, type BoxIndex } from '../../geometry/boxIndex';
import { pathLengthM, stepM, type Branch, type Level } from './drawing';
import type { CutLine } from './report';

/** All segments of the drawn lines, findable by place. */
export interface Segments {
  readonly line: readonly number[];
  readonly a: readonly Point[];
  readonly b: readonly Point[];
  /** Distance from the line's start to `a`. */
  readonly startM: readonly number[];
  readonly index: BoxIndex;
}

export function segmentsOf(lines: readonly Branch[]): Segments {
  const line: number[] = [];
  const a: Point[] = [];
  const b: Point[] = [];
  const startM: number[] = [];
  lines.forEach(({ path }, row) => {
    let atM = 0;
    for (let k = 1; k < path.length; k++) {
      line.push(row);
      a.push(path[k - 1]!);
      b.push(path[k]!);
      startM.push(atM);
      atM += stepM(path[k - 1]!, path[k]!);
    }
  });
  const index = indexBoxes(
    a.map((from, k) => {
      const to = b[k]!;
      return {
        minX: Math.min(from[0], to[0]),
        minY: Math.min(from[1], to[1]),
        maxX: Math.max(from[0], to[0]),
        maxY: Math.max(from[1], to[1]),
      };
    }),
  );
  return { line, a, b, startM, index };
}

export interface PlaceOnLine {
  readonly line: number;
  readonly atM: number;
  readonly awayM: number;
  readonly position: Point;
}

/** For each line of the level within reach, its place nearest to the point; nearest line first. */
export function linesNear(
  segments: Segments,
  lines: readonly Branch[],
  position: Point,
  level: Level,
  withinM: number,
): PlaceOnLine[] {
  const best = new Map<number, PlaceOnLine>();
  const box = {
    minX: position[0] - withinM,
    minY: position[1] - withinM,
    maxX: position[0] + withinM,
    maxY: position[1] + withinM,
  };
  for (const k of segments.index.meeting(box)) {
    const line = segments.line[k]!;
    if (lines[line]!.level !== level) continue;
    const nearest = closestOnSegment(position, segments.a[k]!, segments.b[k]!);
    const awayM = stepM(position, nearest);
    if (awayM > withinM || awayM >= (best.get(line)?.awayM ?? Infinity)) continue;
    best.set(line, {
      line,
      atM: segments.startM[k]! + stepM(segments.a[k]!, nearest),
      awayM,
      position: nearest,
    });
  }
  return [...best.values()].sort((p, q) => p.awayM - q.awayM || p.line - q.line);
}

/** Places at which lines are to be cut, collected first and carried out at once. */
export class Cutting {
  readonly cuts: CutLine[] = [];
  private readonly byLine = new Map<number, { atM: number; busId: string }[]>();

  add(lines: readonly Branch[], line: number, atM: number, busId: string): void {
    const places = this.byLine.get(line) ?? [];
    if (places.some((place) => place.busId === busId)) return;
    places.push({ atM, busId });
    this.byLine.set(line, places);
    this.cuts.push({ lineId: lines[line]!.id, busId, atM });
  }

  /** Buses along a line, ends included. */
  busesOf(lines: readonly Branch[], line: number): string[] {
    return [lines[line]!.from, lines[line]!.to, ...(this.byLine.get(line) ?? []).map((place) => place.busId)];
  }

  /** The lines in parts `id/1`, `id/2`, .. whose lengths share the line's length as drawn. */
  apply(lines: readonly Branch[]): Branch[] {
    return lines.flatMap((line, row) => {
      const places = this.byLine.get(row);
      if (!places) return [line];
      const drawnM = pathLengthM(line.path);
      const perM = drawnM > 0 ? line.lengthM / drawnM : 0;
      const stops = [...places].sort((p, q) => p.atM - q.atM);
      const ends = [...stops.map((stop) => stop.busId), line.to];
      const atM = [0, ...stops.map((stop) => stop.atM), drawnM];
      return ends.map((to, k): Branch => {
        const from = k === 0 ? line.from : ends[k - 1]!;
        return { ...line, id: `${line.id}/${k + 1}`, from, to, lengthM: perM * (atM[k + 1]! - atM[k]!) };
      });
    });
  }
}
