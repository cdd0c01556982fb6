import type { Issue } from '../model/outcome';
import type { District } from '../model/district';
import type { WeatherYear } from '../model/weather';
import type { Document } from './document';
import type { Bookmark } from './history';

/** Work as this browser keeps it, under an id of its own; the district lies beside it by its hash. */
export interface KeptProject {
  readonly id: string;
  readonly name: string;
  readonly districtId: string;
  readonly districtSha256: string;
  /** Counts the writes: whoever writes must have seen the last one. */
  readonly revision: number;
  readonly savedAtMs: number;
  readonly document: Document;
  readonly bookmarks: readonly Bookmark[];
  /** Indicators of the strip that somebody has chosen; absent: as proposed. */
  readonly strip?: readonly string[];
}

/** A district that did not come with the app. */
export interface KeptDistrict {
  readonly district: District;
  /** Null where it follows from the district's climate. */
  readonly weather: WeatherYear | null;
}

/** Work that lies on the shelf and does not read: another version's, or damaged. It can be taken away as it is. */
export interface UnreadableProject {
  readonly id: string;
  readonly name: string;
  readonly issues: readonly Issue[];
  /** As it lies there. */
  readonly found: unknown;
}

/**
 * `overtaken`: another tab has written since. `gone`: it was kept and is not any more. `full`: no room. `closed`: this browser
 * keeps nothing.
 */
export type WriteVerdict = 'kept' | 'overtaken' | 'gone' | 'full' | 'closed';

/** Where projects are kept. Nothing here throws: a browser without storage holds nothing and says so. */
export interface ProjectShelf {
  list(): Promise<readonly KeptProject[]>;
  unreadable(): Promise<readonly UnreadableProject[]>;
  read(id: string): Promise<KeptProject | null>;
  /** Writes as revision `seen + 1` where the kept revision is `seen`; 0 where there is none. */
  write(project: Omit<KeptProject, 'revision'>, seen: number): Promise<WriteVerdict>;
  /** False where it could not be deleted. */
  remove(id: string): Promise<boolean>;
  /** False where not everything could be deleted. */
  clear(): Promise<boolean>;
  readDistrict(sha256: string): Promise<KeptDistrict | null>;
  writeDistrict(sha256: string, kept: KeptDistrict): Promise<WriteVerdict>;
  /** Bytes kept and bytes there is room for; null where the browser does not say. */
  room(): Promise<{ readonly usedBytes: number; readonly quotaBytes: number } | null>;
}

/** The project in this tab. */
export interface OpenProject {
  readonly id: string;
  readonly name: string;
  /** The revision this tab has read or written last. */
  readonly revision: number;
  /** What was kept of it is deleted: nothing is written back until somebody asks for it. */
  readonly isHeldBack?: true;
}

/** Which project a tab had open; a new tab begins with the last one of any tab. */
export interface TabMemory {
  read(): string | null;
  write(id: string | null): void;
}

/** Something the user should know that is no result: what a link brought, what is not kept. */
export interface Told {
  readonly kind: 'note' | 'problem';
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** An id that no other tab and no other browser gives. */
export function freshProjectId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The name, or where it is taken the name with the next number. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

export const told = (text: string, kind: Told['kind'] = 'note', issues: readonly Issue[] = []): Told => ({
  kind,
  text,
  issues,
});
