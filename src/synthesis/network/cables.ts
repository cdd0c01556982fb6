import type { LineType } from '../../model/network';
import { MAIN_TYPES, SERVICE_TYPES } from './catalogue';
import { balancedCurrentA } from './demand';
import { RULE } from './rule';

export interface CableChoice {
  readonly type: LineType;
  readonly parallel: number;
}

/** A customer of 2 MW beside its own station needs that many. */
const MOST_PARALLEL = 24;

/** Power the main cable at a row of the catalogue carries at the rule's loading. */
export function feederCapacityW(row: number): number {
  const type = MAIN_TYPES[row]!;
  return Math.sqrt(3) * RULE.lvVoltageV * RULE.powerFactor * RULE.cableLoading * type.ratedCurrentA;
}

/**
 * Relative voltage drop of a balanced three-phase load along a cable: (r P + x Q) l / V^2, V line to line. Good to a
 * tenth of the drop at the sizes used here.
 */
export function dropShare(
  type: LineType,
  parallel: number,
  lengthM: number,
  powerW: number,
  voltageV: number,
): number {
  const tanPhi = Math.sqrt(1 - RULE.powerFactor * RULE.powerFactor) / RULE.powerFactor;
  const ohm = ((type.r1OhmPerKm + type.x1OhmPerKm * tanPhi) * lengthM) / 1000 / parallel;
  return (ohm * powerW) / (voltageV * voltageV);
}

/** A stretch of a feeder with the coincident peak of everything behind it. */
export interface LoadedStretch {
  readonly lengthM: number;
  readonly peakW: number;
  /** Row of the stretch before it on the way to the station; -1 at the busbar. */
  readonly before: number;
}

export function worstDropShare(stretches: readonly LoadedStretch[], choice: CableChoice): number {
  const drop: number[] = [];
  let worst = 0;
  stretches.forEach(({ lengthM, peakW, before }) => {
    const at =
      (before < 0 ? 0 : drop[before]!) +
      dropShare(choice.type, choice.parallel, lengthM, peakW, RULE.lvVoltageV);
    drop.push(at);
    worst = Math.max(worst, at);
  });
  return worst;
}

/** One cable for the whole feeder: the first of 1 x 150, 1 x 240, 2 x 150, 2 x 240 .. that keeps rating and budget. */
export function chooseMain(
  stretches: readonly LoadedStretch[],
): CableChoice & { readonly withinRule: boolean } {
  const headW = Math.max(0, ...stretches.map((stretch) => stretch.peakW));
  for (let parallel = 1; parallel <= MOST_PARALLEL; parallel += 1) {
    for (const type of MAIN_TYPES) {
      const choice = { type, parallel };
      const rated = balancedCurrentA(headW) <= RULE.cableLoading * type.ratedCurrentA * parallel;
      if (rated && worstDropShare(stretches, choice) <= RULE.mainDropShare)
        return { ...choice, withinRule: true };
    }
  }
  return { type: MAIN_TYPES[MAIN_TYPES.length - 1]!, parallel: MOST_PARALLEL, withinRule: false };
}

/** Smallest service cable rated for the fuse and within the drop; in parallel for very large customers. */
export function chooseService(
  lengthM: number,
  peakW: number,
  fuseA: number,
  singlePhase: boolean,
): CableChoice & { readonly withinRule: boolean } {
  // A single-phase current flows out and back through two cores at a third of the three-phase voltage squared: factor 6.
  const weight = singlePhase ? 6 : 1;
  for (let parallel = 1; parallel <= MOST_PARALLEL; parallel += 1) {
    for (const type of parallel === 1 ? SERVICE_TYPES : MAIN_TYPES) {
      const drop = weight * dropShare(type, parallel, lengthM, peakW, RULE.lvVoltageV);
      if (type.ratedCurrentA * parallel >= fuseA && drop <= RULE.serviceDropShare)
        return { type, parallel, withinRule: true };
    }
  }
  return { type: SERVICE_TYPES[SERVICE_TYPES.length - 1]!, parallel: MOST_PARALLEL, withinRule: false };
}

/** Smallest standard fuse that carries a current. */
export function chooseFuseA(currentA: number): number {
  return RULE.fuseSizesA.find((sizeA) => sizeA >= currentA) ?? RULE.fuseSizesA[RULE.fuseSizesA.length - 1]!;
}
