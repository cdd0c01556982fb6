import { pow } from '../numeric/elementary';

/** Radiators, or pipes in the floor, by what they give at a rated state. */
export interface Emitter {
  readonly supplyDegC: number;
  readonly returnDegC: number;
  readonly roomDegC: number;
  /** Output grows with the excess temperature to this power. */
  readonly exponent: number;
}

/**
 * Exponents 1.3 and 1.1 and the radiators' 75/65/20: EN 442-2 and EN 1264-2; 35/28 of a floor: an engineering value
 * (unknown_untraceable).
 */
export const EMITTERS = {
  radiator: { supplyDegC: 75, returnDegC: 65, roomDegC: 20, exponent: 1.3 },
  floor: { supplyDegC: 35, returnDegC: 28, roomDegC: 20, exponent: 1.1 },
} as const satisfies Readonly<Record<string, Emitter>>;

/** What a heating curve is laid for. */
export interface HeatingCircuit {
  readonly emitter: Emitter;
  /** Rated output of the emitters per floor area: what the house needed when they were put in. */
  readonly ratedWPerM2: number;
  /** Design load per floor area of the house as it is now, at `designDegC` outdoors. */
  readonly designLoadWPerM2: number;
  readonly designDegC: number;
  readonly roomDegC: number;
  /** Sun and people cover the last kelvins: nothing is heated above roomDegC - balanceK. */
  readonly balanceK: number;
}

/** Water no cooler than this reaches the emitters, nor hotter: engineering values (unknown_untraceable). */
export const SUPPLY_DEGC = { least: 25, most: 75 } as const;

/** Load at an outdoor temperature over the emitters' rated output. devicesWithState.md, eq. 15. */
export function relativeLoad(circuit: HeatingCircuit, outdoorDegC: number): number {
  const { ratedWPerM2, designLoadWPerM2, designDegC, roomDegC, balanceK } = circuit;
  const limitDegC = roomDegC - balanceK;
  if (!(ratedWPerM2 > 0) || !(designLoadWPerM2 > 0) || !(limitDegC > designDegC)) return 0;
  const share = Math.max(0, (limitDegC - outdoorDegC) / (limitDegC - designDegC));
  return (share * designLoadWPerM2) / ratedWPerM2;
}

/**
 * Supply temperature of a circuit with constant flow that gives the load of the outdoor temperature:
 * T_room + (mean - T_room)_rated q^(1/m) + (supply - return)_rated / 2 q, with q the load over the rated output. Modelica
 * Buildings Library, Controls.SetPoints.SupplyReturnTemperatureReset, where q is one on the design day; here an
 * insulated house with its old radiators has a smaller q and so cooler water. devicesWithState.md, eq. 16.
 */
export function supplyDegC(circuit: HeatingCircuit, outdoorDegC: number): number {
  const { emitter, roomDegC } = circuit;
  const q = relativeLoad(circuit, outdoorDegC);
  const excessK = (emitter.supplyDegC + emitter.returnDegC) / 2 - emitter.roomDegC;
  const halfSpreadK = (emitter.supplyDegC - emitter.returnDegC) / 2;
  const wanted = q > 0 ? roomDegC + excessK * pow(q, 1 / emitter.exponent) + halfSpreadK * q : roomDegC;
  return Math.min(Math.max(wanted, SUPPLY_DEGC.least), SUPPLY_DEGC.most);
}
