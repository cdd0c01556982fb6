import { BOILER_EFFICIENCY, boilerEfficiencyOf } from '../../model/boilers';
import type { Building, HeatingSystem, QualityClass } from '../../model/building';

/** How a system makes heat. */
export interface HeatingSystemRow {
  /** What is bought: fuel, heat from a pipe, or electricity. */
  readonly carrier: 'gas' | 'oil' | 'heat' | 'electricity' | 'none';
  /**
   * Heat per bought energy over a season; null for heat pumps, whose COP follows the temperatures (heatPumpDevice.ts),
   * and for no system.
   */
  readonly efficiency: number | null;
  readonly source: string;
  readonly quality: QualityClass;
}

const ENGINEERING = 'engineering value: seasonal efficiency on the gross calorific value';

/** Every heating system of the model: one place for efficiencies. */
export const HEATING_SYSTEM_TABLE: Readonly<Record<HeatingSystem, HeatingSystemRow>> = {
  gasBoiler: {
    carrier: 'gas',
    efficiency: BOILER_EFFICIENCY.gasBoiler,
    source: `${ENGINEERING}, condensing`,
    quality: 'unknown_untraceable',
  },
  oilBoiler: {
    carrier: 'oil',
    efficiency: BOILER_EFFICIENCY.oilBoiler,
    source: ENGINEERING,
    quality: 'unknown_untraceable',
  },
  districtHeat: {
    carrier: 'heat',
    efficiency: 0.95,
    source: 'engineering value: transfer station and its pipes in the house',
    quality: 'unknown_untraceable',
  },
  directElectric: {
    carrier: 'electricity',
    efficiency: 1,
    source: 'resistance heating: all electricity becomes heat in the room',
    quality: 'estimation_assumptions',
  },
  airHeatPump: {
    carrier: 'electricity',
    efficiency: null,
    source: 'when2heat: Ruhnau, Hirth, Praktiknjo, Scientific Data 6 (2019) 189; field factor 0.85',
    quality: 'extrapolated_higher_level',
  },
  groundHeatPump: {
    carrier: 'electricity',
    efficiency: null,
    source: 'when2heat: Ruhnau, Hirth, Praktiknjo, Scientific Data 6 (2019) 189; field factor 0.85',
    quality: 'extrapolated_higher_level',
  },
  none: {
    carrier: 'none',
    efficiency: null,
    source: 'no heating',
    quality: 'estimation_assumptions',
  },
};

/** Heat per bought energy of what heats a building: of a boiler its own where that is known; null as in the table. */
export function heatingEfficiencyOf(building: Pick<Building, 'heating' | 'boilerEfficiency'>): number | null {
  return boilerEfficiencyOf(building) ?? HEATING_SYSTEM_TABLE[building.heating].efficiency;
}

/** Bought energy per heat of a building with a fixed efficiency; NaN for the others. */
export function boughtPerHeat(building: Pick<Building, 'heating' | 'boilerEfficiency'>): number {
  const efficiency = heatingEfficiencyOf(building);
  return efficiency === null ? NaN : 1 / efficiency;
}
