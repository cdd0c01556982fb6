import type { EvidenceMark } from './definition';

/** The groups that tables and files show indicators in, in their order. */
export const KPI_GROUPS = {
  load: 'Load and peaks',
  loading: 'Transformers and lines',
  voltage: 'Voltage',
  reliability: 'Expected reliability, metering and monitoring',
  hosting: 'Hosting capacity (screening)',
  energy: 'Energy and losses',
  buildings: 'Need, use, delivered and primary energy',
  carbon: 'Carbon',
  money: 'Money',
  comfort: 'Comfort',
} as const;
export type KpiGroup = keyof typeof KPI_GROUPS;

export interface KpiPlace {
  readonly group: KpiGroup;
  readonly symbol: string;
  readonly evidence: EvidenceMark;
}

const placesIn = (
  group: KpiGroup,
  symbols: Readonly<Record<string, string>>,
  evidence: EvidenceMark = 'own',
): [string, KpiPlace][] => Object.entries(symbols).map(([id, symbol]) => [id, { group, symbol, evidence }]);

/** Group, symbol and evidence of every indicator of a district's year. */
export const KPI_PLACES: ReadonlyMap<string, KpiPlace> = new Map([
  ...placesIn('load', { peakImport: 'P_max', peakExport: 'P_exp,max' }),
  ...placesIn('load', { loadFactor: 'LF', coincidence: 'c' }, 'fromMemory'),
  ...placesIn('loading', {
    transformersOver100: 'n_T',
    worstTransformerLoading: 'K_max',
    hoursOverload: 't_over',
    transformerHoursOver80: 't_T,80',
    transformerHoursOver100: 't_T,100',
    transformerHoursOver120: 't_T,120',
    linesOver100: 'n_L',
    worstLineLoading: 'I_max/I_r',
    lineHoursOver80: 't_L,80',
    lineHoursOver100: 't_L,100',
    lineHoursOver120: 't_L,120',
  }),
  ...placesIn('loading', { transformerAgeing: 'V', transformerLifeUsed: 'L' }, 'thirdParty'),
  ...placesIn('voltage', {
    busesOutsideBand: 'n_B',
    customersOutsideBand: 'N_U',
    customerHoursOutsideBand: 'N_U t',
    longestOutsideBand: 't_U,max',
    lowestVoltage: 'U_min',
    highestVoltage: 'U_max',
  }),
  ...placesIn(
    'voltage',
    { voltageUnbalance: 'VUF', unbalanceWeekShare: 't_VUF', customersUnbalanced: 'N_VUF' },
    'fromMemory',
  ),
  ...placesIn('energy', {
    electricityUse: 'E_use',
    gridImport: 'E_imp',
    gridExport: 'E_exp',
    generation: 'E_PV',
    losses: 'E_loss',
    lossShare: 'e_loss',
    fuel: 'E_fuel',
    chargingUnserved: 'E_EV,miss',
  }),
  ...placesIn('energy', { selfConsumption: 'SC', selfSufficiency: 'SS', curtailment: 'k' }, 'fromMemory'),
  ...placesIn('buildings', {
    heatNeed: 'Q_H',
    coolNeed: 'Q_C',
    hotWaterNeed: 'Q_W',
    systemsUse: 'E_sys',
    deliveredElectricity: 'E_del,el',
    exportedElectricity: 'E_exp,el',
    'delivered-gas': 'E_del,gas',
    'delivered-oil': 'E_del,oil',
    'delivered-districtHeat': 'E_del,dh',
    primaryEnergy: 'E_P',
    'primary-electricity': 'E_P,el',
    'primary-gas': 'E_P,gas',
    'primary-oil': 'E_P,oil',
    'primary-districtHeat': 'E_P,dh',
  }),
  ...placesIn('carbon', {
    carbon: 'CO2',
    carbonHourly: 'CO2_h',
    carbonHourlyDifference: 'CO2_h - CO2_a',
    carbonMarginal: 'CO2_m',
    'carbon-spaceHeating': 'CO2_H',
    'carbon-hotWater': 'CO2_W',
    'carbon-cooling': 'CO2_C',
    'carbon-appliancesAndLight': 'CO2_A',
    'carbon-vehicleCharging': 'CO2_EV',
    'carbon-storage': 'CO2_S',
    'carbon-gridLosses': 'CO2_loss',
    'carbon-gas': 'CO2_gas',
    'carbon-oil': 'CO2_oil',
    'carbon-districtHeat': 'CO2_dh',
  }),
  ...placesIn('money', { energyCost: 'C_E' }),
  ...placesIn('comfort', { underheating: 'DH_c', overheating: 'DH_w' }),
]);

const ORDER: readonly string[] = Object.keys(KPI_GROUPS);

/** What a table needs to know to stand an indicator in its group; what names none comes last. */
export interface Grouped {
  readonly group?: KpiGroup;
}

export const groupTitle = ({ group }: Grouped): string =>
  group === undefined ? 'Others' : KPI_GROUPS[group];

/** In the order of the groups; within one as they came. */
export function inGroups<Row extends Grouped>(rows: readonly Row[]): readonly Row[] {
  const place = ({ group }: Row): number => (group === undefined ? ORDER.length : ORDER.indexOf(group));
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => place(a.row) - place(b.row) || a.at - b.at)
    .map(({ row }) => row);
}
