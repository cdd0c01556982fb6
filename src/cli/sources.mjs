import { createHash } from 'node:crypto';
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

export const CLI_SOURCES = ['src', 'workers', 'scenarios', 'package-lock.json'];
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

/**
 * The same from sizes and times alone, a tenth of the work. Whoever writes to a file changes its ctime and cannot set it back, so
 * an equal seal means equal contents; an unequal one (a checkout) says nothing, and the hash is asked.
 */
function sourceSeal(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((relative) => filesBelow(join(ROOT, relative)))) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
  }
  return hash.digest('hex');
}

/** Builds into a folder of its own and puts it in place in one step, so that two starts at once cannot mix. */
export async function buildWhenStale({ outDir, sources, build }) {
  // Before the hash: whatever is written meanwhile breaks the seal and is looked at the next time.
  const seal = sourceSeal(sources);
  if (textIn(outDir, SEAL) === seal) return false;
  const wanted = sourceHash(sources);
  if (stampOf(outDir) === wanted) {
    keepSeal(outDir, seal);
    return false;
  }
  const fresh = join(ROOT, '.cache', `build-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await build(fresh);
    writeFileSync(join(fresh, STAMP), wanted);
    writeFileSync(join(fresh, SEAL), seal);
    putInPlace(fresh, outDir, wanted);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

const STAMP = '.source-hash';
const SEAL = '.source-seal';

const stampOf = (dir) => textIn(dir, STAMP);

/** The seal only saves time: where it cannot be written (a folder of somebody else's, another start beside this one) nothing is lost. */
function keepSeal(dir, seal) {
  try {
    writeFileSync(join(dir, SEAL), seal);
  } catch {
    return;
  }
}

function textIn(dir, name) {
  try {
    return readFileSync(join(dir, name), 'utf8');
  } catch {
    return undefined;
  }
}

function putInPlace(fresh, outDir, wanted) {
  // Somebody else built the same in the meantime: theirs is in use already.
  if (stampOf(outDir) === wanted) return;
  const old = `${fresh}-old`;
  try {
    if (existsSync(outDir)) renameSync(outDir, old);
    renameSync(fresh, outDir);
  } catch (error) {
    if (stampOf(outDir) !== wanted) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
