import { END_USES, NET_SIGNS } from '../../model/run';
import type { CompiledBuilding } from './compile';
import { endUseAt, type RowPlace } from './runRow';

/**
 * Holds what leaves a building under its limit, behind cars and battery: the panels give less,
 *
 *   curtailed = min(photovoltaics, max(0, export - limit))
 *
 * as an inverter with a meter at the connection does. What a battery or a car gives into the grid is not held back.
 */
export function limitExport({ exportLimitW }: CompiledBuilding, place: RowPlace, netW: Float64Array): void {
  const { endUseW, curtailedW } = place.out;
  const steps = place.columnSteps;
  const curtailedAt = place.row * steps + place.at;
  const count = netW.length;
  curtailedW.fill(0, curtailedAt, curtailedAt + count);
  if (exportLimitW === Infinity) return;
  netW.fill(0);
  END_USES.forEach((use, u) => {
    const at = endUseAt(place, use);
    for (let i = 0; i < count; i += 1) netW[i] = netW[i]! + NET_SIGNS[u]! * endUseW[at + i]!;
  });
  const sunAt = endUseAt(place, 'photovoltaics');
  for (let i = 0; i < count; i += 1) {
    const excessW = -netW[i]! - exportLimitW;
    if (!(excessW > 0)) continue;
    const cutW = Math.min(endUseW[sunAt + i]!, excessW);
    curtailedW[curtailedAt + i] = cutW;
    endUseW[sunAt + i] = endUseW[sunAt + i]! - cutW;
  }
}
