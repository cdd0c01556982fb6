import { openDB } from 'idb';
import type { Document } from './document';
import type { AppStore } from './store';

const DATABASE = 'gridtwin';
const DOCUMENTS = 'documents';
const WRITE_DELAY_MS = 400;

const database = () =>
  openDB(DATABASE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(DOCUMENTS);
    },
  });

/** The kept document of a district, by the district's hash; null when there is none or storage is closed to us. */
export async function keptDocument(districtSha256: string): Promise<Document | null> {
  try {
    const kept: unknown = await (await database()).get(DOCUMENTS, districtSha256);
    return isDocument(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    Array.isArray((value as Document).scenarios) &&
    Array.isArray((value as Document).baseEdits) &&
    (value as Document).scenarios[0]?.id === 'baseline'
  );
}

/** Keeps the document of the district on screen after every edit. Returns what ends it. */
export function keepDocuments(store: AppStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return store.subscribe((state, before) => {
    const { loaded, history } = state;
    if (loaded === null || history.present === before.history.present || loaded !== before.loaded) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Private windows have no storage: the work stays in this tab only.
      void database()
        .then((db) => db.put(DOCUMENTS, history.present, loaded.sha256))
        .catch(() => undefined);
    }, WRITE_DELAY_MS);
  });
}
