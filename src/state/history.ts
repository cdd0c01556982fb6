import type { Document } from './document';

/** Undo and redo of every kind of edit: whole documents, each with the name of the change that led to it. */
export interface History {
  readonly past: readonly Step[];
  readonly present: Document;
  readonly future: readonly Step[];
  /** States that somebody wants to find again; they outlive the steps around them. */
  readonly bookmarks: readonly Bookmark[];
}

export interface Step {
  /** What was done, for example `Heat pumps 40 %`. */
  readonly name: string;
  /** The document before the change (past) or after it (future). */
  readonly document: Document;
}

export interface Bookmark {
  readonly name: string;
  readonly document: Document;
}

/** A state of the work by the change that led to it; null for the first that is kept. */
export interface WorkState {
  readonly name: string | null;
  readonly document: Document;
  readonly place: 'past' | 'present' | 'future';
}

const KEPT_STEPS = 200;

export function startHistory(document: Document, bookmarks: readonly Bookmark[] = []): History {
  return { past: [], present: document, future: [], bookmarks };
}

export function change(history: History, name: string, document: Document): History {
  if (document === history.present) return history;
  const past = [...history.past, { name, document: history.present }].slice(-KEPT_STEPS);
  return { ...history, past, present: document, future: [] };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    ...history,
    past: history.past.slice(0, -1),
    present: last.document,
    future: [{ name: last.name, document: history.present }, ...history.future],
  };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return {
    ...history,
    past: [...history.past, { name: next.name, document: history.present }],
    present: next.document,
    future,
  };
}

/** All states in the order they were made, the undone ones behind the present. */
export function statesOf({ past, present, future }: History): readonly WorkState[] {
  const documents = [...past.map(({ document }) => document), present];
  const made = documents.map((document, at): WorkState => ({
    name: past[at - 1]?.name ?? null,
    document,
    place: at === past.length ? 'present' : 'past',
  }));
  const undone = future.map(({ name, document }): WorkState => ({ name, document, place: 'future' }));
  return [...made, ...undone];
}

/**
 * Goes to any state as one more step, so that undo leads back from it. Steps that had been undone stay on the way: they are
 * walked forward and back again, and nothing is lost. `undoName`: what the way back from them is called.
 */
export function returnTo(history: History, document: Document, name: string, undoName = 'Undo'): History {
  if (document === history.present) return history;
  const walked: Step[] = [...history.past];
  let at = history.present;
  for (const step of history.future) {
    walked.push({ name: step.name, document: at });
    at = step.document;
  }
  if (at !== history.present) walked.push({ name: undoName, document: at });
  const past = [...walked, { name, document: history.present }].slice(-KEPT_STEPS);
  return { ...history, past, present: document, future: [] };
}

/** A bookmark at the present state; its name again takes it to here. */
export function withBookmark(history: History, name: string): History {
  const others = history.bookmarks.filter((bookmark) => bookmark.name !== name);
  return { ...history, bookmarks: [...others, { name, document: history.present }] };
}

export function withoutBookmark(history: History, name: string): History {
  return { ...history, bookmarks: history.bookmarks.filter((bookmark) => bookmark.name !== name) };
}
