import { atCosine, windowOptics, type WindowOptics } from './glazing';
import { known } from './known';
import type { GlazedPlane } from './modal';
import { diffuseAt, directAt, incidentBehind, type HorizonSky } from './planeSky';

/**
 * Glazings whose angular curves stand for all of their kind; a window scales them by its own normal transmittance and
 * absorptance. U-values between them are the limits of the simple window model's curves, see ./glazing.
 */
const REFERENCE_GLAZINGS = [
  { belowUWPerM2K: 1.56, uValueWPerM2K: 1, gValue: 0.5 },
  { belowUWPerM2K: 3.97, uValueWPerM2K: 2.8, gValue: 0.75 },
  { belowUWPerM2K: Infinity, uValueWPerM2K: 5.2, gValue: 0.85 },
] as const;

/** A blind: closed while the irradiance on the pane is higher, it lets a share through. */
export interface Blind {
  readonly closedAboveWPerM2: number;
  readonly transmittedShare: number;
  /** Left open on days on which nobody airs: the sun is welcome there. */
  readonly onWarmDays: boolean;
}

/** Sun on a wall and through one square metre of a glazing whose normal transmittance and absorptance are one. */
export interface GlazingSun extends GlazedPlane {
  /** Sums of the year's transmitted irradiance by steps, W/m2: all of it, and what comes straight from the sun. */
  readonly transmittedSumWPerM2: number;
  readonly beamSumWPerM2: number;
}

/** Irradiance on the walls of one orientation behind one horizon, [step]. */
export interface WallPlane {
  readonly incidentWPerM2: Float64Array;
  glazing(uValueWPerM2K: number, blind?: Blind): GlazingSun;
}

export function wallPlane(behind: HorizonSky): WallPlane {
  const incidentWPerM2 = incidentBehind(behind);
  const glazings = new Map<string, GlazingSun>();
  return {
    incidentWPerM2,
    glazing(uValueWPerM2K, blind) {
      const kind = REFERENCE_GLAZINGS.findIndex(({ belowUWPerM2K }) => uValueWPerM2K < belowUWPerM2K);
      const key = `${kind}/${blind?.closedAboveWPerM2}/${blind?.transmittedShare}/${blind?.onWarmDays}`;
      return known(glazings, key, () =>
        glazingSun(referenceOptics(Math.max(kind, 0)), behind, incidentWPerM2, blind ?? NO_BLIND),
      );
    },
  };
}

const NO_BLIND: Blind = { closedAboveWPerM2: Infinity, transmittedShare: 1, onWarmDays: false };

const optics = new Map<number, WindowOptics>();

function referenceOptics(kind: number): WindowOptics {
  const { uValueWPerM2K, gValue } = REFERENCE_GLAZINGS[kind]!;
  return known(optics, kind, () => windowOptics({ id: 'reference', kind: 'simple', uValueWPerM2K, gValue }));
}

function glazingSun(
  { transmittance, absorptance, diffuse: ofDiffuse }: WindowOptics,
  behind: HorizonSky,
  incidentWPerM2: Float64Array,
  { closedAboveWPerM2, transmittedShare, onWarmDays }: Blind,
): GlazingSun {
  const last = transmittance.length - 1;
  const transmittedWPerM2 = new Float64Array(incidentWPerM2.length);
  const absorbedWPerM2 = new Float64Array(incidentWPerM2.length);
  const absorbed = absorptance[0]!;
  const { cosIncidence } = behind.sky;
  let beamSum = 0;
  let sum = 0;
  for (let step = 0; step < incidentWPerM2.length; step += 1) {
    const direct = directAt(behind, step);
    const diffuse = diffuseAt(behind, step, direct);
    if (direct === 0 && diffuse === 0) continue;
    const closed = direct + diffuse > closedAboveWPerM2 && (!onWarmDays || behind.warmAt(step));
    const through = closed ? transmittedShare : 1;
    const cosine = cosIncidence[step]!;
    const beam = (through * direct * atCosine(transmittance, cosine)) / transmittance[last]!;
    const all = beam + (through * diffuse * ofDiffuse.transmittance) / transmittance[last]!;
    transmittedWPerM2[step] = all;
    absorbedWPerM2[step] =
      (through * (direct * atCosine(absorbed, cosine) + diffuse * ofDiffuse.absorptance[0]!)) /
      absorbed[last]!;
    beamSum += beam;
    sum += all;
  }
  return {
    incidentWPerM2,
    transmittedWPerM2,
    absorbedWPerM2,
    transmittedSumWPerM2: sum,
    beamSumWPerM2: beamSum,
  };
}
