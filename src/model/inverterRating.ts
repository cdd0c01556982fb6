import type { Photovoltaics } from './building';

/** Power of the modules over the AC rating of an inverter that has none of its own: PVWatts' default. */
export const DC_AC_RATIO = 1.2;

const positiveOr0 = (value: number): number => (value > 0 ? value : 0);

/** AC rating of a building's inverter, W; 0 without modules. */
export function inverterRatingW({ planes, peakW, inverterW }: Photovoltaics): number {
  const sumW = (planes ?? [{ peakW }]).reduce((sum, plane) => sum + positiveOr0(plane.peakW), 0);
  return sumW > 0 ? positiveOr0(inverterW ?? sumW / DC_AC_RATIO) : 0;
}
