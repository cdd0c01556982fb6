import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Download, Locator, Page } from 'playwright-core';

/** What a button saves, and its text. */
export async function downloaded(
  page: Page,
  click: () => Promise<void>,
): Promise<{ file: Download; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return { file, text: await readFile(await file.path(), 'utf8') };
}

export interface ShownCell {
  readonly value: string;
  readonly change: string | null;
  readonly best: string;
}

export interface ShownRow {
  readonly group: string;
  readonly label: string;
  readonly cells: readonly ShownCell[];
}

/** The table of numbers as it stands on screen. */
export const shownRows = (dialog: Locator): Promise<ShownRow[]> =>
  dialog.locator('tr[data-kpi]').evaluateAll((rows) =>
    rows.map((row) => ({
      group: row.getAttribute('data-group') ?? '',
      label: row.querySelector('th')?.textContent ?? '',
      cells: [...row.querySelectorAll('td')].map((cell) => {
        const part = (name: string) => cell.querySelector(`[data-part=${name}]`)?.textContent ?? null;
        return { value: part('value') ?? '', change: part('change'), best: part('best') ?? '' };
      }),
    })),
  );

/** What the file has to hold: every line of every cell in a column of its own. */
export const flat = ({ group, label, cells }: ShownRow): string[] => [
  ...[group, label],
  ...cells.flatMap(({ value, change, best }) => (change === null ? [value, best] : [value, change, best])),
];

/** Rows of a file; it marks a text that begins with a sign, so that no spreadsheet takes it for a formula. */
export const readCsv = (text: string): string[][] =>
  Papa.parse<string[]>(text.trim()).data.map((row) => row.map((cell) => cell.replace(/^'(?=[+\-−=])/, '')));

/** Rows of the file that the table's button saves. */
export async function savedRows(dialog: Locator): Promise<string[][]> {
  const save = dialog.getByRole('button', { name: 'Save this comparison as CSV' });
  return readCsv((await downloaded(dialog.page(), () => save.click())).text);
}
