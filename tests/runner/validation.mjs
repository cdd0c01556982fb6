/**
 * `npm run validation`: the tables of the READMEs in tests/validation, measured anew. `--write` puts them there, `--carry`
 * copies circuits and figures from ../shared/data first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

const FOLDER = join(ROOT, 'tests/validation/powerflow');
const HOUSEHOLDS = join(ROOT, 'tests/validation/household-diversity');
const ZONES = join(ROOT, 'tests/validation/bestest');
const load = async (file, folder = FOLDER) =>
  (await runnerImport(join(folder, file), { configFile: false, root: ROOT, logLevel: 'error' })).module;
const asked = process.argv.slice(2);

if (asked.includes('--carry')) {
  const { carriedFiles } = await load('carriedCases.ts');
  for (const [path, text] of carriedFiles()) {
    const target = join(FOLDER, 'circuits', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const { caseTable, circuitRows, feederRows, publishedTable, withBetween } = await load('table.ts');
const feeders = feederRows();
const tables = {
  circuits: caseTable(circuitRows()),
  // Without the feeders' files what stands there is left.
  ...(feeders.length > 0 && { feeders: caseTable(feeders) }),
  published: publishedTable(),
};
await keep(FOLDER, tables);
await keep(HOUSEHOLDS, (await load('tables.ts', HOUSEHOLDS)).readmeTables());
await keep(ZONES, (await load('tables.ts', ZONES)).readmeTables());

async function keep(folder, named) {
  for (const [name, table] of Object.entries(named)) console.log(`${name}\n\n${table}\n`);
  if (!asked.includes('--write')) return;
  const readme = join(folder, 'README.md');
  let text = readFileSync(readme, 'utf8');
  for (const [name, table] of Object.entries(named)) text = withBetween(text, name, table);
  const { format, resolveConfig } = await import('prettier');
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), filepath: readme }));
}
