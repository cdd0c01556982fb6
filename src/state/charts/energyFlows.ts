import type { EndUse } from '../../model/run';
import { endUseEnergyJ, sum } from '../../kpi/sums';
import type { KpiInput } from '../../kpi';
import { FUEL_CARRIERS, type FuelCarrier } from '../../sim/arrays/carriers';

/** Where energy comes from, passes, and goes to. */
export type EnergyNode =
  | 'gridImport'
  | 'photovoltaics'
  | FuelCarrier
  | 'electricity'
  | 'fuelHeat'
  | 'spaceHeating'
  | 'hotWater'
  | 'cooling'
  | 'appliancesAndLight'
  | 'vehicleCharging'
  | 'batteries'
  | 'gridLosses'
  | 'gridExport'
  | 'unaccounted';

/** Energy of a year from one to another, J, positive. */
export interface EnergyFlow {
  readonly from: EnergyNode;
  readonly to: EnergyNode;
  readonly energyJ: number;
}

export interface EnergyFlows {
  readonly flows: readonly EnergyFlow[];
  /** What comes in, and what goes out: the same. */
  readonly totalJ: number;
  /** What the balance of the power flow leaves over, as a share of what comes in. */
  readonly leftOverShare: number;
}

const NET_USES = [
  'spaceHeating',
  'hotWater',
  'cooling',
  'appliancesAndLight',
] as const satisfies readonly EndUse[];

/**
 * The delivered energy of a year from its carriers to what it is used for. Electricity closes as
 *
 *     import + photovoltaics = end uses + what batteries lose + losses of the grid + export
 *
 * with what cars give back taken off their charging, and batteries of buildings and stations as charge less discharge. Heat that pumps take
 * from outside is no delivered energy. What the tolerance of the power flow leaves over is a flow of its own, never spread.
 */
export function energyFlows(input: KpiInput): EnergyFlows {
  const { table, stepS } = input;
  const usedJ = (name: EndUse) => endUseEnergyJ(input, name);
  const importJ = table.sourcePW.reduce((total, powerW) => total + Math.max(powerW, 0), 0) * stepS;
  const exportJ = table.sourcePW.reduce((total, powerW) => total + Math.max(-powerW, 0), 0) * stepS;
  const stationsJ = (sum(table.storageChargeW) - sum(table.storageDischargeW)) * stepS;
  const solarJ = usedJ('photovoltaics');
  const into: readonly EnergyFlow[] = [
    { from: 'gridImport', to: 'electricity', energyJ: importJ },
    { from: 'photovoltaics', to: 'electricity', energyJ: solarJ },
    ...FUEL_CARRIERS.map((from, row): EnergyFlow => ({
      from,
      to: 'fuelHeat',
      energyJ: table.districtFuelJ[row]!,
    })),
  ];
  const electric = (to: EnergyNode, energyJ: number): EnergyFlow => ({ from: 'electricity', to, energyJ });
  const out = [
    ...NET_USES.map((name) => electric(name, usedJ(name))),
    electric('vehicleCharging', usedJ('vehicleCharging') - usedJ('vehicleDischarging')),
    electric('batteries', usedJ('batteryCharging') - usedJ('batteryDischarging') + stationsJ),
    electric('gridLosses', sum(table.lossW) * stepS),
    electric('gridExport', exportJ),
  ];
  const leftOverJ = out.reduce((left, { energyJ }) => left - energyJ, importJ + solarJ);
  const rest: readonly EnergyFlow[] =
    leftOverJ >= 0
      ? [electric('unaccounted', leftOverJ)]
      : [{ from: 'unaccounted', to: 'electricity', energyJ: -leftOverJ }];
  const flows = [...into, ...out, ...rest].filter(({ energyJ }) => energyJ > 0);
  const totalJ = flows.reduce((total, { from, energyJ }) => total + (isSource(from) ? energyJ : 0), 0);
  return { flows, totalJ, leftOverShare: totalJ > 0 ? Math.abs(leftOverJ) / totalJ : 0 };
}

const isSource = (node: EnergyNode): boolean => node !== 'electricity' && node !== 'fuelHeat';

/** Energy that comes to a node, or leaves it where nothing comes. */
export function throughJ(flows: readonly EnergyFlow[], node: EnergyNode): number {
  const of = (end: 'from' | 'to') =>
    flows.reduce((total, flow) => total + (flow[end] === node ? flow.energyJ : 0), 0);
  return Math.max(of('from'), of('to'));
}
