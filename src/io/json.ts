import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import { locateJsonError } from './jsonError';

/** Larger files are refused before they are parsed; 200 MB of city model is about 100,000 buildings. */
export const MAX_FILE_BYTES = 200_000_000;

/** Says that a file is too large, or null. Shells ask this before they read the file at all. */
export function sizeIssue(fileName: string, sizeBytes: number): Issue | null {
  if (sizeBytes <= MAX_FILE_BYTES) return null;
  return {
    severity: 'error',
    code: 'file-too-large',
    source: fileName,
    value: `${Math.round(sizeBytes / 1e6)} MB`,
    message: `The file has ${Math.round(sizeBytes / 1e6)} MB; at most ${MAX_FILE_BYTES / 1e6} MB are read. It was not opened.`,
    remedy: 'Cut the area down to the district you study, for example with a GIS or cjio, and import that.',
  };
}

/** Text to JSON, or where the text stops being JSON. A byte order mark is dropped. */
export function parseJsonText(text: string, fileName: string): Outcome<unknown> {
  const tooLarge = sizeIssue(fileName, text.length);
  if (tooLarge) return fail([tooLarge]);
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return succeed(JSON.parse(body) as unknown);
  } catch {
    const place = locateJsonError(body);
    return fail([
      {
        severity: 'error',
        code: 'not-json',
        source: fileName,
        where: `line ${place.line}, column ${place.column}`,
        value: place.found,
        message: `The file is not JSON: line ${place.line}, column ${place.column} holds ${place.found}, expected ${place.expected}.`,
        remedy:
          place.found === 'the end of the file'
            ? 'The file looks cut off; export or download it again.'
            : 'Correct the text there, or export the file again.',
      },
    ]);
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property, whatever its name; never something inherited. */
export function property(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
