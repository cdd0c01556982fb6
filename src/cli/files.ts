import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Issue } from '../model/outcome';
import { CommandFailure, EXIT } from './exit';

/** Larger files are refused before they are read: nothing this engine takes comes near. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

function fileFailure(path: string, message: string, remedy: string): CommandFailure {
  const issue: Issue = { severity: 'error', code: 'file', source: path, message, remedy };
  return new CommandFailure(EXIT.badInput, [issue]);
}

/** Text of a file; a missing or oversized one ends the command with a clear issue. */
export function readText(path: string): string {
  let sizeBytes: number;
  try {
    sizeBytes = statSync(path).size;
  } catch {
    throw fileFailure(path, 'The file does not exist or cannot be read.', 'Check the path.');
  }
  if (sizeBytes > MAX_FILE_BYTES) {
    const megabytes = Math.round(sizeBytes / 1024 / 1024);
    throw fileFailure(
      path,
      `The file has ${megabytes} MB; the limit is 200 MB.`,
      'Cut it into smaller areas.',
    );
  }
  return readFileSync(path, 'utf8');
}

export function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export const fileName = (path: string): string => basename(path);
