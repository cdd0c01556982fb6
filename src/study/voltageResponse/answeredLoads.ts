import type { NetworkLoads } from '../../sim/powerflow/network';
import { wholeW } from '../loads/wholeLoads';
import { addChanges, changesAt, PHASES, type Changes } from './changes';
import { ANSWERING_USES, APPLIANCES, SUN, type VoltageResponse } from './response';
import { settle } from './settle';

const USES = ANSWERING_USES.length;

/** Loads as voltages make them, and how they differ from those that the buildings' model gives. */
export interface AnsweredLoads {
  readonly loads: NetworkLoads;
  /** [answering building][answering use][step], W, whole quanta. */
  readonly changeW: Float64Array;
  /** [step]: as `Settled` has them. */
  readonly rounds: Float64Array;
}

/**
 * Loads of consecutive steps at rest with the voltages they cause (README). `usesW`: [building][answering use][step]. A step's
 * bits depend on its own loads alone.
 */
export function answeredLoads(
  response: VoltageResponse,
  loads: NetworkLoads,
  usesW: Float64Array,
  steps: number,
): AnsweredLoads {
  const { given, vPu, answers, rounds } = settle(response, loads, usesW, steps);
  const all = Array.from({ length: steps }, (_, step) => step);
  const changes = changesAt(response, given, all, vPu);
  roundChanges(changes, answers);
  const netPW = loads.netPW.slice();
  const netQVar = loads.netQVar.slice();
  addChanges(response, changes, netPW, netQVar);
  const changeW = new Float64Array(response.buildings.length * USES * steps);
  response.buildings.forEach((_, k) => {
    const at = PHASES * k * steps;
    for (let step = 0; step < steps; step += 1) {
      changeW[(k * USES + APPLIANCES) * steps + step] =
        changes.appliancesW[at + step]! +
        changes.appliancesW[at + steps + step]! +
        changes.appliancesW[at + 2 * steps + step]!;
      changeW[(k * USES + SUN) * steps + step] = changes.sunW[k * steps + step]!;
    }
  });
  return { loads: { ...loads, netPW, netQVar }, changeW, rounds };
}

/** To whole quanta, as all loads of a year; to none where nobody answers. */
function roundChanges({ active, appliancesW, reactiveVar, sunW }: Changes, answers: Uint8Array): void {
  for (const rows of [appliancesW, reactiveVar, sunW]) {
    for (let row = 0; row < rows.length; row += active.length)
      for (let i = 0; i < active.length; i += 1)
        rows[row + i] = answers[active[i]!] === 1 ? wholeW(rows[row + i]!) : 0;
  }
}
