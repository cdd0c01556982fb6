import type { Circuit, CircuitCapacitor, CircuitTransformer, RegulatorControl } from '../../../model/circuit';
import { switched, wantedSwitching } from './capacitor';
import type { Instruments } from './measure';
import { stepsAtOnce, tapIncrement, wantedTaps, wantedTurn } from './regulator';

export type Change = number | 'open' | 'close' | 'reverse';

/** Something a control did. */
export interface ControlAction {
  readonly controlId: string;
  readonly elementId: string;
  /** Tap steps made (signed, fewer than wanted at the end of the range), the switching of a capacitor step, or a reversible regulator that turned round. */
  readonly change: Change;
  readonly timeS: number;
}

/** Controls that are waiting to act, with the time at which they fall due. */
export type ControlQueue = ReadonlyMap<string, number>;

export const newQueue = (): ControlQueue => new Map();

interface Wish {
  readonly controlId: string;
  readonly elementId: string;
  readonly change: Change;
  readonly delayS: number;
}

/** What controls act on, by id, while a round is carried out. */
interface Acted {
  readonly transformers: Map<string, CircuitTransformer>;
  readonly capacitors: Map<string, CircuitCapacitor>;
  readonly regulators: Map<string, RegulatorControl>;
}

/**
 * One round of control (README, 20): every control looks at the solved step; one that was waiting and is content again drops out; those
 * that fall due first act together. Time stands still, so delays only order the actions.
 */
export function actOnControls(
  circuit: Circuit,
  queue: ControlQueue,
  read: Instruments,
  hourOfDay: number,
): { readonly circuit: Circuit; readonly queue: ControlQueue; readonly actions: readonly ControlAction[] } {
  const acted: Acted = {
    transformers: new Map(circuit.transformers.map((item) => [item.id, item])),
    capacitors: new Map(circuit.capacitors.map((item) => [item.id, item])),
    regulators: new Map(circuit.regulatorControls.map((item) => [item.id, item])),
  };
  const wishes = [
    ...regulatorWishes(circuit, acted, read),
    ...turnWishes(circuit, acted, read),
    ...capacitorWishes(circuit, acted, read, hourOfDay),
  ];
  const waiting = new Map<string, number>();
  for (const wish of wishes) waiting.set(wish.controlId, queue.get(wish.controlId) ?? wish.delayS);
  if (waiting.size === 0) return { circuit, queue: waiting, actions: [] };
  const first = Math.min(...waiting.values());
  const due = wishes.filter((wish) => waiting.get(wish.controlId) === first);
  const actions = due.map((wish): ControlAction => {
    waiting.delete(wish.controlId);
    const change = apply(wish, acted);
    return { controlId: wish.controlId, elementId: wish.elementId, change, timeS: first };
  });
  return { circuit: after(circuit, acted), queue: waiting, actions };
}

/** The circuit with what was acted on; lists without a change stay the same objects. */
function after(circuit: Circuit, { transformers, capacitors, regulators }: Acted): Circuit {
  const taken = <Item extends { readonly id: string }>(
    items: readonly Item[],
    now: ReadonlyMap<string, Item>,
  ): readonly Item[] =>
    items.every((item) => now.get(item.id) === item) ? items : items.map((item) => now.get(item.id)!);
  return {
    ...circuit,
    transformers: taken(circuit.transformers, transformers),
    capacitors: taken(circuit.capacitors, capacitors),
    regulatorControls: taken(circuit.regulatorControls, regulators),
  };
}

const tapId = (control: RegulatorControl): string => `regulator ${control.id}`;

function regulatorWishes(circuit: Circuit, { transformers }: Acted, read: Instruments): Wish[] {
  return circuit.regulatorControls.flatMap((control): Wish[] => {
    const transformer = transformers.get(control.transformerId);
    if (!isAwake(control) || transformer === undefined) return [];
    const wanted = wantedTaps(control, transformer, read);
    if (wanted === null) return [];
    const increment = tapIncrement(transformer.windings[control.tapWinding]!);
    const change = stepsAtOnce(wanted.steps, control.maxTapChange, increment);
    return [{ controlId: tapId(control), elementId: control.transformerId, change, delayS: wanted.delayS }];
  });
}

const isAwake = (control: RegulatorControl): boolean => control.enabled && control.maxTapChange !== 0;

function turnWishes(circuit: Circuit, { transformers }: Acted, read: Instruments): Wish[] {
  return circuit.regulatorControls.flatMap((control): Wish[] => {
    if (!isAwake(control) || !transformers.has(control.transformerId)) return [];
    const delayS = wantedTurn(control, read);
    if (delayS === null) return [];
    const controlId = `direction ${control.id}`;
    return [{ controlId, elementId: control.transformerId, change: 'reverse', delayS }];
  });
}

function capacitorWishes(
  circuit: Circuit,
  { capacitors }: Acted,
  read: Instruments,
  hourOfDay: number,
): Wish[] {
  return circuit.capacitorControls.flatMap((control): Wish[] => {
    const capacitor = capacitors.get(control.capacitorId);
    if (!control.enabled || capacitor === undefined) return [];
    const wanted = wantedSwitching(control, circuit, capacitor, read, hourOfDay);
    if (wanted === null) return [];
    const controlId = `capacitor ${control.id}`;
    return [{ controlId, elementId: control.capacitorId, change: wanted.action, delayS: wanted.delayS }];
  });
}

/** Carries a wish out; what was done of it. */
function apply({ change, controlId, elementId }: Wish, acted: Acted): Change {
  const { transformers, capacitors, regulators } = acted;
  const id = controlId.slice(controlId.indexOf(' ') + 1);
  if (change === 'open' || change === 'close') {
    capacitors.set(elementId, switched(capacitors.get(elementId)!, change));
  } else if (change === 'reverse') {
    const control = regulators.get(id)!;
    regulators.set(id, { ...control, reversed: control.reversed !== true });
  } else {
    const row = regulators.get(id)!.tapWinding;
    const before = transformers.get(elementId)!;
    const moved = tapped(before, row, change);
    transformers.set(elementId, moved);
    const [from, to] = [before, moved].map((transformer) => transformer.windings[row]!);
    // A last step that the range cuts short counts as one.
    const made = Math.ceil(Math.abs(to!.tapPu - from!.tapPu) / tapIncrement(from!) - 1e-6);
    return Math.sign(change) * made;
  }
  return change;
}

/** The transformer with a winding's tap moved by whole steps, held inside its range. */
export function tapped(transformer: CircuitTransformer, row: number, steps: number): CircuitTransformer {
  const windings = transformer.windings.map((winding, at) => {
    if (at !== row) return winding;
    const tapPu = winding.tapPu + steps * tapIncrement(winding);
    return { ...winding, tapPu: Math.min(winding.tapMaxPu, Math.max(winding.tapMinPu, tapPu)) };
  });
  return { ...transformer, windings };
}
