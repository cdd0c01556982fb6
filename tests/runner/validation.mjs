/**
 * `npm run validation [-- FOLDER ...]`: the tables of the READMEs in tests/validation and the lines of its own README, measured
 * anew. `--write` puts them there, `--carry` copies circuits and figures from ../shared/data first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

const ROOM = join(ROOT, 'tests/validation');
const load = async (file) =>
  (await runnerImport(join(ROOM, file), { configFile: false, root: ROOT, logLevel: 'error' })).module;
const asked = process.argv.slice(2);

if (asked.includes('--carry')) {
  const { carriedFiles } = await load('powerflow/carriedCases.ts');
  for (const [path, text] of carriedFiles()) {
    const target = join(ROOM, 'powerflow/circuits', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const { FOLDERS, MEASURED, heldComparisons } = await load('overview.ts');
const { OVERVIEW, overviewTable, withBetween } = await load('markdown.ts');
const named = asked.filter((each) => !each.startsWith('--'));
const unknown = named.filter((name) => !FOLDERS.includes(name));
if (unknown.length > 0) {
  console.error(`No folder ${unknown.join(', ')} in tests/validation; there are ${FOLDERS.join(', ')}.`);
  process.exit(1);
}

const computed = new Map(FOLDERS.map((name) => [name, heldComparisons(name)]));
for (const name of MEASURED.filter((each) => named.length === 0 || named.includes(each))) {
  const { comparisons, readmeTables } = await load(`${name}/tables.ts`);
  await keep(name, readmeTables());
  computed.set(name, comparisons());
}
const overview = readFileSync(join(ROOM, 'README.md'), 'utf8');
await keep('.', { [OVERVIEW]: overviewTable(overview, FOLDERS, computed) });

async function keep(folder, tables) {
  for (const [name, table] of Object.entries(tables)) console.log(`${name}\n\n${table}\n`);
  if (!asked.includes('--write')) return;
  const readme = join(ROOM, folder, 'README.md');
  let text = readFileSync(readme, 'utf8');
  for (const [name, table] of Object.entries(tables)) text = withBetween(text, name, table);
  const { format, resolveConfig } = await import('prettier');
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), filepath: readme }));
}
