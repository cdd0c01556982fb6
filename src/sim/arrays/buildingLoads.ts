import type { Layout, Table } from './layout';

export type BuildingLoadAxis = 'building' | 'endUse' | 'phase' | 'step';

/** What a block of buildings does during one chunk. Loads and generation are non-negative; net = load - generation. */
export const BUILDING_LOADS = {
  /** Electric power by end use (order of END_USES), non-negative; GENERATION_USES feed the building. */
  endUseW: { axes: ['building', 'endUse', 'step'], unit: 'W' },
  /** Net active power per phase a, b, c; positive = import from the grid. */
  netPW: { axes: ['building', 'phase', 'step'], unit: 'W' },
  netQVar: { axes: ['building', 'phase', 'step'], unit: 'var' },
  heatNeedW: { axes: ['building', 'step'], unit: 'W' },
  coolNeedW: { axes: ['building', 'step'], unit: 'W' },
  /** Heat in the hot water that is drawn; what charges a building's tank is in its end use and fuel. */
  hotWaterNeedW: { axes: ['building', 'step'], unit: 'W' },
  /** Room air at the end of the step. */
  airDegC: { axes: ['building', 'step'], unit: 'degC' },
  /** What the air is too cold or too warm by while somebody is in; see sim/buildings. */
  underheatingK: { axes: ['building', 'step'], unit: 'K' },
  overheatingK: { axes: ['building', 'step'], unit: 'K' },
  /** Delivered energy other than electricity: gas, oil, district heat. */
  fuelW: { axes: ['building', 'step'], unit: 'W' },
  /** What the panels could have given and did not, because of a limit. */
  curtailedW: { axes: ['building', 'step'], unit: 'W' },
} as const satisfies Layout<BuildingLoadAxis>;

export type BuildingLoads = Table<typeof BUILDING_LOADS>;
