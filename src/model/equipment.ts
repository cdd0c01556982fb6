import type { LineType, TransformerType } from './network';

/** Catalogue equipment: what networks are made of where nobody says otherwise, and what measures put in. */

const SIMBENCH = 'SimBench LineType.csv (r, x, rating); c, r0 and x0 assumed';
const VDE = 'r: IEC 60228 at 20 degC; rating: DIN VDE 0276-603 in ground; x, c, r0 and x0 assumed';

/**
 * A four-core cable with the neutral as its fourth core of equal section: the zero-sequence current returns three-fold
 * in the neutral, so r0 = r1 + 3 rN = 4 r1. x0 = 3.65 x1 is the usual table value for four-core cables (assumed).
 */
function fourCore(id: string, r1: number, x1: number, cNf: number, ratedA: number, source: string): LineType {
  return {
    id,
    r1OhmPerKm: r1,
    x1OhmPerKm: x1,
    r0OhmPerKm: 4 * r1,
    x0OhmPerKm: 3.65 * x1,
    c1NanofaradPerKm: cNf,
    c0NanofaradPerKm: cNf / 2,
    ratedCurrentA: ratedA,
    underground: true,
    source,
  };
}

/** Cables of LV feeders, cheapest first. */
export const LV_MAIN_CABLES: readonly LineType[] = [
  fourCore('NAYY 4x150', 0.2067, 0.0804, 261, 270, SIMBENCH),
  fourCore('NAYY 4x240', 0.1267, 0.0798, 261, 357, SIMBENCH),
];

/** Service cables, cheapest first; the two feeder cables end the list. */
export const LV_CABLES: readonly LineType[] = [
  fourCore('NYY 4x16', 1.15, 0.09, 200, 100, VDE),
  fourCore('NYY 4x25', 0.727, 0.086, 200, 131, VDE),
  fourCore('NAYY 4x50', 0.641, 0.085, 210, 142, VDE),
  fourCore('NAYY 4x70', 0.443, 0.082, 220, 176, VDE),
  fourCore('NAYY 4x95', 0.32, 0.082, 240, 211, VDE),
  ...LV_MAIN_CABLES,
];

/** Screened single-core cable in trefoil; zero-sequence values with the screen as return (assumed). */
export const MV_CABLE: LineType = {
  id: 'NA2XS2Y 3x1x240 12/20 kV',
  r1OhmPerKm: 0.122,
  x1OhmPerKm: 0.112,
  r0OhmPerKm: 0.5,
  x0OhmPerKm: 0.3,
  c1NanofaradPerKm: 304,
  c0NanofaradPerKm: 304,
  ratedCurrentA: 421,
  underground: true,
  source: 'pandapower standard type NA2XS2Y 1x240 RM/25 12/20 kV; r0, x0, c0 assumed',
};
/** The cable's insulation is for networks up to this. */
export const MV_CABLE_MAX_V = 20_000;

const SB_TRAFO = 'SimBench TransformerType.csv; no-load current taken as the iron loss (its convention)';
const LARGE_TRAFO = 'typical oil-filled customer transformer (assumed)';
/** The voltage on the MV side that the figures are for. */
const TABLE_VOLTAGE_V = 20_000;

/** kVA, uk in %, load and no-load loss in W. */
const DISTRIBUTION: readonly (readonly [number, number, number, number, string])[] = [
  [160, 4, 2350, 460, SB_TRAFO],
  [250, 6, 3300, 880, SB_TRAFO],
  [400, 6, 4800, 1200, SB_TRAFO],
  [630, 6, 6900, 1650, SB_TRAFO],
  [1000, 6, 10_500, 1700, LARGE_TRAFO],
  [1600, 6, 17_000, 2600, LARGE_TRAFO],
  [2500, 6, 26_500, 3800, LARGE_TRAFO],
];

/** Distribution transformers between two voltages, smallest first. */
export function distributionTransformers(
  fromVoltageV: number,
  toVoltageV: number,
  vectorGroup = 'Dyn5',
): readonly TransformerType[] {
  const ratio = `${fromVoltageV / 1000}/${toVoltageV / 1000} kV`;
  const group = vectorGroup === 'Dyn5' ? '' : ` ${vectorGroup}`;
  const borrowed = fromVoltageV === TABLE_VOLTAGE_V ? '' : '; figures of the 20 kV type (assumed)';
  return DISTRIBUTION.map(([kva, ukPercent, loadLossW, noLoadLossW, source]) => ({
    id: `${kva} kVA ${ratio}${group}`,
    ratedSVa: kva * 1000,
    fromVoltageV,
    toVoltageV,
    vectorGroup,
    shortCircuitVoltagePercent: ukPercent,
    loadLossW,
    noLoadLossW,
    noLoadCurrentPercent: (100 * noLoadLossW) / (kva * 1000),
    source: `${source}${borrowed}`,
  }));
}
