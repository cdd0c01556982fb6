import { bookmarksOf, workOf } from '../io/projectFile';
import { stripPartOf } from '../io/selectionsPart';
import type { Issue } from '../model/outcome';
import type { KeptProject, UnreadableProject } from './projects';

/** What lies on the shelf under one id. */
export interface ShelfEntry {
  readonly id: string;
  readonly found: unknown;
}

export interface SortedEntries {
  /** The newest first. */
  readonly projects: readonly KeptProject[];
  readonly unreadable: readonly UnreadableProject[];
}

/** Projects of which every part still reads, and apart from them those of which one does not: none is half opened. */
export function sortedEntries(entries: readonly ShelfEntry[]): SortedEntries {
  const projects: KeptProject[] = [];
  const unreadable: UnreadableProject[] = [];
  for (const entry of entries) {
    const read = readEntry(entry);
    if ('issues' in read) unreadable.push(read);
    else projects.push(read);
  }
  projects.sort((a, b) => b.savedAtMs - a.savedAtMs || (a.id < b.id ? -1 : 1));
  return { projects, unreadable };
}

export function readEntry({ id, found }: ShelfEntry): KeptProject | UnreadableProject {
  const kept = (typeof found === 'object' && found !== null ? found : {}) as Partial<KeptProject>;
  const name = typeof kept.name === 'string' ? kept.name : id.slice(0, 12);
  const document = workOf(kept.document, name);
  const bookmarks = bookmarksOf(kept.bookmarks, name);
  const issues: readonly Issue[] = [...document.issues, ...bookmarks.issues];
  if (!document.ok || !bookmarks.ok || !isLabelled(kept)) return { id, name, issues, found };
  const { strip: found_, ...rest } = kept;
  const strip = stripPartOf(found_);
  return {
    ...{ ...rest, id, document: document.value, bookmarks: bookmarks.value },
    ...(strip === null ? {} : { strip }),
  };
}

const isLabelled = (kept: Partial<KeptProject>): kept is KeptProject =>
  typeof kept.name === 'string' &&
  typeof kept.districtId === 'string' &&
  typeof kept.districtSha256 === 'string' &&
  typeof kept.revision === 'number' &&
  typeof kept.savedAtMs === 'number';
