import type { Factors } from '../../kpi';
import { LV_BELOW_V, type Line, type Network } from '../../model/network';

/** How often a place fails and how long its repair takes. */
export interface FailureFigures {
  readonly failuresPerYear: number;
  readonly repairS: number;
}

/** Times from the fault to supply, whatever has to be switched. */
export interface SwitchingTimes {
  readonly remoteS: number;
  readonly manualS: number;
}

const S_PER_H = 3600;
const M_PER_KM = 1000;

export function switchingTimes({ remoteSwitchingMin, manualSwitchingMin }: Factors): SwitchingTimes {
  return { remoteS: remoteSwitchingMin.value * 60, manualS: manualSwitchingMin.value * 60 };
}

/** A line: failures per km and year times its length times its parallel cables, each of which takes the line out. */
export function lineFigures(network: Network, factors: Factors): (line: Line) => FailureFigures {
  const voltageV = new Map(network.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
  const underground = new Map(network.lineTypes.map((type) => [type.id, type.underground]));
  return ({ fromBusId, lineTypeId, lengthM, parallel }) => {
    const isLow = (voltageV.get(fromBusId) ?? Number.NaN) < LV_BELOW_V;
    const isCable = underground.get(lineTypeId) !== false;
    const [rate, repair] = isLow
      ? isCable
        ? ([factors.lvCableFailuresPerKmYear, factors.lvCableRepairH] as const)
        : ([factors.lvOverheadFailuresPerKmYear, factors.lvOverheadRepairH] as const)
      : isCable
        ? ([factors.mvCableFailuresPerKmYear, factors.mvCableRepairH] as const)
        : ([factors.mvOverheadFailuresPerKmYear, factors.mvOverheadRepairH] as const);
    return {
      failuresPerYear: (rate.value * lengthM * parallel) / M_PER_KM,
      repairS: repair.value * S_PER_H,
    };
  };
}

export function transformerFigures(factors: Factors): FailureFigures {
  return {
    failuresPerYear: factors.transformerFailuresPerYear.value,
    repairS: factors.transformerRepairH.value * S_PER_H,
  };
}

export function switchFigures(factors: Factors): FailureFigures {
  return {
    failuresPerYear: factors.switchFailuresPerYear.value,
    repairS: factors.switchRepairH.value * S_PER_H,
  };
}
