/**
 * `npm run validation`: the tables of tests/validation/powerflow/README.md, measured anew. `--write` puts them there,
 * `--carry` copies circuits and figures from ../shared/data first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

const FOLDER = join(ROOT, 'tests/validation/powerflow');
const load = async (file) =>
  (await runnerImport(join(FOLDER, file), { configFile: false, root: ROOT, logLevel: 'error' })).module;
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
for (const [name, table] of Object.entries(tables)) console.log(`${name}\n\n${table}\n`);
if (asked.includes('--write')) {
  const readme = join(FOLDER, 'README.md');
  let text = readFileSync(readme, 'utf8');
  for (const [name, table] of Object.entries(tables)) text = withBetween(text, name, table);
  const { format, resolveConfig } = await import('prettier');
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), filepath: readme }));
}
