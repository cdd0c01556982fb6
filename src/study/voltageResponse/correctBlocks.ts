import { END_USES } from '../../model/run';
import type { BlockChunk, NetworkChunk } from '../../sim/arrays/chunk';
import { BLOCK_SIZE } from '../compiledRun';
import { addScaled } from '../loads/wholeLoads';
import { ANSWERING_COLUMNS, SUN } from './response';

const USES = ANSWERING_COLUMNS.length;

/** Of a building in a block's chunk, and of an answering building in a network's. */
const METERS = [
  ['buildingImportJ', 'answeringImportJ'],
  ['buildingExportJ', 'answeringExportJ'],
  ['buildingNetMaxW', 'answeringNetMaxW'],
  ['buildingNetMaxStep', 'answeringNetMaxStep'],
  ['buildingNetMinW', 'answeringNetMinW'],
  ['buildingNetMinStep', 'answeringNetMinStep'],
] as const satisfies readonly (readonly [keyof BlockChunk, keyof NetworkChunk])[];

/**
 * Puts what the power flow of a chunk found of answering buildings into the chunk's blocks, before these are added to the year.
 * Sums over the district go to the first block: powers are whole quanta, so that the order of adding does not matter.
 */
export function correctBlocks(
  parts: readonly BlockChunk[],
  answeringRows: readonly number[],
  flow: NetworkChunk,
): void {
  answeringRows.forEach((row, k) => {
    const part = parts[Math.floor(row / BLOCK_SIZE)]!;
    const local = row % BLOCK_SIZE;
    ANSWERING_COLUMNS.forEach((column, use) => {
      part.buildingEndUseJ[local * END_USES.length + column] = flow.answeringUseJ[k * USES + use]!;
    });
    for (const [own, answering] of METERS) part[own][local] = flow[answering][k]!;
    part.buildingCurtailedJ[local] = part.buildingCurtailedJ[local]! + flow.answeringCurtailedJ[k]!;
  });
  const [first] = parts;
  if (first === undefined || answeringRows.length === 0) return;
  const steps = first.fuelW.length;
  ANSWERING_COLUMNS.forEach((column, use) => {
    addScaled(first.endUseW, column * steps, flow.answeringUseW, use * steps, steps, 1);
  });
  addScaled(first.curtailedW, 0, flow.answeringUseW, SUN * steps, steps, -1);
}
