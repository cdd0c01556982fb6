import type { Calendar } from '../sim/arrays/calendar';
import { chunkRange } from '../sim/arrays/calendar';
import { dispatchStorage, dispatchSurplus } from '../sim/devices/storage';
import type { Storage } from '../model/network';
import type { RunOutline } from '../protocol/yearWorker';

const PHASES = 3;

/** Charge and discharge of all storages during a chunk, [storage][step], and what they hold at its end. */
export interface StorageChunk {
  readonly chargeW: Float64Array;
  readonly dischargeW: Float64Array;
  readonly netW: Float64Array;
  readonly socEndJ: Float64Array;
}

/**
 * Lets every storage shave the peaks of its transformer during a chunk, or hold the surplus of the community that owns it. The load
 * it sees is the sum of the net loads of the buildings behind that transformer, day by day, or of the members.
 */
export function storageChunk(
  outline: RunOutline,
  calendar: Calendar,
  chunk: number,
  netPW: Float64Array,
  socJ: Float64Array,
): StorageChunk {
  const { fromStep, toStep } = chunkRange(calendar, chunk);
  const steps = toStep - fromStep;
  const count = outline.storages.length;
  const chargeW = new Float64Array(count * steps);
  const dischargeW = new Float64Array(count * steps);
  const netW = new Float64Array(count * steps);
  const socEndJ = socJ.slice();
  outline.storages.forEach((storage, row) => {
    const loadW = loadOfW(buildingsOf(storage, outline), netPW, steps);
    const { stepsPerDay, stepS } = calendar;
    const dispatched =
      storage.members === undefined
        ? dispatchStorage(storage, loadW, 0, steps, stepsPerDay, stepS, socJ[row]!)
        : dispatchSurplus(storage, loadW, stepS, socJ[row]!);
    chargeW.set(dispatched.chargeW, row * steps);
    dischargeW.set(dispatched.dischargeW, row * steps);
    socEndJ[row] = dispatched.socEndJ;
  });
  for (let i = 0; i < netW.length; i += 1) netW[i] = chargeW[i]! - dischargeW[i]!;
  return { chargeW, dischargeW, netW, socEndJ };
}

/** Rows of the buildings whose load a storage sees. */
function buildingsOf({ members, transformerId }: Storage, outline: RunOutline): readonly number[] {
  const { rows, transformerOfBuilding } = outline;
  const transformer = rows.transformerIds.indexOf(transformerId);
  const own = members === undefined ? null : new Set(members);
  return rows.buildingIds.flatMap((id, row) =>
    (own === null ? transformerOfBuilding[row] === transformer : own.has(id)) ? [row] : [],
  );
}

function loadOfW(buildings: readonly number[], netPW: Float64Array, steps: number): Float64Array {
  const loadW = new Float64Array(steps);
  for (const building of buildings)
    for (let phase = 0; phase < PHASES; phase += 1) {
      const row = (building * PHASES + phase) * steps;
      for (let step = 0; step < steps; step += 1) loadW[step]! += netPW[row + step]!;
    }
  return loadW;
}
