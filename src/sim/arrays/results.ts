import type { Layout, Table } from './layout';

export type ResultAxis =
  | 'building'
  | 'endUse'
  | 'state'
  | 'carrier'
  | 'bus'
  | 'branch'
  | 'transformer'
  | 'feeder'
  | 'storage'
  | 'step'
  | 'chunk'
  | 'stateChunk'
  | 'one';

/**
 * What a run of a year keeps. Branch rows are all lines, then all transformers, in network order. Loading is
 * dimensionless: 1 = rated current (line) or rated apparent power (transformer). `...Step` columns hold step numbers.
 */
export const RUN_RESULTS = {
  buildingEndUseJ: { axes: ['building', 'endUse'], unit: 'J' },
  buildingImportJ: { axes: ['building'], unit: 'J' },
  buildingExportJ: { axes: ['building'], unit: 'J' },
  buildingHeatNeedJ: { axes: ['building'], unit: 'J' },
  buildingCoolNeedJ: { axes: ['building'], unit: 'J' },
  buildingHotWaterNeedJ: { axes: ['building'], unit: 'J' },
  buildingFuelJ: { axes: ['building'], unit: 'J' },
  /** What panels could have given and did not: export limits and volt-watt. */
  buildingCurtailedJ: { axes: ['building'], unit: 'J' },
  /** Kelvins of too cold or too warm air while somebody is in, summed over time; see sim/buildings. */
  buildingUnderheatingKS: { axes: ['building'], unit: 'K s' },
  buildingOverheatingKS: { axes: ['building'], unit: 'K s' },
  buildingNetMaxW: { axes: ['building'], unit: 'W' },
  buildingNetMaxStep: { axes: ['building'], unit: '1' },
  buildingNetMinW: { axes: ['building'], unit: 'W' },
  buildingNetMinStep: { axes: ['building'], unit: '1' },
  busVMinPu: { axes: ['bus'], unit: 'pu' },
  busVMinStep: { axes: ['bus'], unit: '1' },
  busVMaxPu: { axes: ['bus'], unit: 'pu' },
  busVMaxStep: { axes: ['bus'], unit: '1' },
  /** Time below 0.90 pu and above 1.10 pu in any phase (EN 50160 band; hourly steps are screening only). */
  busUnderVoltageS: { axes: ['bus'], unit: 's' },
  busOverVoltageS: { axes: ['bus'], unit: 's' },
  /** Largest unbalance factor |V-|/|V+| (IEC 61000-4-30), from the phasors of each step. */
  busUnbalanceMax: { axes: ['bus'], unit: '1' },
  busUnbalanceMaxStep: { axes: ['bus'], unit: '1' },
  /** Time with a factor above 2 % in the week (chunk) with the most of it: EN 50160 allows 5 % of a week. */
  busUnbalanceWeekS: { axes: ['bus'], unit: 's' },
  branchLoadingMax: { axes: ['branch'], unit: '1' },
  branchLoadingMaxStep: { axes: ['branch'], unit: '1' },
  branchAbove80S: { axes: ['branch'], unit: 's' },
  branchAbove100S: { axes: ['branch'], unit: 's' },
  branchAbove120S: { axes: ['branch'], unit: 's' },
  branchLossJ: { axes: ['branch'], unit: 'J' },
  /** Energy into the branch at its from-end, net. */
  branchEnergyFromJ: { axes: ['branch'], unit: 'J' },
  districtEndUseW: { axes: ['endUse', 'step'], unit: 'W' },
  districtFuelW: { axes: ['step'], unit: 'W' },
  /** By carrier, in the order of FUEL_CARRIERS. */
  districtFuelJ: { axes: ['carrier'], unit: 'J' },
  districtHeatNeedW: { axes: ['step'], unit: 'W' },
  districtCoolNeedW: { axes: ['step'], unit: 'W' },
  districtHotWaterNeedW: { axes: ['step'], unit: 'W' },
  districtCurtailedW: { axes: ['step'], unit: 'W' },
  /** What the upstream grid feeds into the district; positive = import. */
  sourcePW: { axes: ['step'], unit: 'W' },
  sourceQVar: { axes: ['step'], unit: 'var' },
  /** From branch currents and shunts, never by subtraction. */
  lossW: { axes: ['step'], unit: 'W' },
  storageChargeW: { axes: ['storage', 'step'], unit: 'W' },
  storageDischargeW: { axes: ['storage', 'step'], unit: 'W' },
  transformerLoading: { axes: ['transformer', 'step'], unit: '1' },
  transformerPW: { axes: ['transformer', 'step'], unit: 'W' },
  /** Of the air around transformers, which their ageing is counted with; the hour's value in each of its steps. */
  outdoorDegC: { axes: ['step'], unit: 'degC' },
  /** An LV feeder is what hangs behind one line that leaves a transformer's LV busbar. */
  feederPW: { axes: ['feeder', 'step'], unit: 'W' },
  /** |source - (loads + losses - generation + charge - discharge)| / max(source, 1 kW) per step. */
  balanceResidual: { axes: ['step'], unit: '1' },
  /** Iterations used; negative = not converged. */
  iterations: { axes: ['step'], unit: '1' },
  /** Power flows until loads and voltages agreed (study/voltageResponse); 0 = nothing answers, negative = not settled. */
  responseRounds: { axes: ['step'], unit: '1' },
  /** At the start of every STATE_EVERY_CHUNKS-th chunk: any week can be recomputed from here, bit for bit. */
  buildingState: { axes: ['stateChunk', 'building', 'state'], unit: 'mixed' },
  /** At the start of each chunk. */
  storageState: { axes: ['chunk', 'storage'], unit: 'J' },
} as const satisfies Layout<ResultAxis>;

export type RunTable = Table<typeof RUN_RESULTS>;

export type WeekAxis = 'building' | 'endUse' | 'bus' | 'phase' | 'branch' | 'storage' | 'step';

/** Everything about every element during one chunk, recomputed when somebody looks. */
export const WEEK_RESULTS = {
  buildingEndUseW: { axes: ['building', 'endUse', 'step'], unit: 'W' },
  buildingNetW: { axes: ['building', 'step'], unit: 'W' },
  buildingFuelW: { axes: ['building', 'step'], unit: 'W' },
  buildingAirDegC: { axes: ['building', 'step'], unit: 'degC' },
  busVMagPu: { axes: ['bus', 'phase', 'step'], unit: 'pu' },
  branchCurrentA: { axes: ['branch', 'phase', 'step'], unit: 'A' },
  branchLoading: { axes: ['branch', 'step'], unit: '1' },
  branchPFromW: { axes: ['branch', 'step'], unit: 'W' },
  branchQFromVar: { axes: ['branch', 'step'], unit: 'var' },
  branchLossW: { axes: ['branch', 'step'], unit: 'W' },
  storageNetW: { axes: ['storage', 'step'], unit: 'W' },
} as const satisfies Layout<WeekAxis>;

export type WeekTable = Table<typeof WEEK_RESULTS>;
