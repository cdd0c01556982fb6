import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

/**
 * SHA-256 over the names and contents of everything a build reads, so that a build is made again when, and only when,
 * something in it changed (a modification time lies after a checkout).
 */
export function sourceHash(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((relative) => filesBelow(join(ROOT, relative)))) {
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

export const CLI_SOURCES = ['src', 'workers', 'package-lock.json'];
export const APP_SOURCES = [
  'src',
  'workers',
  'scenarios',
  'public',
  'index.html',
  'vite.config.ts',
  'vite.plugins.ts',
  'package-lock.json',
];

/** Builds into a folder of its own and puts it in place in one step, so that two starts at once cannot mix. */
export async function buildWhenStale({ outDir, sources, build }) {
  const { mkdirSync, renameSync, rmSync, writeFileSync } = await import('node:fs');
  const stamp = join(outDir, '.source-hash');
  const wanted = sourceHash(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const fresh = join(ROOT, '.cache', `build-${process.pid}`);
  const old = `${fresh}-old`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await build(fresh);
  writeFileSync(join(fresh, '.source-hash'), wanted);
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(fresh, outDir);
  rmSync(old, { recursive: true, force: true });
  return true;
}
