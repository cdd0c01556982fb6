import type { Circuit, CircuitLine, CircuitTransformer } from '../../model/circuit';
import { succeed, type Outcome } from '../../model/outcome';
import { faultCurrents, type FaultCurrent, type FaultVoltage } from '../../sim/reliability/fault';
import type { TheveninOf } from './solver';

/** Parameters of one short-circuit study; the method is IEC 60909-0's equivalent voltage source. */
export interface ShortCircuitSettings {
  readonly voltage: FaultVoltage;
  /** Of line conductors while the fault lasts. */
  readonly conductorTempDegC: number;
  /** At which the circuit's line resistances are given. */
  readonly referenceTempDegC: number;
  /** K_T = 0.95 c_max/(1 + 0.6 x_T) on two-winding transformers; for the largest currents only. */
  readonly correctTransformers: boolean;
  /** Highest voltage factor of the voltage level, for K_T. */
  readonly cMax: number;
  readonly earthImpedanceOhm: { readonly r: number; readonly x: number };
  readonly source: string;
}

/**
 * Largest currents: c = 1.10, cold conductors, K_T. IEC 60909-0:2016, table 1 (low voltage held to +6 % has 1.05) and 6.3.3,
 * as in pandapower 3.5.4.
 */
export const LARGEST_CURRENTS: ShortCircuitSettings = {
  voltage: { kind: 'factor', c: 1.1 },
  conductorTempDegC: 20,
  referenceTempDegC: 20,
  correctTransformers: true,
  cMax: 1.1,
  earthImpedanceOhm: { r: 0, x: 0 },
  source: 'IEC 60909-0:2016, maximum short-circuit currents, low voltage held to +10 %',
};

/**
 * Smallest currents at low voltage held to +10 %: c = 0.90 (0.95 where it is held to +6 %, and in earlier editions), conductors
 * at the end of the fault, transformers as on their plate. 160 degC is an engineering value for PVC insulation
 * (unknown_untraceable): give the cable's own.
 */
export const SMALLEST_LV_CURRENTS: ShortCircuitSettings = {
  ...LARGEST_CURRENTS,
  voltage: { kind: 'factor', c: 0.9 },
  conductorTempDegC: 160,
  correctTransformers: false,
  source: 'IEC 60909-0:2016, minimum short-circuit currents, low voltage held to +10 %',
};

/** Smallest currents above 1 kV: c = 1.00. */
export const SMALLEST_MV_CURRENTS: ShortCircuitSettings = {
  ...SMALLEST_LV_CURRENTS,
  voltage: { kind: 'factor', c: 1 },
  source: 'IEC 60909-0:2016, minimum short-circuit currents, medium voltage',
};

/** Smallest currents as the standard asks at this phase-to-earth base: low voltage ends at 1 kV between phases. */
export function smallestCurrentsAt(baseVoltageV: number): ShortCircuitSettings {
  return baseVoltageV * Math.sqrt(3) > 1000 * (1 + 1e-9) ? SMALLEST_MV_CURRENTS : SMALLEST_LV_CURRENTS;
}

export interface ShortCircuit {
  readonly busId: string;
  /** Phase to earth, U_n / sqrt 3. */
  readonly baseVoltageV: number;
  readonly faults: readonly FaultCurrent[];
  readonly largest: FaultCurrent;
  readonly smallest: FaultCurrent;
  readonly settings: ShortCircuitSettings;
}

/**
 * Short-circuit currents at a bus, initial symmetrical rms. Sources stand behind their impedance; loads, generators behind
 * converters, shunt capacitors, line charging and no-load branches are left out, as IEC 60909-0 does.
 */
export function shortCircuitAt(
  circuit: Circuit,
  busId: string,
  theveninOf: TheveninOf,
  settings: ShortCircuitSettings,
): Outcome<ShortCircuit> {
  const outcome = theveninOf(faultCircuit(circuit, settings), busId);
  if (!outcome.ok) return outcome;
  const faults = faultCurrents(outcome.value, settings.voltage, settings.earthImpedanceOhm);
  const [first] = faults;
  if (first === undefined) return { ok: false, issues: [noFault(circuit.name, busId)] };
  const pick = (better: (a: FaultCurrent, b: FaultCurrent) => boolean): FaultCurrent =>
    faults.reduce((best, fault) => (better(fault, best) ? fault : best), first);
  return succeed(
    {
      busId,
      baseVoltageV: outcome.value.baseVoltageV,
      faults,
      largest: pick((a, b) => a.currentA > b.currentA),
      smallest: pick((a, b) => a.currentA < b.currentA),
      settings,
    },
    outcome.issues,
  );
}

function noFault(source: string, busId: string) {
  return {
    severity: 'error',
    code: 'short-circuit-none',
    source,
    where: busId,
    message: `Bus ${busId} has no phase that a fault could touch.`,
    remedy: 'Choose a bus with supply.',
  } as const;
}

/** The circuit as IEC 60909-0 sees it: what drives a fault current and what limits it, nothing else. */
export function faultCircuit(circuit: Circuit, settings: ShortCircuitSettings): Circuit {
  const factor = resistanceFactor(settings);
  return {
    ...circuit,
    lines: circuit.lines.map((line) => faultLine(line, factor)),
    transformers: circuit.transformers.map((each) => faultTransformer(each, settings)),
    capacitors: circuit.capacitors.filter(({ terminal, returnTerminal }) => {
      return returnTerminal.busId !== terminal.busId && returnTerminal.nodes.some((node) => node !== 0);
    }),
    loads: [],
    generators: [],
    regulatorControls: [],
    capacitorControls: [],
    inverterControls: [],
  };
}

/** R = (1 + 0.004/K (theta_e - 20 degC)) R_20, IEC 60909-0; the ratio between two temperatures. */
export function resistanceFactor(settings: ShortCircuitSettings): number {
  return (1 + 0.004 * (settings.conductorTempDegC - 20)) / (1 + 0.004 * (settings.referenceTempDegC - 20));
}

/** The whole matrix, as the standard scales R_1 and R_0 alike: the earth's share is overstated, currents understated. */
function faultLine(line: CircuitLine, factor: number): CircuitLine {
  const rOhm = line.isSwitch ? line.rOhm : line.rOhm.map((value) => value * factor);
  return { ...line, rOhm, bS: line.bS.map(() => 0) };
}

function faultTransformer(
  transformer: CircuitTransformer,
  settings: ShortCircuitSettings,
): CircuitTransformer {
  const unloaded = { ...transformer, noLoadLossPercent: 0, magnetisingPercent: 0 };
  if (!settings.correctTransformers || transformer.windings.length !== 2) return unloaded;
  const kT = (0.95 * settings.cMax) / (1 + (0.6 * (transformer.shortCircuitXPercent[0] ?? 0)) / 100);
  return {
    ...unloaded,
    shortCircuitXPercent: transformer.shortCircuitXPercent.map((value) => value * kT),
    windings: transformer.windings.map((winding) => ({ ...winding, rPercent: winding.rPercent * kT })),
  };
}
