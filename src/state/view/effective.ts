import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import type { Line, LineType, Transformer, TransformerType } from '../../model/network';
import type { RunInput } from '../../model/run';
import { foldScenario } from '../../scenario';
import type { AppState } from '../appState';
import { runInputOf, scenarioOf } from '../selectors';

const folded = new WeakMap<RunInput, District>();

/** The district of a scenario: base, corrections and measures folded; the base itself where they cannot be applied. */
export function districtOf(state: AppState, scenarioId: string): District | null {
  const scenario = scenarioOf(state, scenarioId);
  const input = scenario === undefined ? null : runInputOf(state, scenario);
  return input === null ? (state.loaded?.district ?? null) : foldedDistrict(input);
}

/** The district of a run; the base itself where measures cannot be applied. Folded once. */
export function foldedDistrict(input: RunInput): District {
  const known = folded.get(input);
  if (known !== undefined) return known;
  const outcome = foldScenario(input.district, input.baseEdits, input.scenario);
  const district = outcome.ok ? outcome.value : input.district;
  folded.set(input, district);
  return district;
}

export const NO_TRANSFORMERS: readonly Transformer[] = [];

/** Transformers of a scenario, with what its measures did to them. */
export const transformersOf = (state: AppState, scenarioId: string): readonly Transformer[] =>
  districtOf(state, scenarioId)?.network?.transformers ?? NO_TRANSFORMERS;

/** Elements by id, rows by id. One index per district object. */
export interface DistrictIndex {
  readonly building: ReadonlyMap<string, Building>;
  readonly buildingRow: ReadonlyMap<string, number>;
  readonly line: ReadonlyMap<string, Line>;
  readonly lineType: ReadonlyMap<string, LineType>;
  readonly transformer: ReadonlyMap<string, Transformer>;
  readonly transformerType: ReadonlyMap<string, TransformerType>;
  /** Row of the bus a building hangs on, by building row; -1 without a connection. */
  readonly busRowOfBuilding: Int32Array;
  /** Floor area by building row: footprint times levels. */
  readonly floorAreaM2: Float64Array;
}

const indices = new WeakMap<District, DistrictIndex>();

export function indexOf(district: District): DistrictIndex {
  const known = indices.get(district);
  if (known !== undefined) return known;
  const { buildings, network } = district;
  const busRow = new Map((network?.buses ?? []).map((bus, row) => [bus.id, row]));
  const byId = <One extends { readonly id: string }>(all: readonly One[] | undefined) =>
    new Map((all ?? []).map((one) => [one.id, one]));
  const index: DistrictIndex = {
    building: byId(buildings),
    buildingRow: new Map(buildings.map((building, row) => [building.id, row])),
    line: byId(network?.lines),
    lineType: byId(network?.lineTypes),
    transformer: byId(network?.transformers),
    transformerType: byId(network?.transformerTypes),
    busRowOfBuilding: Int32Array.from(buildings, ({ connection }) =>
      connection === null ? -1 : (busRow.get(connection.busId) ?? -1),
    ),
    floorAreaM2: Float64Array.from(buildings, floorAreaM2),
  };
  indices.set(district, index);
  return index;
}

/** Footprint without courtyards, times storeys. */
export function floorAreaM2({ footprint, levels }: Building): number {
  const holesM2 = footprint.holes.reduce((sum, ring) => sum + ringAreaM2(ring), 0);
  return (ringAreaM2(footprint.outer) - holesM2) * Math.max(levels, 1);
}

/** Shoelace formula. */
function ringAreaM2(ring: readonly (readonly [number, number])[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [x0, y0] = ring[i]!;
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    twice += x0 * y1 - x1 * y0;
  }
  return Math.abs(twice) / 2;
}
