import type { Point } from './building';
import type { VoltageRegulator } from './voltageRegulator';

/** Of what a measure added: id of the transformer that it relieves. What stood there before has none. */
export type AddedFor = string;

/** Below this nominal voltage a bus belongs to the LV network. */
export const LV_BELOW_V = 1000;

/**
 * What a network IS: a radial three-phase LV network under MV/LV transformers on an MV ring run open. SI units.
 * Every element of a synthesised network carries `synthetic: true`.
 */
export interface Bus {
  readonly id: string;
  /** Nominal line-to-line voltage. */
  readonly nominalVoltageV: number;
  readonly position: Point;
  readonly synthetic: boolean;
  readonly addedFor?: AddedFor;
}

/** Catalogue data of a line or cable; sequence values per kilometre. */
export interface LineType {
  readonly id: string;
  readonly r1OhmPerKm: number;
  readonly x1OhmPerKm: number;
  readonly r0OhmPerKm: number;
  readonly x0OhmPerKm: number;
  /** Positive-sequence shunt capacitance. */
  readonly c1NanofaradPerKm: number;
  readonly c0NanofaradPerKm: number;
  readonly ratedCurrentA: number;
  readonly underground: boolean;
  /** Where the figures come from. */
  readonly source: string;
}

export type LineRole = 'mv' | 'lvMain' | 'service';

export interface Line {
  readonly id: string;
  readonly fromBusId: string;
  readonly toBusId: string;
  readonly lineTypeId: string;
  readonly lengthM: number;
  readonly role: LineRole;
  /** Parallel identical cables. */
  readonly parallel: number;
  /** Drawn route, from the from-bus to the to-bus. */
  readonly path: readonly Point[];
  readonly synthetic: boolean;
  /** What lay here before a measure replaced or doubled it. */
  readonly asBuilt?: { readonly lineTypeId: string; readonly parallel: number };
  /** In series with the line, at the end that it is fed from; holds the voltage right behind itself. */
  readonly voltageRegulator?: VoltageRegulator;
  readonly addedFor?: AddedFor;
}

export interface TransformerType {
  readonly id: string;
  readonly ratedSVa: number;
  readonly fromVoltageV: number;
  readonly toVoltageV: number;
  /** Only `Dyn5`/`Dyn11` style connections with a grounded LV star point for now; the clock number counts. */
  readonly vectorGroup: string;
  readonly shortCircuitVoltagePercent: number;
  readonly loadLossW: number;
  readonly noLoadLossW: number;
  readonly noLoadCurrentPercent: number;
  readonly source: string;
}

export interface Transformer {
  readonly id: string;
  readonly fromBusId: string;
  readonly toBusId: string;
  readonly transformerTypeId: string;
  /** Off-load tap on the MV side, percent of nominal MV voltage; +2.5 lowers the LV voltage. */
  readonly tapPercent: number;
  readonly position: Point;
  readonly synthetic: boolean;
  /** What stood here before a measure replaced it. */
  readonly asBuiltTypeId?: string;
  /** In its MV winding, counted from `tapPercent`; holds the voltage of its LV busbar. */
  readonly onLoadTapChanger?: VoltageRegulator;
  /** Currents and voltages of the station and of its feeders are sent to the control room. Changes no power flow. */
  readonly monitored?: boolean;
  /** Judged by the temperature of its hottest insulation, not by its nameplate. Changes no power flow. */
  readonly dynamicRating?: { readonly hotSpotLimitDegC: number };
  readonly addedFor?: AddedFor;
}

/** Whether the control room sees its loading: where it is measured, and where a rating that follows its temperature is kept. */
export function isWatched({ monitored, dynamicRating }: Transformer): boolean {
  return monitored === true || dynamicRating !== undefined;
}

/** A switch in series with a line. An open one takes the line out of the flow. */
export interface Switch {
  readonly id: string;
  readonly lineId: string;
  readonly closed: boolean;
  readonly normallyOpen: boolean;
  /** Operated from the control room; by hand, on the spot, where absent. Changes no power flow. */
  readonly remote?: boolean;
  readonly addedFor?: AddedFor;
}

/** The upstream grid behind the primary substation. */
export interface Source {
  readonly id: string;
  readonly busId: string;
  /** What the transformer at the primary substation holds at its busbar, at no load. */
  readonly voltagePu: number;
  /** The set-point is lower by this than `voltagePu`, to save energy; loads then answer to their voltage. */
  readonly loweredByPu?: number;
  readonly shortCircuitSVa: number;
  readonly rOverX: number;
}

/** A battery on an LV or MV bus, three-phase balanced. */
export interface Storage {
  readonly id: string;
  readonly busId: string;
  readonly capacityJ: number;
  readonly powerW: number;
  readonly roundTripEfficiency: number;
  /** The transformer whose load it shaves, or behind which the community is that owns it. */
  readonly transformerId: string;
  /**
   * Buildings of the energy community that owns it, by id; the operator's where absent. It takes in what they have left over together
   * and gives it back when they draw more than they make, whatever the transformer carries.
   */
  readonly members?: readonly string[];
}

export interface Network {
  readonly buses: readonly Bus[];
  readonly lineTypes: readonly LineType[];
  readonly lines: readonly Line[];
  readonly transformerTypes: readonly TransformerType[];
  readonly transformers: readonly Transformer[];
  readonly switches: readonly Switch[];
  readonly sources: readonly Source[];
  readonly storages: readonly Storage[];
  /** The rule everything was sized by, as printed text; absent for a given network. */
  readonly sizingRule?: string;
}
