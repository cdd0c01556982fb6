import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { APP_SOURCES, buildWhenStale, ROOT } from '../../src/cli/sources.mjs';
import { DIST } from './build.mjs';

const VILLAGE = join(ROOT, '.cache', 'village');

/** Enough for three stations, every kind of use, and figures of households. */
const BUILDINGS = '120';

/** What the app opens on, by the names that the bundler begins their files with. */
const SHIPPED = [
  'reference-town.district.json',
  'reference-town.baseline.run',
  'reference-town.baseline.counted.json',
  'transition-2035.scenario.json',
];

/**
 * The built app with the middle of the reference town in the place of the whole: the same program, to the byte, whose years take
 * a quarter of the time. For all tests that do not need the whole; the journeys open the town.
 */
export async function buildVillage() {
  await buildWhenStale({
    outDir: VILLAGE,
    sources: [...APP_SOURCES, 'tests/runner/village.mjs'],
    build: (outDir) => {
      cpSync(DIST, outDir, { recursive: true });
      const made = mkdtempSync(join(tmpdir(), 'gridtwin-village-'));
      try {
        const args = [join(ROOT, 'src/cli/launch.mjs'), 'reference', made, '--buildings', BUILDINGS];
        const { status } = spawnSync(process.execPath, args, {
          cwd: ROOT,
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        if (status !== 0)
          throw new Error(`The village could not be made (the command ended with ${status}).`);
        for (const name of SHIPPED)
          copyFileSync(join(made, name), join(outDir, 'assets', assetOf(outDir, name)));
      } finally {
        rmSync(made, { recursive: true, force: true });
      }
    },
  });
}

/** The one file that the bundler made of a shipped one: its name with a hash before the ending. */
function assetOf(outDir, name) {
  const ending = extname(name);
  const stem = name.slice(0, -ending.length);
  const found = readdirSync(join(outDir, 'assets')).filter(
    (file) => file.startsWith(`${stem}-`) && file.endsWith(ending),
  );
  if (found.length !== 1) throw new Error(`The built app has ${found.length} files that began as ${name}.`);
  return found[0];
}
