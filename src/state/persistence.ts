import { openDB } from 'idb';
import { parseBaseEdits, parseScenario } from '../model/schema';
import { BASELINE_ID, type Document } from './document';
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
    return documentOf(kept);
  } catch {
    return null;
  }
}

/** The kept work if every part of it still reads; a document of another version is left alone, not half opened. */
function documentOf(value: unknown): Document | null {
  if (typeof value !== 'object' || value === null) return null;
  const { scenarios, baseEdits } = value as Partial<Record<keyof Document, unknown>>;
  const edits = parseBaseEdits(baseEdits, 'kept work');
  if (!edits.ok || !Array.isArray(scenarios)) return null;
  const read = scenarios.map((scenario) => parseScenario(scenario, 'kept work'));
  const good = read.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return good.length === read.length && good[0]?.id === BASELINE_ID
    ? { baseEdits: edits.value, scenarios: good }
    : null;
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
