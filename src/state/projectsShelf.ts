import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { bookmarksOf, workOf } from '../io';
import type { KeptDistrict, KeptProject, ProjectShelf, WriteVerdict } from './projects';

const DATABASE = 'gridtwin';
const VERSION = 2;

interface Shelves extends DBSchema {
  projects: { key: string; value: KeptProject };
  districts: { key: string; value: KeptDistrict };
}

/** Version 1 kept one document a district, by the district's hash. */
interface FirstVersion extends DBSchema {
  documents: { key: string; value: { scenarios?: readonly { base?: { districtId?: string } }[] } };
}

/** The work of version 1, each as a project; the change of version ends when this does. */
async function takeOver(
  old: IDBPDatabase<FirstVersion>,
  change: IDBPTransaction<Shelves & FirstVersion, ('projects' | 'documents')[], 'versionchange'>,
): Promise<void> {
  if (!old.objectStoreNames.contains('documents')) return;
  const documents = change.objectStore('documents');
  const projects = change.objectStore('projects');
  for (const id of await documents.getAllKeys()) {
    const document = await documents.get(id);
    const project = {
      ...{ id, name: 'My work', revision: 1, savedAtMs: 0, bookmarks: [], districtSha256: id },
      districtId: document?.scenarios?.[0]?.base?.districtId ?? '',
      document: document as unknown as KeptProject['document'],
    };
    await projects.put(project, id);
  }
  old.deleteObjectStore('documents');
}

async function database(): Promise<IDBPDatabase<Shelves>> {
  return openDB<Shelves>(DATABASE, VERSION, {
    upgrade: (fresh, _from, _to, transaction) => {
      fresh.createObjectStore('projects');
      fresh.createObjectStore('districts');
      void takeOver(
        fresh as unknown as IDBPDatabase<FirstVersion>,
        transaction as unknown as IDBPTransaction<
          Shelves & FirstVersion,
          ('projects' | 'documents')[],
          'versionchange'
        >,
      );
    },
    // A newer tab wants to change the layout: this one lets go, and opens again when it next writes.
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

/** Projects in the browser's own database. */
export class BrowserShelf implements ProjectShelf {
  async list(): Promise<readonly KeptProject[]> {
    const all = await orElse(
      database().then((db) => db.getAll('projects')),
      [],
    );
    return all
      .flatMap((kept) => checked(kept) ?? [])
      .sort((a, b) => b.savedAtMs - a.savedAtMs || (a.id < b.id ? -1 : 1));
  }

  async read(id: string): Promise<KeptProject | null> {
    const kept = await orElse(
      database().then((db) => db.get('projects', id)),
      undefined,
    );
    return checked(kept);
  }

  write(project: Omit<KeptProject, 'revision'>, seen: number): Promise<WriteVerdict> {
    return verdict(async () => {
      const writing = (await database()).transaction('projects', 'readwrite');
      const kept = await writing.store.get(project.id);
      // One transaction at a time: no other tab writes between the look and the write.
      const isOvertaken = (kept?.revision ?? 0) !== seen;
      if (!isOvertaken) await writing.store.put({ ...project, revision: seen + 1 }, project.id);
      await writing.done;
      return isOvertaken ? 'overtaken' : 'kept';
    });
  }

  async remove(id: string): Promise<void> {
    await orElse(
      database().then((db) => db.delete('projects', id)),
      undefined,
    );
  }

  async clear(): Promise<void> {
    await orElse(
      database().then((db) => Promise.all([db.clear('projects'), db.clear('districts')])),
      undefined,
    );
  }

  async readDistrict(sha256: string): Promise<KeptDistrict | null> {
    const kept = await orElse(
      database().then((db) => db.get('districts', sha256)),
      undefined,
    );
    return kept ?? null;
  }

  writeDistrict(sha256: string, kept: KeptDistrict): Promise<WriteVerdict> {
    return verdict(async () => {
      await (await database()).put('districts', kept, sha256);
      return 'kept';
    });
  }

  async room(): Promise<{ usedBytes: number; quotaBytes: number } | null> {
    const estimate = await orElse(navigator.storage.estimate(), null);
    if (estimate?.usage === undefined || estimate.quota === undefined) return null;
    return { usedBytes: estimate.usage, quotaBytes: estimate.quota };
  }
}

/** The project if every part of it still reads; one of another version is left alone, not half opened. */
function checked(kept: KeptProject | undefined): KeptProject | null {
  if (kept === undefined) return null;
  const document = workOf(kept.document, 'kept work');
  const bookmarks = bookmarksOf(kept.bookmarks, 'kept work');
  if (!document.ok || !bookmarks.ok) return null;
  return { ...kept, document: document.value, bookmarks: bookmarks.value };
}

async function orElse<Value>(asked: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await asked;
  } catch {
    return otherwise;
  }
}

async function verdict(write: () => Promise<WriteVerdict>): Promise<WriteVerdict> {
  try {
    return await write();
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'closed';
  }
}
