import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { KeptDistrict, KeptProject, ProjectShelf, UnreadableProject, WriteVerdict } from './projects';
import { readEntry, sortedEntries, type SortedEntries } from './projectsReading';

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
    return (await this.sorted()).projects;
  }

  async unreadable(): Promise<readonly UnreadableProject[]> {
    return (await this.sorted()).unreadable;
  }

  private async sorted(): Promise<SortedEntries> {
    const entries = await orElse(
      database().then(async (db) => {
        const reading = db.transaction('projects');
        const [ids, all] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
        return ids.map((id, row) => ({ id, found: all[row] }));
      }),
      [],
    );
    return sortedEntries(entries);
  }

  async read(id: string): Promise<KeptProject | null> {
    const found = await orElse(
      database().then((db) => db.get('projects', id)),
      undefined,
    );
    const read = found === undefined ? null : readEntry({ id, found });
    return read === null || 'issues' in read ? null : read;
  }

  write(project: Omit<KeptProject, 'revision'>, seen: number): Promise<WriteVerdict> {
    return verdict(async () => {
      const writing = (await database()).transaction('projects', 'readwrite');
      const kept = await writing.store.get(project.id);
      // One transaction at a time: no other tab writes between the look and the write.
      const said = saidOf(kept, seen);
      if (said === 'kept') await writing.store.put({ ...project, revision: seen + 1 }, project.id);
      await writing.done;
      return said;
    });
  }

  remove(id: string): Promise<boolean> {
    return orElse(
      database().then(async (db) => {
        await db.delete('projects', id);
        return true;
      }),
      false,
    );
  }

  clear(): Promise<boolean> {
    return orElse(
      database().then(async (db) => {
        await Promise.all([db.clear('projects'), db.clear('districts')]);
        return true;
      }),
      false,
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
    // Over plain http there is no storage to ask; the type does not say so.
    const storage: StorageManager | undefined = navigator.storage;
    const estimate = await orElse(Promise.resolve(storage?.estimate()), undefined);
    if (estimate?.usage === undefined || estimate.quota === undefined) return null;
    return { usedBytes: estimate.usage, quotaBytes: estimate.quota };
  }
}

async function orElse<Value>(asked: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await asked;
  } catch {
    return otherwise;
  }
}

function saidOf(kept: KeptProject | undefined, seen: number): WriteVerdict {
  if (kept === undefined && seen > 0) return 'gone';
  return (kept?.revision ?? 0) === seen ? 'kept' : 'overtaken';
}

async function verdict(write: () => Promise<WriteVerdict>): Promise<WriteVerdict> {
  try {
    return await write();
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'closed';
  }
}
