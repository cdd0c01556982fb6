import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { bare, betweenMarkers, type Comparison, comparisonRow, rowsOfFolder } from './markdown';

const textOf = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/** The tables of a folder's README are the computed ones; one changed digit would be seen. */
export function expectKeptTables(folder: string, tables: Readonly<Record<string, string>>): void {
  const readme = textOf(`${folder}/README.md`);
  expect(Object.keys(tables).length).toBeGreaterThan(0);
  for (const [name, table] of Object.entries(tables)) {
    const kept = bare(betweenMarkers(readme, name));
    expect(kept, name).toBe(bare(table));
    expect(kept.replace(/\d(?=\D*$)/, 'x'), name).not.toBe(bare(table));
  }
}

/** A folder's rows in tests/validation/README.md are the computed ones. */
export function expectKeptComparisons(folder: string, comparisons: readonly Comparison[]): void {
  expect(comparisons.length).toBeGreaterThan(0);
  const rows = comparisons.map((each) => bare(comparisonRow(each)));
  expect(rowsOfFolder(textOf('README.md'), folder)).toEqual(rows);
}
