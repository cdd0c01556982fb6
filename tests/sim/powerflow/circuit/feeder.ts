import type { Circuit } from '../../../../src/model/circuit';
import { BASE_V, circuit, line, load, source } from '../../../study/network/circuits';
import { bank, capacitorControl, regulating, regulator } from '../controls/instruments';

/** Pseudo-random numbers in [0, 1). */
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

export const STEPS = 150;

/** Regulator at the head, feeder, capacitor half-way; loads that follow shapes of their own, three levels a day. */
export function feeder(seed: number, more: Partial<Circuit> = {}): Circuit {
  const draw = draws(seed);
  const buses = ['a', 'b', 'c', 'd', 'e'];
  const windings = ['s', 'a'].map((busId) => ({
    ...regulating().windings[0]!,
    terminal: { busId, nodes: [1, 2, 3, 0] },
    ratedVoltageV: 400,
  }));
  const level = Array.from({ length: STEPS }, (_, k) => 0.1 + 0.9 * Math.abs(Math.sin(k / 19)));
  return circuit({
    sources: [source('s', { voltageV: 1.01 * BASE_V })],
    transformers: [
      regulating({ phases: 3, windings, shortCircuitXPercent: [2], normalRatingVa: 250e3, id: 'trafo' }),
    ],
    lines: buses
      .slice(1)
      .map((bus, k) => line(`l${k}`, buses[k]!, bus, { r: 0.02 + 0.02 * draw(), x: 0.03, rm: 0.004 })),
    capacitors: [
      bank([false, false], {
        terminal: { busId: 'c', nodes: [1, 2, 3] },
        returnTerminal: { busId: 'c', nodes: [0, 0, 0] },
      }),
    ],
    loads: buses.slice(1).flatMap((bus) => [
      load(`${bus}3`, bus, 14e3 + 10e3 * draw(), { qVar: 9e3, shapes: { yearly: `shape-${bus}` } }),
      load(`${bus}1`, bus, 5e3 * draw(), {
        nodes: [1 + Math.floor(3 * draw()), 0],
        qVar: 500,
        shapes: { yearly: `shape-${bus}` },
      }),
    ]),
    shapes: buses.map((bus) => ({
      id: `shape-${bus}`,
      intervalS: 3600,
      p: Float64Array.from(level, (value) => value * (0.8 + 0.4 * draw())),
      actual: false,
    })),
    regulatorControls: [
      regulator({
        phase: 'min',
        voltageRatio: BASE_V / 120,
        setPointV: 122,
        compensationRV: 12,
        currentRatingA: 300,
      }),
    ],
    capacitorControls: [
      capacitorControl({ elementId: 'line.l1', quantity: 'kvar', onSetting: 24, offSetting: -4, delayS: 20 }),
    ],
    study: { ...circuit({}).study, controls: 'static', mode: 'yearly' },
    ...more,
  });
}
