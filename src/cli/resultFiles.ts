import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { usageFailure } from './exit';

export interface ResultFile {
  /** Not asked for: undefined. */
  readonly path: string | undefined;
  readonly content: () => string;
}

/** Writes all files that are asked for, or none: every one lies ready before the first is put in place. */
export function writeResults(files: readonly ResultFile[]): void {
  const asked = files.flatMap(({ path, content }) => (path === undefined ? [] : [{ path, content }]));
  const ready: { path: string; part: string }[] = [];
  try {
    for (const { path, content } of asked) {
      if (existsSync(path) && statSync(path).isDirectory()) throw new Error(`${path} is a folder`);
      mkdirSync(dirname(path), { recursive: true });
      const part = `${path}.part-${process.pid}`;
      ready.push({ path, part });
      writeFileSync(part, content());
    }
    for (const { path, part } of ready) renameSync(part, path);
  } catch (error) {
    for (const { part } of ready) rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw usageFailure(`The results cannot be written: ${reason}.`, 'Choose another place.');
  }
}
