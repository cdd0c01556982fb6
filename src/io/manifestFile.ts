import type { ResultsManifest } from '../model/manifest';
import type { Outcome } from '../model/outcome';
import { parseManifest } from '../model/schema/manifestSchema';
import { parseJsonText } from './json';

/** A manifest of results: what a run gave, and the hashes of what it was a run of. */
export function readManifestFile(text: string, fileName: string): Outcome<ResultsManifest> {
  const json = parseJsonText(text, fileName);
  return json.ok ? parseManifest(json.value, fileName) : json;
}

export function writeManifest(manifest: ResultsManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
