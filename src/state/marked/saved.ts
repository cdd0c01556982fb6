import type { SavedSelection } from '../../io/selectionsPart';
import type { Document } from '../document';

const NONE: readonly SavedSelection[] = [];

export const savedSelections = ({ selections }: Document): readonly SavedSelection[] => selections ?? NONE;

/** The work with a selection under its name; one that has the name already is replaced in its place. */
export function withSelection(document: Document, saved: SavedSelection): Document {
  const present = savedSelections(document);
  const isKnown = present.some(({ name }) => name === saved.name);
  const selections = isKnown
    ? present.map((one) => (one.name === saved.name ? saved : one))
    : [...present, saved];
  return { ...document, selections };
}

/** The work without it; without any, nothing is left behind. */
export function withoutSelection(document: Document, name: string): Document {
  const present = savedSelections(document);
  const selections = present.filter((one) => one.name !== name);
  if (selections.length === present.length) return document;
  const { selections: _, ...rest } = document;
  return selections.length === 0 ? rest : { ...rest, selections };
}
