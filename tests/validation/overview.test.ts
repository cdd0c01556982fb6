import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectKeptComparisons } from './keptTables';
import { overviewTable, rowsOfFolder } from './markdown';
import { FOLDERS, heldComparisons, MEASURED } from './overview';

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8');

test.each(FOLDERS)('%s has its line, measured or held', (folder) => {
  expect(rowsOfFolder(README, folder).length).toBeGreaterThan(0);
  expect(heldComparisons(folder).length > 0).toBe(!MEASURED.includes(folder));
});

test.each(FOLDERS.filter((folder) => !MEASURED.includes(folder)))(
  'the line of %s is what its cases say (npm run validation -- --write)',
  (folder) => {
    expectKeptComparisons(folder, heldComparisons(folder));
  },
);

test('the lines of a folder whose figures cannot be computed stay as they are, others are replaced', () => {
  const fresh = heldComparisons('bills').map((each) => ({ ...each, figure: 'another one' }));
  const table = overviewTable(README, ['bills', 'vdi6007', 'weather'], new Map([['bills', fresh]]));
  expect(table).toContain('another one');
  for (const row of rowsOfFolder(README, 'vdi6007')) expect(table).toContain(row);
  expect(table).not.toContain(rowsOfFolder(README, 'bills')[0]);
});
