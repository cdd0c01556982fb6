import {
  LARGEST_CURRENTS,
  powerFlowThevenin,
  type ShortCircuit,
  shortCircuitAt,
  type ShortCircuitSettings,
  smallestCurrentsAt,
} from '../../study/network';
import { knownBus } from './circuitIds';
import { type StudyKind, TEXT } from './studyKind';
import { quantity } from './studyText';

export const FAULT_WORDS: Readonly<Record<ShortCircuit['largest']['kind'], string>> = {
  threePhase: 'three-phase',
  phasePhase: 'two-phase',
  phasePhaseEarth: 'two-phase-earth',
  phaseEarth: 'phase-earth',
  phaseNeutral: 'phase-neutral',
};

const TEMPERATURE = { min: -50, max: 400, unit: 'degC' };

/** Largest and smallest initial currents of every fault that a bus's phases allow. */
export const shortCircuitStudy: StudyKind = {
  usage:
    'short-circuit FILE --bus ID [--c-max C] [--c-min C] [--conductor-temp DEGC] [--reference-temp DEGC]',
  options: { bus: TEXT, 'c-max': TEXT, 'c-min': TEXT, 'conductor-temp': TEXT, 'reference-temp': TEXT },
  solves: false,
  run({ circuit, options, take }) {
    const busId = knownBus(circuit, options.needed('bus'));
    const cRange = { min: 0.5, max: 1.5, unit: '' };
    const referenceTempDegC =
      options.number('reference-temp', TEMPERATURE) ?? LARGEST_CURRENTS.referenceTempDegC;
    const settingsOf = (given: ShortCircuitSettings, option: 'c-max' | 'c-min', hotDegC: number) => {
      const c = options.number(option, cRange);
      const voltage = c === undefined ? given.voltage : ({ kind: 'factor', c } as const);
      const cMax = options.number('c-max', cRange) ?? given.cMax;
      return { ...given, voltage, cMax, referenceTempDegC, conductorTempDegC: hotDegC };
    };
    const theveninOf = powerFlowThevenin();
    const coldDegC = LARGEST_CURRENTS.conductorTempDegC;
    const largest = take(
      shortCircuitAt(circuit, busId, theveninOf, settingsOf(LARGEST_CURRENTS, 'c-max', coldDegC)),
    );
    const given = smallestCurrentsAt(largest.baseVoltageV);
    const hotDegC = options.number('conductor-temp', TEMPERATURE) ?? given.conductorTempDegC;
    const smallest = take(shortCircuitAt(circuit, busId, theveninOf, settingsOf(given, 'c-min', hotDegC)));
    const rows = largest.faults.map(({ kind, nodes, currentA }) => {
      const least = smallest.faults.find((each) => each.kind === kind && each.nodes.join() === nodes.join());
      return [FAULT_WORDS[kind], nodes.join(' '), currentA / 1000, (least?.currentA ?? NaN) / 1000];
    });
    return {
      lines: [
        `short circuit at bus ${busId}, nominal voltage ${quantity((Math.sqrt(3) * largest.baseVoltageV) / 1000, 'kV')} between phases`,
        'initial symmetrical rms current of the largest faulted conductor',
        ...assumptions('max', largest.settings),
        ...assumptions('min', smallest.settings),
        'left out: loads, generators and motors, shunt capacitors, line charging, no-load branches; taps stand as in the file',
        'fault at the bus itself without fault impedance; sources behind their own impedance',
      ],
      table: { columns: ['fault', 'conductors', 'max_ka', 'min_ka'], rows },
      result: { busId, largest, smallest },
    };
  },
};

function assumptions(which: string, settings: ShortCircuitSettings): string[] {
  const { voltage, conductorTempDegC, referenceTempDegC, correctTransformers, source } = settings;
  const c = voltage.kind === 'factor' ? `c = ${voltage.c}` : 'the open voltage of the network';
  const transformers = correctTransformers
    ? 'two-winding transformers corrected by K_T'
    : 'transformers as on their plate';
  return [
    `${which}: ${c}, conductors at ${conductorTempDegC} degC (resistances given at ${referenceTempDegC} degC), ${transformers}; after ${source}`,
  ];
}
