import type { NetworkChunk } from '../../sim/arrays/chunk';
import { wholeW } from '../loads/wholeLoads';
import { PHASES } from './changes';
import type { AnsweredLoads } from './answeredLoads';
import { ANSWERING_USES, SUN, type VoltageResponse } from './response';

const USES = ANSWERING_USES.length;

/** The time of a chunk. */
export interface ChunkSteps {
  readonly fromStep: number;
  readonly steps: number;
  readonly stepS: number;
}

/** Writes what answering buildings really draw and give into a chunk: their uses, meters and curtailment. */
export function recordAnswer(
  { buildings }: VoltageResponse,
  { loads, changeW, rounds }: AnsweredLoads,
  usesW: Float64Array,
  time: ChunkSteps,
  out: NetworkChunk,
): void {
  const { steps, stepS } = time;
  out.responseRounds.set(rounds);
  buildings.forEach(({ row }, k) => {
    for (let use = 0; use < USES; use += 1) {
      const [changeAt, useAt] = [(k * USES + use) * steps, (row * USES + use) * steps];
      let [sumW, changedW] = [0, 0];
      for (let step = 0; step < steps; step += 1) {
        const change = changeW[changeAt + step]!;
        sumW += usesW[useAt + step]! + change;
        changedW += change;
        out.answeringUseW[use * steps + step]! += change;
      }
      out.answeringUseJ[k * USES + use] = sumW * stepS;
      if (use === SUN) out.answeringCurtailedJ[k] = -changedW * stepS + 0;
    }
    recordMeter(loads.netPW, row, k, time, out);
  });
}

/** Import, export and extremes of a building, as its block would have counted them. */
function recordMeter(
  netPW: Float64Array,
  row: number,
  k: number,
  { fromStep, steps, stepS }: ChunkSteps,
  out: NetworkChunk,
): void {
  let [importW, exportW, max, min, maxStep, minStep] = [0, 0, -Infinity, Infinity, 0, 0];
  const at = PHASES * row * steps;
  for (let step = 0; step < steps; step += 1) {
    const powerW = wholeW(netPW[at + step]! + netPW[at + steps + step]! + netPW[at + 2 * steps + step]!);
    out.answeringNetW[k * steps + step] = powerW;
    if (powerW > 0) importW += powerW;
    else exportW -= powerW;
    if (powerW > max) [max, maxStep] = [powerW, step];
    if (powerW < min) [min, minStep] = [powerW, step];
  }
  out.answeringImportJ[k] = importW * stepS;
  out.answeringExportJ[k] = exportW * stepS;
  out.answeringNetMaxW[k] = max;
  out.answeringNetMaxStep[k] = fromStep + maxStep;
  out.answeringNetMinW[k] = min;
  out.answeringNetMinStep[k] = fromStep + minStep;
}
