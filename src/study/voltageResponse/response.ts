import { isHome, type Building } from '../../model/building';
import type { District } from '../../model/district';
import { inverterRatingW } from '../../model/inverterRating';
import type { Network } from '../../model/network';
import {
  APPLIANCES_OF_HOMES,
  APPLIANCES_OF_OTHERS,
  VOLTAGE_ANSWERS,
  type ZipLoad,
} from '../../model/voltageDependence';
import { END_USES } from '../../model/run';
import { APPLIANCES_TAN_PHI, isSinglePhase } from '../../sim/buildings/phases';
import { plantPhaseOf, servicePhasesOf } from '../../sim/buildings/servicePhases';
import type { CompiledNetwork } from '../../sim/powerflow/network';
import type { AnsweringInverter } from './inverter';

/** End uses whose power by step the answer starts from, in this order. */
export const ANSWERING_USES = ['appliancesAndLight', 'photovoltaics'] as const;
export const APPLIANCES = 0;
export const SUN = 1;
/** Their columns among the end uses. */
export const ANSWERING_COLUMNS: readonly number[] = ANSWERING_USES.map((use) => END_USES.indexOf(use));

/** A building whose power depends on its voltage. */
export interface AnsweringBuilding {
  readonly row: number;
  readonly bus: number;
  /** Columns of the phases of its service. */
  readonly phases: readonly number[];
  /** Null where appliances hold their power. */
  readonly appliances: (Pick<ZipLoad, 'active' | 'reactive'> & { readonly tanPhi: number }) | null;
  readonly inverter: AnsweringInverter | null;
}

/** What of a run answers to voltage. */
export interface VoltageResponse {
  readonly buildings: readonly AnsweringBuilding[];
  /** Bus of each of them. */
  readonly buses: Int32Array;
  /** With the set-points before they were lowered: in it loads have the power that the buildings' model gives them. */
  readonly reference: CompiledNetwork;
  /** As it is run; the same object where no set-point is lowered. */
  readonly operated: CompiledNetwork;
}

export function isLowered({ sources }: Network): boolean {
  return sources.some(({ loweredByPu = 0 }) => loweredByPu > 0);
}

/** The network with its set-points where they were. */
export function withoutLowering(network: Network): Network {
  if (!isLowered(network)) return network;
  const sources = network.sources.map(({ loweredByPu: _, ...source }) => source);
  return { ...network, sources };
}

function follows({ photovoltaics }: Building): boolean {
  return photovoltaics?.voltVar !== undefined || photovoltaics?.voltWatt !== undefined;
}

/** Whether any load or inverter of the district answers to its voltage, so that its year is solved as a fixed point. */
export function answersToVoltage({ buildings, network }: Pick<District, 'buildings' | 'network'>): boolean {
  return network !== null && (isLowered(network) || buildings.some(follows));
}

/** Null where nothing answers: loads then have the power that the buildings' model gives them, whatever the voltage. */
export function voltageResponseOf(
  district: District,
  operated: CompiledNetwork,
  reference: CompiledNetwork,
): VoltageResponse | null {
  if (district.network === null || !answersToVoltage(district)) return null;
  const zip = isLowered(district.network) && VOLTAGE_ANSWERS.appliancesAndLight === 'zip';
  const buildings = district.buildings.flatMap((building, row): AnsweringBuilding[] => {
    const bus = operated.loadBus[row]!;
    const inverter = inverterOf(building, district.seed, zip);
    if (bus < 0 || operated.busPosition[bus]! < 0 || (!zip && inverter === null)) return [];
    const load = isHome(building.use) ? APPLIANCES_OF_HOMES : APPLIANCES_OF_OTHERS;
    const appliances = zip ? { ...load, tanPhi: APPLIANCES_TAN_PHI } : null;
    return [{ row, bus, phases: servicePhasesOf(building), appliances, inverter }];
  });
  if (buildings.length === 0) return null;
  return { buildings, buses: Int32Array.from(buildings, ({ bus }) => bus), reference, operated };
}

/** Where appliances answer (`zip`), an export limit has to be kept with what they then draw. */
function inverterOf(building: Building, seed: number, zip: boolean): AnsweringInverter | null {
  const { photovoltaics, id } = building;
  if (photovoltaics === null) return null;
  const { voltVar = null, voltWatt = null, exportLimitW = Infinity } = photovoltaics;
  if (!follows(building) && !(zip && exportLimitW < Infinity)) return null;
  const ratedW = inverterRatingW(photovoltaics);
  if (!(ratedW > 0)) return null;
  const service = servicePhasesOf(building);
  const phases = isSinglePhase(ratedW) ? [plantPhaseOf(seed, id, service)] : service;
  return { phases, ratedW, voltVar, voltWatt, exportLimitW };
}
