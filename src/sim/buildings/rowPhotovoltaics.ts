import type { Photovoltaics } from '../../model/building';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import {
  hasPlanes,
  horizonOnRoof,
  photovoltaicPlantOf,
  type PhotovoltaicPlant,
} from '../devices/photovoltaicRoof';
import { DC_AC_RATIO } from '../devices/photovoltaics';
import { photovoltaicShareOf, type Climate } from './climate';
import type { BuildingShape } from './shape';

/** The modules of a row, ready to be stepped. */
export interface RowPhotovoltaics {
  readonly photovoltaicPeakW: number;
  /** Rating of the inverter; 0 without modules. */
  readonly photovoltaicInverterW: number;
  readonly photovoltaicShare: Float64Array | null;
  /** Several planes or an inverter of its own: instead of the share. */
  readonly photovoltaicPlant: PhotovoltaicPlant | null;
  /** Most that may leave the building; Infinity where nothing limits it. */
  readonly exportLimitW: number;
}

/** One plane on the usual inverter by the climate's shares, anything else as a plant, behind the horizon of their roof. */
export function photovoltaicsOf(
  photovoltaics: Photovoltaics | null,
  { roof }: BuildingShape,
  weather: WeatherYear,
  calendar: Calendar,
  climate: Climate,
): RowPhotovoltaics {
  if (photovoltaics && hasPlanes(photovoltaics)) {
    const plant = photovoltaicPlantOf(photovoltaics, climate.planeShares, (plane) =>
      horizonOnRoof(roof, plane),
    );
    const peakW = plant.planes.reduce((sum, plane) => sum + plane.peakW, 0);
    return {
      photovoltaicPeakW: peakW,
      photovoltaicInverterW: peakW > 0 ? plant.inverterW : 0,
      photovoltaicShare: null,
      photovoltaicPlant: plant,
      exportLimitW: photovoltaics.exportLimitW ?? Infinity,
    };
  }
  const peakW = photovoltaics?.peakW ?? 0;
  return {
    photovoltaicPeakW: peakW,
    photovoltaicInverterW: peakW / DC_AC_RATIO,
    photovoltaicShare:
      photovoltaics && peakW > 0
        ? photovoltaicShareOf(
            climate,
            weather,
            calendar,
            photovoltaics.tiltDeg,
            photovoltaics.azimuthDeg,
            horizonOnRoof(roof, photovoltaics),
          )
        : null,
    photovoltaicPlant: null,
    exportLimitW: photovoltaics?.exportLimitW ?? Infinity,
  };
}
