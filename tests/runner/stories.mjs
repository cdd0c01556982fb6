/**
 * `npm run stories`: every preset's path on the reference town, and the table of the README's stories. `--write` puts it
 * there; `--years 2025,2035,2050` runs fewer years, `--only ID,...` prints some of the rows and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/cli/sources.mjs';
import { rowOf, STORIES, tableOf, withTable } from './storiesTable.mjs';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    years: { type: 'string' },
    only: { type: 'string' },
    workers: { type: 'string' },
  },
});
const asked = values.only?.split(',');
const stories = STORIES.filter(({ id }) => asked?.includes(id) ?? true);

const rows = stories.map((story) => {
  const began = Date.now();
  const path = pathOf(story.file);
  process.stderr.write(`${story.id}: ${Math.round((Date.now() - began) / 1000)} s\n`);
  return rowOf(story, path);
});
console.log(tableOf(rows));

if (values.write) {
  if (asked !== undefined) throw new Error('A table of some stories is not written: leave --only out.');
  const readme = join(ROOT, 'README.md');
  const text = withTable(readFileSync(readme, 'utf8'), tableOf(rows));
  const { format, resolveConfig } = await import('prettier');
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), filepath: readme }));
}

/** What `gridtwin path --json` says of a preset. */
function pathOf(file) {
  const { years, workers } = values;
  const args = [
    ...[join(ROOT, 'src/cli/launch.mjs'), 'path', 'scenarios/reference-town.district.json'],
    ...['--scenario', file, '--bisect', '--json'],
    ...(years === undefined ? [] : ['--years', years]),
    ...(workers === undefined ? [] : ['--workers', workers]),
  ];
  const ended = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (ended.status !== 0) throw new Error(`${file}:\n${ended.stderr}`);
  return JSON.parse(ended.stdout);
}
