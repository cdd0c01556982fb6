import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Issue } from '../model/outcome';
import { CommandFailure, EXIT } from './exit';

/** Larger files are refused before they are read: nothing this engine takes comes near. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

function fileIssue(path: string, message: string, remedy: string): Issue {
  return { severity: 'error', code: 'file', source: path, message, remedy };
}

/** Text of a file; a missing or oversized one ends the command with a clear issue. */
export function readText(path: string): string {
  return readTexts([path])[0]!;
}

/** Texts of several files; every one that cannot be read is named before the command ends. */
export function readTexts(paths: readonly string[]): string[] {
  const issues: Issue[] = [];
  const texts = paths.map((path) => {
    const issue = unreadable(path);
    if (issue === null) return readFileSync(path, 'utf8');
    issues.push(issue);
    return '';
  });
  if (issues.length > 0) throw new CommandFailure(EXIT.badInput, issues);
  return texts;
}

function unreadable(path: string): Issue | null {
  try {
    const status = statSync(path);
    if (!status.isFile()) return fileIssue(path, 'This is not a file.', 'Give the path of a file.');
    if (status.size <= MAX_FILE_BYTES) return null;
    const megabytes = Math.round(status.size / 1024 / 1024);
    return fileIssue(
      path,
      `The file has ${megabytes} MB; the limit is 200 MB.`,
      'Cut it into smaller areas.',
    );
  } catch {
    return fileIssue(path, 'The file does not exist or cannot be read.', 'Check the path.');
  }
}

/** Names of what lies in a folder, sorted; a folder that is none ends the command. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    throw new CommandFailure(EXIT.badInput, [
      fileIssue(folder, 'The folder does not exist or cannot be read.', 'Check the path.'),
    ]);
  }
}

/** Writes beside the target first and puts it in place in one step: a failure leaves what was there. */
export function writeFile(path: string, content: string | Uint8Array): void {
  const part = `${path}.part-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(EXIT.badInput, [
      fileIssue(path, `The file cannot be written: ${reason}.`, 'Choose another place.'),
    ]);
  }
}

export const fileName = (path: string): string => basename(path);
