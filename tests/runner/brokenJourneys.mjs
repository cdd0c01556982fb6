/**
 * `npm run journeys:broken [NAME ...]`: builds the app with one thing broken on purpose, runs the journey that must notice it, and
 * prints where it failed. Ends with 1 when a broken app passes, or when a journey fails at another place than the one that is
 * named. Not part of CI: every variant is a build and up to a whole journey. The sources are never touched: what is broken is
 * changed while they are read.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

/** `edits`: in a file below src, every `from` becomes `to`; one that is not there any more is an error, not a sound app. */
const BROKEN = {
  'renamed-button': {
    what: 'the buttons for a new scenario have another name',
    journey: 'plannerJourney',
    failsAt: 'P2 makes a scenario',
    edits: [
      {
        file: 'words/en/top.ts',
        from: "newFrom: 'New scenario from {name}'",
        to: "newFrom: 'Fresh start from {name}'",
      },
      {
        file: 'words/en/scenario.ts',
        from: "newFromBaseline: 'New scenario from Baseline'",
        to: "newFromBaseline: 'Fresh start from Baseline'",
      },
    ],
  },
  'stale-result': {
    what: 'the strip keeps the figures of before a change',
    journey: 'plannerJourney',
    failsAt: 'P3 and P4 set heat pumps',
    edits: [
      {
        file: 'panels/top/KpiStrip.tsx',
        from: 'const result = useAppState((state) => runOf(state, shownId(state)).result);',
        to: 'const result = useAppState((state) => (globalThis.stale ??= runOf(state, shownId(state)).result));',
      },
    ],
  },
  'wrong-sum': {
    what: 'contributors do not add up to the load',
    journey: 'plannerJourney',
    failsAt: 'P5 and P6 go by keyboard',
    edits: [
      {
        file: 'panels/inspector/Contributors.tsx',
        from: 'const restW = rest.reduce(',
        to: 'const restW = 0 * rest.reduce(',
      },
    ],
  },
  'told-too-early': {
    what: 'figures stay in the page while the room is asked',
    journey: 'presentJourney',
    failsAt: 'F3 asks the room',
    edits: [
      {
        file: 'state/present/figures.ts',
        from: 'if (scenario === undefined || isHidden(state)) return none;',
        to: 'if (scenario === undefined) return none;',
      },
      {
        file: 'panels/present/Tiles.tsx',
        from: '<span className="present-tile-hidden">{words(\'present.hiddenFigure\')}</span>',
        to: '<span hidden><Value id={id} figure={shown[row]} reference={today[row]} /></span>',
      },
    ],
  },
  'stale-building': {
    what: 'measures change no figure of the building',
    journey: 'buildingJourney',
    failsAt: 'B6 sees need, use',
    edits: [
      {
        file: 'panels/building/EffectSection.tsx',
        from: 'after={own === null ? Number.NaN : of(own)}',
        to: 'after={today === null ? Number.NaN : of(today)}',
      },
    ],
  },
};

const [order, name, outDir] = process.argv.slice(2);
if (order === '--build') await buildBroken(BROKEN[name], outDir);
else process.exitCode = tried(process.argv.slice(2));

/** A process of its own: under another NODE_ENV this would be the development version. */
async function buildBroken({ edits }, outDir) {
  const missing = new Set(edits);
  const breaking = {
    name: 'broken-on-purpose',
    enforce: 'pre',
    transform(code, id) {
      let broken = code;
      for (const edit of edits) {
        if (!id.split('?')[0].endsWith(`/src/${edit.file}`)) continue;
        if (!broken.includes(edit.from)) throw new Error(`${edit.file} no longer holds: ${edit.from}`);
        broken = broken.replaceAll(edit.from, () => edit.to);
        missing.delete(edit);
      }
      return broken === code ? null : broken;
    },
  };
  await build({
    root: ROOT,
    logLevel: 'error',
    plugins: [breaking],
    build: { outDir, emptyOutDir: true },
  });
  if (missing.size > 0) throw new Error(`never read: ${[...missing].map(({ file }) => file).join(', ')}`);
}

function tried(names) {
  const unknown = names.filter((one) => BROKEN[one] === undefined);
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(BROKEN).join(', ')}`);
  const rows = (names.length > 0 ? names : Object.keys(BROKEN)).map(rowOf);
  const columns = [['broken', 'journey', 'must fail at', 'failed at', 'verdict'], ...rows];
  const widths = columns[0].map((_, at) => Math.max(...columns.map((row) => row[at].length)));
  for (const row of columns)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    );
  return rows.every((row) => row.at(-1) === 'noticed') ? 0 : 1;
}

function rowOf(name) {
  const { what, journey, failsAt } = BROKEN[name];
  process.stderr.write(`${name}: ${what}\n`);
  const folder = join(ROOT, '.cache', 'broken', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const built = spawnSync(process.execPath, [import.meta.filename, '--build', name, join(folder, 'dist')], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) return [name, journey, failsAt, '', 'not built'];
  const failed = firstFailure(journey, folder);
  rmSync(folder, { recursive: true, force: true });
  const verdict =
    failed === null ? 'NOT NOTICED' : failed.startsWith(failsAt) ? 'noticed' : 'failed at another place';
  return [name, journey, failsAt, failed ?? 'passed', verdict];
}

/** Title of the first test that fails; null where all pass. */
function firstFailure(journey, folder) {
  const report = join(folder, 'report.json');
  spawnSync(
    process.execPath,
    [
      ...[join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'browser', '--bail=1'],
      ...['--reporter=json', `--outputFile.json=${report}`, `tests/browser/${journey}.test.ts`],
    ],
    { cwd: ROOT, env: { ...process.env, GRIDTWIN_DIST: join(folder, 'dist') }, stdio: 'ignore' },
  );
  if (!existsSync(report)) return 'no test ran';
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (tests.every(({ status }) => status !== 'passed' && status !== 'failed')) return 'no test ran';
  return tests.find(({ status }) => status === 'failed')?.title ?? null;
}
