import type { Point } from '../../model/building';
import { closestOnSegment } from '../../geometry/clearance';
import { centroid, distanceM } from '../../geometry/polygon';
import type { PlannedStreet } from './blocks';
import type { Plot } from './site';

export interface Address {
  readonly id: string;
  readonly text: string;
}

interface Doorstep {
  readonly plot: Plot;
  readonly streetName: string;
  /** Position along all pieces of the street, in drawing order. */
  readonly arcM: number;
  readonly isLeft: boolean;
}

/** House numbers as a German town has them: odd on the left, even on the right, rising along the street. */
export function addressesOf(plots: readonly Plot[], streets: readonly PlannedStreet[]): Map<Plot, Address> {
  const steps = plots.map((plot) => doorstep(plot, streets));
  const addresses = new Map<Plot, Address>();
  const names = [...new Set(streets.map((street) => street.name))];
  for (const streetName of names) {
    for (const isLeft of [true, false]) {
      const side = steps.filter((step) => step.streetName === streetName && step.isLeft === isLeft);
      side.sort((a, b) => a.arcM - b.arcM || (a.plot.key < b.plot.key ? -1 : 1));
      side.forEach((step, i) => {
        const number = 2 * i + (isLeft ? 1 : 2);
        const text = `${streetName} ${String(number)}`;
        addresses.set(step.plot, { id: slug(text), text });
      });
    }
  }
  return addresses;
}

function doorstep(plot: Plot, streets: readonly PlannedStreet[]): Doorstep {
  const middle = centroid(plot.outer);
  let best = Infinity;
  let found: Doorstep = { plot, streetName: '', arcM: 0, isLeft: true };
  const arcs = new Map<string, number>();
  for (const street of streets) {
    let arcM = arcs.get(street.name) ?? 0;
    for (let i = 0; i + 1 < street.path.length; i += 1) {
      const a = street.path[i]!;
      const b = street.path[i + 1]!;
      const foot = closestOnSegment(middle, a, b);
      const away = distanceM(middle, foot) - street.widthM / 2;
      if (away < best) {
        best = away;
        found = {
          plot,
          streetName: street.name,
          arcM: arcM + distanceM(a, foot),
          isLeft: isLeftOf(a, b, middle),
        };
      }
      arcM += distanceM(a, b);
    }
    arcs.set(street.name, arcM);
  }
  return found;
}

function isLeftOf(a: Point, b: Point, point: Point): boolean {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0;
}

/** Lower case ASCII with hyphens: safe in CSV files and links. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-');
}
