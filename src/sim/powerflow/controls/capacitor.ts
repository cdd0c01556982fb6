import type { CapacitorControl, Circuit, CircuitCapacitor, Terminal } from '../../../model/circuit';
import type { ElementKind } from '../circuit/elementTable';
import { type Instruments, magnitude, type Phasor } from './measure';

export interface WantedSwitching {
  readonly action: 'open' | 'close';
  readonly delayS: number;
}

/** The element a capacitor control looks at: kind, terminal and phases. */
interface Monitored {
  readonly kind: ElementKind;
  readonly terminal: Terminal;
  readonly phases: number;
}

/**
 * What a capacitor control wants at a solved step (after OpenDSS's CapControl): voltage override first, then its own
 * quantity against the on and off settings; between them it rests. Null: nothing to switch.
 */
export function wantedSwitching(
  control: CapacitorControl,
  circuit: Circuit,
  capacitor: CircuitCapacitor,
  read: Instruments,
  hourOfDay: number,
): WantedSwitching | null {
  if (!capacitor.enabled) return null;
  const monitored = monitoredTerminal(circuit, control);
  const last = lastClosed(capacitor);
  const bank: Bank = { capacitor, closed: last >= 0, more: last < capacitor.steps.length - 1 };
  const override = monitored === null ? null : overridden(control, bank, monitored, read);
  const action = override ?? judged(control, bank, monitored, read, hourOfDay);
  if (action === null) return null;
  return { action, delayS: action === 'close' ? control.delayS : control.delayOffS };
}

/** A bank counts as closed with its first step; steps go in after the last one that is in. */
interface Bank {
  readonly capacitor: CircuitCapacitor;
  readonly closed: boolean;
  readonly more: boolean;
}

function monitoredTerminal(circuit: Circuit, control: CapacitorControl): Monitored | null {
  const { elementId, elementTerminal } = control;
  const dot = elementId.indexOf('.');
  const kind = elementId.slice(0, dot);
  const id = elementId.slice(dot + 1);
  if (kind === 'line') {
    const line = circuit.lines.find((item) => item.id === id);
    if (line === undefined) return null;
    const terminal = elementTerminal === 0 ? line.from : line.to;
    return { kind, terminal, phases: terminal.nodes.length };
  }
  if (kind === 'transformer') {
    const transformer = circuit.transformers.find((item) => item.id === id);
    const terminal = transformer?.windings[elementTerminal]?.terminal;
    return transformer === undefined || terminal === undefined
      ? null
      : { kind, terminal, phases: transformer.phases };
  }
  if (kind === 'capacitor') {
    const capacitor = circuit.capacitors.find((item) => item.id === id);
    if (capacitor === undefined) return null;
    return { kind, terminal: capacitor.terminal, phases: capacitor.phases };
  }
  return null;
}

function overridden(
  control: CapacitorControl,
  bank: Bank,
  monitored: Monitored,
  read: Instruments,
): 'open' | 'close' | null {
  if (!control.voltageOverride || control.quantity === 'voltage') return null;
  const voltageV = controlVoltageV(control, bank.capacitor, monitored, read);
  if (!bank.closed) return voltageV < control.voltageMinV ? 'close' : null;
  return voltageV > control.voltageMaxV ? 'open' : null;
}

/** By the control's own quantity. A time control needs nothing to measure. */
function judged(
  control: CapacitorControl,
  bank: Bank,
  monitored: Monitored | null,
  read: Instruments,
  hourOfDay: number,
): 'open' | 'close' | null {
  const { onSetting, offSetting } = control;
  if (control.quantity === 'time') return judgedByTime(control, bank, hourOfDay);
  if (monitored === null) return null;
  switch (control.quantity) {
    case 'voltage': {
      const value = controlVoltageV(control, bank.capacitor, monitored, read);
      return between(value < onSetting, value > offSetting, bank);
    }
    case 'current': {
      const value = controlCurrentA(control, bank.capacitor, monitored, read);
      return between(value > onSetting, value < offSetting, bank);
    }
    case 'kvar': {
      const value = powerOf(control, monitored, read).qVar / 1000;
      return between(value > onSetting, value < offSetting, bank);
    }
    case 'powerFactor':
      return judgedByPowerFactor(control, bank, powerOf(control, monitored, read));
  }
}

/** Hours of the day from 0 (excluded) to 24. An off hour before the on hour belongs to the next day. */
function judgedByTime(control: CapacitorControl, bank: Bank, hourOfDay: number): 'open' | 'close' | null {
  const { onSetting, offSetting } = control;
  const sameDay = offSetting > onSetting;
  const on = hourOfDay >= onSetting && hourOfDay < (sameDay ? offSetting : 24);
  const off = sameDay
    ? hourOfDay >= offSetting || hourOfDay < onSetting
    : hourOfDay >= offSetting && hourOfDay < onSetting;
  return between(on, off, bank);
}

/** Power factors count on beyond 1: 1.05 is 0.95 leading. A step goes in if half of it at least finds something to do. */
function judgedByPowerFactor(
  control: CapacitorControl,
  bank: Bank,
  { pW, qVar }: Power,
): 'open' | 'close' | null {
  const sizeVa = Math.sqrt(pW * pW + qVar * qVar);
  const lagging = sizeVa === 0 ? 1 : Math.abs(pW) / sizeVa;
  const value = qVar < 0 ? 2 - lagging : lagging;
  const { steps } = bank.capacitor;
  const bankVar = steps.reduce((sum, step) => sum + step.qVar, 0);
  const enough = qVar > 0.5 * (bank.closed ? bankVar / steps.length : bankVar);
  return between(value < control.onSetting && enough, value > control.offSetting, bank);
}

function between(on: boolean, off: boolean, { closed, more }: Bank): 'open' | 'close' | null {
  if (!closed) return on ? 'close' : null;
  if (off) return 'open';
  return more && on ? 'close' : null;
}

interface Power {
  readonly pW: number;
  readonly qVar: number;
}

const elementOf = ({ elementId }: CapacitorControl): string => elementId.slice(elementId.indexOf('.') + 1);

/** Into the monitored terminal; nothing flows into an element out of service. */
const powerOf = (control: CapacitorControl, monitored: Monitored, read: Instruments): Power =>
  read.terminalFlow(monitored.kind, elementOf(control), control.elementTerminal) ?? { pW: 0, qVar: 0 };

function controlVoltageV(
  control: CapacitorControl,
  capacitor: CircuitCapacitor,
  monitored: Monitored,
  read: Instruments,
): number {
  const voltages = read.voltages(monitored.terminal).slice(0, monitored.phases);
  const { voltagePhase } = control;
  if (typeof voltagePhase !== 'number') {
    return combined(voltages.map(magnitude), voltagePhase) / control.voltageRatio;
  }
  const own = voltages[voltagePhase] ?? voltages[0]!;
  if (capacitor.connection === 'wye') return magnitude(own) / control.voltageRatio;
  const next: Phasor = voltages[(voltagePhase + 1) % capacitor.phases] ?? voltages[0]!;
  return magnitude({ re: own.re - next.re, im: own.im - next.im }) / control.voltageRatio;
}

/**
 * As OpenDSS reads it: mean and extremes at the monitored terminal over as many phases as the capacitor has; a single phase
 * at the element's first terminal, whichever is monitored.
 */
function controlCurrentA(
  control: CapacitorControl,
  capacitor: CircuitCapacitor,
  monitored: Monitored,
  read: Instruments,
): number {
  const { currentPhase } = control;
  const terminal = typeof currentPhase === 'number' ? 0 : control.elementTerminal;
  const flow = read.terminalFlow(monitored.kind, elementOf(control), terminal);
  if (flow === null) return 0;
  const sizes = Array.from(flow.currentRe, (re, k) => magnitude({ re, im: flow.currentIm[k]! }));
  const value =
    typeof currentPhase === 'number'
      ? (sizes[currentPhase] ?? sizes[0]!)
      : combined(sizes.slice(0, capacitor.phases), currentPhase);
  return value / control.currentRatio;
}

function combined(values: readonly number[], how: 'average' | 'max' | 'min'): number {
  if (how === 'max') return Math.max(...values);
  if (how === 'min') return Math.min(...values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The bank after one switching action: one step more or less, the last one in goes first. */
export function switched(capacitor: CircuitCapacitor, action: 'open' | 'close'): CircuitCapacitor {
  const last = lastClosed(capacitor);
  const at = action === 'close' ? last + 1 : last;
  if (at < 0 || at === capacitor.steps.length) return capacitor;
  const steps = [...capacitor.steps];
  steps[at] = { ...steps[at]!, closed: action === 'close' };
  return { ...capacitor, steps };
}

function lastClosed(capacitor: CircuitCapacitor): number {
  for (let at = capacitor.steps.length - 1; at >= 0; at--) if (capacitor.steps[at]!.closed) return at;
  return -1;
}
