import type { Document } from './document';

/** Undo and redo of every kind of edit: whole documents, each with the name of the change that led to it. */
export interface History {
  readonly past: readonly Step[];
  readonly present: Document;
  readonly future: readonly Step[];
}

export interface Step {
  /** What was done, for example `Heat pumps 40 %`. */
  readonly name: string;
  /** The document before the change (past) or after it (future). */
  readonly document: Document;
}

const KEPT_STEPS = 200;

export function startHistory(document: Document): History {
  return { past: [], present: document, future: [] };
}

export function change(history: History, name: string, document: Document): History {
  if (document === history.present) return history;
  const past = [...history.past, { name, document: history.present }].slice(-KEPT_STEPS);
  return { past, present: document, future: [] };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.document,
    future: [{ name: last.name, document: history.present }, ...history.future],
  };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, { name: next.name, document: history.present }],
    present: next.document,
    future,
  };
}
