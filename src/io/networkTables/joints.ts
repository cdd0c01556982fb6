import type { Point } from '../../model/building';
import { stepM, type Level } from './drawing';
import type { SnappedEnd } from './report';

interface Joint {
  readonly busId: string;
  readonly position: Point;
  readonly level: Level;
}

/**
 * Buses of a drawing. An end joins the nearest bus of its level within the tolerance, or founds one: buses stay where
 * their first end lies, so that a chain of small gaps cannot draw distant ends together.
 */
export class Joints {
  readonly snapped: SnappedEnd[] = [];
  private readonly cells = new Map<string, Joint[]>();
  private readonly all: Joint[] = [];

  constructor(
    readonly toleranceM: number,
    private readonly taken: ReadonlySet<string>,
  ) {}

  get list(): readonly Joint[] {
    return this.all;
  }

  /** A bus with a name and place of its own. */
  found(busId: string, position: Point, level: Level): void {
    const joint = { busId, position, level };
    this.all.push(joint);
    const key = this.key(this.cell(position[0]), this.cell(position[1]), level);
    const cell = this.cells.get(key);
    if (cell) cell.push(joint);
    else this.cells.set(key, [joint]);
  }

  /** The bus for an end, told in the report where it had to be moved. */
  join(what: string, position: Point, level: Level): string {
    const near = this.nearest(position, level);
    if (near) {
      this.report(what, near, stepM(near.position, position));
      return near.busId;
    }
    let number = this.all.length + 1;
    while (this.taken.has(`joint ${number}`)) number += 1;
    const busId = `joint ${number}`;
    this.found(busId, position, level);
    return busId;
  }

  report(what: string, joint: { readonly busId: string }, movedM: number): void {
    if (movedM > 0) this.snapped.push({ what, busId: joint.busId, movedM });
  }

  nearest(position: Point, level: Level): Joint | null {
    const [column, row] = [this.cell(position[0]), this.cell(position[1])];
    let best: Joint | null = null;
    let bestM = this.toleranceM;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const joint of this.cells.get(this.key(column + dx, row + dy, level)) ?? []) {
          const awayM = stepM(joint.position, position);
          if (awayM < bestM || (awayM === bestM && best === null)) {
            best = joint;
            bestM = awayM;
          }
        }
      }
    }
    return best;
  }

  private cell(metres: number): number {
    return Math.floor(metres / Math.max(this.toleranceM, 1e-3));
  }

  private key(column: number, row: number, level: Level): string {
    return `${column},${row},${level}`;
  }
}
