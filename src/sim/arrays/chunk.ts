import type { Layout, Table } from './layout';

export type BlockChunkAxis = 'building' | 'endUse' | 'answeringUse' | 'phase' | 'step' | 'state' | 'carrier';

/** What one block of buildings reports of one chunk: the loads the power flow needs, sums for everything else. */
export const BLOCK_CHUNK = {
  netPW: { axes: ['building', 'phase', 'step'], unit: 'W' },
  netQVar: { axes: ['building', 'phase', 'step'], unit: 'var' },
  /** Uses that answer to voltage, of every building; without any use where nothing answers (study/voltageResponse). */
  answeringW: { axes: ['building', 'answeringUse', 'step'], unit: 'W' },
  /** State of each building at the end of the chunk. */
  stateEnd: { axes: ['building', 'state'], unit: 'mixed' },
  /** Sums over the buildings of the block, in row order. */
  endUseW: { axes: ['endUse', 'step'], unit: 'W' },
  fuelW: { axes: ['step'], unit: 'W' },
  heatNeedW: { axes: ['step'], unit: 'W' },
  coolNeedW: { axes: ['step'], unit: 'W' },
  hotWaterNeedW: { axes: ['step'], unit: 'W' },
  curtailedW: { axes: ['step'], unit: 'W' },
  /** Sums and extremes over the steps of the chunk. */
  fuelJ: { axes: ['carrier'], unit: 'J' },
  buildingEndUseJ: { axes: ['building', 'endUse'], unit: 'J' },
  buildingImportJ: { axes: ['building'], unit: 'J' },
  buildingExportJ: { axes: ['building'], unit: 'J' },
  buildingHeatNeedJ: { axes: ['building'], unit: 'J' },
  buildingCoolNeedJ: { axes: ['building'], unit: 'J' },
  buildingHotWaterNeedJ: { axes: ['building'], unit: 'J' },
  buildingFuelJ: { axes: ['building'], unit: 'J' },
  buildingCurtailedJ: { axes: ['building'], unit: 'J' },
  buildingUnderheatingKS: { axes: ['building'], unit: 'K s' },
  buildingOverheatingKS: { axes: ['building'], unit: 'K s' },
  buildingNetMaxW: { axes: ['building'], unit: 'W' },
  buildingNetMaxStep: { axes: ['building'], unit: '1' },
  buildingNetMinW: { axes: ['building'], unit: 'W' },
  buildingNetMinStep: { axes: ['building'], unit: '1' },
} as const satisfies Layout<BlockChunkAxis>;

export type BlockChunk = Table<typeof BLOCK_CHUNK>;

export type NetworkChunkAxis =
  'bus' | 'branch' | 'transformer' | 'feeder' | 'regulator' | 'step' | 'answering' | 'answeringUse';

/** What the power flow of one chunk reports. Names and meaning as in RUN_RESULTS; steps are those of the chunk. */
export const NETWORK_CHUNK = {
  busVMinPu: { axes: ['bus'], unit: 'pu' },
  busVMinStep: { axes: ['bus'], unit: '1' },
  busVMaxPu: { axes: ['bus'], unit: 'pu' },
  busVMaxStep: { axes: ['bus'], unit: '1' },
  busUnderVoltageS: { axes: ['bus'], unit: 's' },
  busOverVoltageS: { axes: ['bus'], unit: 's' },
  busUnbalanceMax: { axes: ['bus'], unit: '1' },
  busUnbalanceMaxStep: { axes: ['bus'], unit: '1' },
  /** Time above EN 50160's 2 %; of the year only the worst week's is kept. */
  busUnbalanceOverS: { axes: ['bus'], unit: 's' },
  branchLoadingMax: { axes: ['branch'], unit: '1' },
  branchLoadingMaxStep: { axes: ['branch'], unit: '1' },
  branchAbove80S: { axes: ['branch'], unit: 's' },
  branchAbove100S: { axes: ['branch'], unit: 's' },
  branchAbove120S: { axes: ['branch'], unit: 's' },
  branchLossJ: { axes: ['branch'], unit: 'J' },
  branchEnergyFromJ: { axes: ['branch'], unit: 'J' },
  sourcePW: { axes: ['step'], unit: 'W' },
  sourceQVar: { axes: ['step'], unit: 'var' },
  lossW: { axes: ['step'], unit: 'W' },
  transformerLoading: { axes: ['transformer', 'step'], unit: '1' },
  transformerPW: { axes: ['transformer', 'step'], unit: 'W' },
  outdoorDegC: { axes: ['step'], unit: 'degC' },
  feederPW: { axes: ['feeder', 'step'], unit: 'W' },
  balanceResidual: { axes: ['step'], unit: '1' },
  iterations: { axes: ['step'], unit: '1' },
  responseRounds: { axes: ['step'], unit: '1' },
  /** Positions of regulators by tree position; of the year only counts are kept (study/regulatorYear). */
  regulatorTap: { axes: ['regulator', 'step'], unit: '1' },
  /** Of buildings that answer to voltage, in the order of their rows: what takes the place of their block's sums. */
  answeringUseJ: { axes: ['answering', 'answeringUse'], unit: 'J' },
  answeringImportJ: { axes: ['answering'], unit: 'J' },
  answeringExportJ: { axes: ['answering'], unit: 'J' },
  answeringNetMaxW: { axes: ['answering'], unit: 'W' },
  answeringNetMaxStep: { axes: ['answering'], unit: '1' },
  answeringNetMinW: { axes: ['answering'], unit: 'W' },
  answeringNetMinStep: { axes: ['answering'], unit: '1' },
  /** What their meters show, whole quanta. */
  answeringNetW: { axes: ['answering', 'step'], unit: 'W' },
  /** By volt-watt, beside what an export limit took. */
  answeringCurtailedJ: { axes: ['answering'], unit: 'J' },
  /** Change of the district's sum. */
  answeringUseW: { axes: ['answeringUse', 'step'], unit: 'W' },
} as const satisfies Layout<NetworkChunkAxis>;

export type NetworkChunk = Table<typeof NETWORK_CHUNK>;
