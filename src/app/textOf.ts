import type { Issue } from '../model/outcome';

/** Larger files are refused before they are read. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

export async function textOf(file: File): Promise<string> {
  if (file.size > MAX_FILE_BYTES) {
    throw new Error(`it has ${Math.round(file.size / 1024 / 1024)} MB; the limit is 200 MB`);
  }
  return file.text();
}

export function loadIssue(source: string, error: unknown): Issue {
  return {
    severity: 'error',
    code: 'file-unreadable',
    source,
    message: `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Check the file and try again.',
  };
}
