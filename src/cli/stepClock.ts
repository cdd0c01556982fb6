import type { Circuit } from '../model/circuit';
import type { Moment } from '../sim/powerflow/circuit';
import { CommandFailure, EXIT, usageFailure } from './exit';
import { durationS } from './optionNumbers';

export type ShapeKind = Exclude<Moment['kind'], 'snapshot'>;

/** Which shapes steps are taken from, and how long a step is. */
export interface StepClock {
  readonly kind: ShapeKind;
  readonly stepS: number;
}

/** The kind of shapes the circuit asks for, otherwise the longest kind it has; `stepS` 0 = the circuit's own. */
export function clockOf(circuit: Circuit, stepS: number): StepClock {
  const { mode } = circuit.study;
  const longest = (['yearly', 'daily'] as const).find((kind) => carries(circuit, kind)) ?? 'duty';
  return { kind: mode === 'snapshot' ? longest : mode, stepS: stepS > 0 ? stepS : circuit.study.stepS };
}

function carries({ loads, generators }: Circuit, kind: ShapeKind): boolean {
  return [...loads, ...generators].some(({ enabled, shapes }) => enabled && shapes[kind] !== undefined);
}

/** Without a shape every step is the snapshot, which is not what was asked for. */
export function requireShapes(circuit: Circuit, option: string, { kind }: StepClock): void {
  const present = (['yearly', 'daily', 'duty'] as const).filter((each) => carries(circuit, each));
  const used: readonly ShapeKind[] = kind === 'duty' ? ['duty', 'daily'] : [kind];
  if (used.some((each) => present.includes(each))) return;
  const which = present.length === 0 ? 'shape' : `${kind} shape`;
  const message = `${option} asks for steps, and no load or generator in service has a ${which}.`;
  const remedy =
    present.length === 0
      ? 'Leave the option out for the snapshot, or give loads shapes.'
      : `There are ${present.join(' and ')} shapes: set the mode of the circuit to that.`;
  throw new CommandFailure(EXIT.badInput, [
    { severity: 'error', code: 'circuit-no-shapes', source: circuit.name, message, remedy },
  ]);
}

/** `1m`, `15m`, `1h`; the circuit's own step (0) where the option was not given. */
export function stepSizeOf(text: string | undefined, usage: string): number {
  if (text === undefined) return 0;
  const seconds = durationS(text);
  if (seconds !== null) return seconds;
  throw usageFailure(`--step-size takes a duration such as 1m, 15m or 1h, not ${text}.`, usage);
}
