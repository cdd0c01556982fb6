import type { Calibrator } from '../../src/engine/calibrationWorker';
import type { Engine } from '../../src/engine/contract';
import { fail, succeed } from '../../src/model/outcome';
import type { BuildingLoads } from '../../src/sim/arrays/buildingLoads';
import { Actions, createAppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { inputOf, smallTown } from '../engine/smallTown';

/** A house with a boiler whose year is known by heart, and the readings of a meter. */
export const { district, weather, scenario: baseline } = inputOf(smallTown(2));
export const GAS = { ...district.buildings[0]!, heating: 'gasBoiler' } as const;
export const HOURS = 8760;
/** Takes h watts in hour h of the year and gives back 50 W in every tenth. */
export const netW = Float64Array.from({ length: HOURS }, (_, hour) => (hour % 10 === 0 ? -50 : hour));
const flat = (value: number) => new Float64Array(HOURS).fill(value);
export const loads = {
  netPW: Float64Array.from([...netW, ...flat(0), ...flat(0)]),
  fuelW: flat(1000),
  heatNeedW: flat(920),
  coolNeedW: flat(0),
  endUseW: new Float64Array(9 * HOURS),
} as unknown as BuildingLoads;

/** A year in UTC from 1 January, kWh an hour. */
export function csv(of: (hour: number) => number, column = 'Import kWh'): string {
  const offsetS = weather.utcOffsetMin * 60;
  const lines = Array.from({ length: HOURS }, (_, hour) => {
    const at = new Date((Date.UTC(2023, 0, 1) / 1000 - offsetS + hour * 3600) * 1000);
    return `${at.toISOString().slice(0, 19)}Z,${of(hour)}`;
  });
  return `Start,${column}\n${lines.join('\n')}\n`;
}

export const fileOf = (name: string, text: string) => new File([text], name);

const engine: Engine = {
  ...({} as Engine),
  run: () => new Promise(() => undefined),
  preview: () => Promise.resolve(fail([])),
  isKnown: () => false,
  week: () => Promise.resolve(fail([])),
  attribution: () => Promise.resolve(fail([])),
  buildingYear: (_, buildingId) => Promise.resolve(succeed({ buildingId, loads })),
};

export async function open(calibrate?: Calibrator) {
  const store = createAppStore();
  const actions = new Actions(store, engine, () => ({ status: 'infeasible' }), calibrate);
  store.setState({
    loaded: {
      district: { ...district, buildings: [GAS, district.buildings[1]!] },
      sha256: 'x',
      weather,
      report: null,
    },
    history: startHistory({ baseEdits: [], scenarios: [baseline] }),
    mode: 'building',
    selection: { kind: 'building', id: GAS.id },
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { store, actions, meter: () => store.getState().building.meters[GAS.id] };
}

const noFit = { hourly: null, monthly: null, months: [], hours: 0, hoursInPeriod: 0 };
/** What an answer of a calibration has beside its corrections, where a test looks at those alone. */
export const NO_FIT = { before: noFit, after: noFit, calibration: { parameters: [] } } as const;
