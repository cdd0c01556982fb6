import type { Building } from './building';

/** Heat per bought energy over a season on the gross calorific value, engineering values: a condensing gas boiler, an oil boiler. */
export const BOILER_EFFICIENCY = { gasBoiler: 0.92, oilBoiler: 0.87 } as const;

/** Of a building's boiler: its own where that is known; null where it has none. */
export function boilerEfficiencyOf({
  heating,
  boilerEfficiency,
}: Pick<Building, 'heating' | 'boilerEfficiency'>): number | null {
  if (heating !== 'gasBoiler' && heating !== 'oilBoiler') return null;
  return boilerEfficiency?.value ?? BOILER_EFFICIENCY[heating];
}
