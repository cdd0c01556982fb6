import type { District } from '../../src/model/district';
import type { LineType, Network } from '../../src/model/network';
import type { RunInput } from '../../src/model/run';
import type { Measure, MeasureType, Scenario } from '../../src/model/scenario';
import { baselineScenario, hashDistrict } from '../../src/scenario';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { generateTown } from '../../src/synthesis/town';
import { weatherOfDistrict } from '../../src/synthesis/weatherOfDistrict';

const BUILDINGS = 40;

/** A corner of the reference town with a network of its own: big enough for every measure, small enough for many years. */
export function smallTown(buildings = BUILDINGS): District {
  const town = generateTown(11);
  const outcome = synthesiseNetwork({
    ...town,
    id: 'small-town',
    buildings: town.buildings.slice(0, buildings),
  });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('; '));
  return outcome.value;
}

export function inputOf(district: District, scenario?: Partial<Scenario>): RunInput {
  const weather = weatherOfDistrict(district);
  if (!weather.ok) throw new Error('no weather');
  return {
    district,
    baseEdits: [],
    weather: weather.value,
    scenario: { ...baselineScenario(district, hashDistrict(district), 2026), ...scenario },
    stepS: 3600,
  };
}

const OVERHEAD: LineType = {
  id: 'overhead 4x70',
  r1OhmPerKm: 0.44,
  x1OhmPerKm: 0.3,
  r0OhmPerKm: 1.76,
  x0OhmPerKm: 1.1,
  c1NanofaradPerKm: 12,
  c0NanofaradPerKm: 6,
  ratedCurrentA: 180,
  underground: false,
  source: 'made up for tests',
};

/** LV feeders as overhead lines; services stay in the ground. */
export function withOverheadFeeders(network: Network): Network {
  return {
    ...network,
    lineTypes: [...network.lineTypes, OVERHEAD],
    lines: network.lines.map((line) =>
      line.role === 'lvMain' ? { ...line, lineTypeId: OVERHEAD.id, parallel: 1 } : line,
    ),
  };
}

/** The ring open at its very first line: all of it hangs on the other end. */
export function withRingOpenAtItsFirstLine(network: Network): Network {
  const switches = network.switches.map((one, row) => ({
    ...one,
    closed: row !== 0,
    normallyOpen: row === 0,
  }));
  return { ...network, switches };
}

/** Networks that certain measures find something to do in, which a synthesised one does not give them. */
const NETWORKS: Partial<Record<MeasureType, (network: Network) => Network>> = {
  undergrounding: withOverheadFeeders,
  openPointShift: withRingOpenAtItsFirstLine,
};

const towns = new Map<number, District>();

/** The small town, with a network in which a measure finds something to do. */
export function townFor(type: MeasureType, buildings = BUILDINGS): District {
  const town = towns.get(buildings) ?? smallTown(buildings);
  towns.set(buildings, town);
  const prepare = NETWORKS[type];
  return prepare === undefined || town.network === null ? town : { ...town, network: prepare(town.network) };
}

/** What a measure is taken on top of: without panels nothing is stored, without heat pumps none avoids the peak. */
export const ON_TOP_OF: Partial<Record<MeasureType, MeasureType>> = {
  homeBattery: 'rooftopPhotovoltaics',
  communityBattery: 'energyCommunity',
  flexibleHeatPumps: 'heatPumps',
  voltVar: 'rooftopPhotovoltaics',
  voltWatt: 'rooftopPhotovoltaics',
  exportLimit: 'rooftopPhotovoltaics',
};

/** A measure at full adoption, behind what it needs; and what it needs alone. */
export function measuresWith(type: MeasureType): { before: Measure[]; after: Measure[] } {
  const needed = ON_TOP_OF[type];
  // What a community holds is its members' surplus.
  const panels = type === 'communityBattery' ? [measure('rooftopPhotovoltaics', 1)] : [];
  const before = needed === undefined ? [] : [...panels, measure(needed, 1)];
  return { before, after: [...before, measure(type, 1)] };
}

export function measure(type: MeasureType, adoption: number): Measure {
  return { id: type, type, adoption, parameters: {} };
}
