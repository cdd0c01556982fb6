import type { Calendar } from '../../arrays/calendar';
import { atCosine, type WindowOptics } from '../glazing';
import { sunlitShares, type ShadedElement } from '../shading';
import { INSTANTS, type SunInstants } from './sunInstants';

/** Shares of the beam on the unshaded plane, [step]. README eq. 19. */
export interface WindowBeamShares {
  readonly received: Float64Array;
  readonly transmitted: Float64Array;
  readonly absorbed: readonly Float64Array[];
}

export interface BeamShares {
  readonly opaque: Float64Array;
  readonly windows: readonly WindowBeamShares[];
}

const emptyShares = (count: number, optics: WindowOptics): WindowBeamShares => ({
  received: new Float64Array(count),
  transmitted: new Float64Array(count),
  absorbed: optics.panes.map(() => new Float64Array(count)),
});

/** Adds one instant's light, already weighted with its part of the step's beam, to a window's shares. */
function addInstant(
  shares: WindowBeamShares,
  { transmittance, absorptance }: WindowOptics,
  step: number,
  cosine: number,
  arriving: number,
): void {
  if (!(arriving > 0)) return;
  shares.received[step] = shares.received[step]! + arriving;
  shares.transmitted[step] = shares.transmitted[step]! + arriving * atCosine(transmittance, cosine);
  for (let pane = 0; pane < absorptance.length; pane += 1) {
    const absorbed = shares.absorbed[pane]!;
    absorbed[step] = absorbed[step]! + arriving * atCosine(absorptance[pane]!, cosine);
  }
}

/**
 * Means over the instants of every step, each weighted with its cosine of incidence: the plane's beam is the sum of these
 * cosines, and circumsolar light comes the same way.
 */
export function beamShares(
  calendar: Calendar,
  instants: SunInstants,
  element: ShadedElement,
  optics: readonly WindowOptics[],
): BeamShares {
  const opaque = new Float64Array(calendar.stepCount);
  const windows = optics.map((one) => emptyShares(calendar.stepCount, one));
  for (let step = 0; step < calendar.stepCount; step += 1) {
    let total = 0;
    for (let i = step * INSTANTS; i < (step + 1) * INSTANTS; i += 1) total += instants.outwards[i]!;
    if (!(total > 0)) continue;
    for (let i = step * INSTANTS; i < (step + 1) * INSTANTS; i += 1) {
      const outwards = instants.outwards[i]!;
      if (!(outwards > 0)) continue;
      const direction = { right: instants.right[i]!, outwards, upwards: instants.upwards[i]! };
      const lit = sunlitShares(element, direction);
      const weight = outwards / total;
      opaque[step] = opaque[step]! + weight * lit.opaque;
      windows.forEach((shares, window) =>
        addInstant(shares, optics[window]!, step, outwards, weight * lit.windows[window]!),
      );
    }
  }
  return { opaque, windows };
}
