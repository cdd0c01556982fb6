import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { formatNumber } from '../../src/units';

/** Warm hours of the year burn more than the model knows of: something for the calibration to find. */
export const GAS_KWH = (hour: number) => {
  const day = Math.floor(hour / 24);
  const season = 0.5 + 0.5 * Math.cos((2 * Math.PI * (day - 15)) / 365);
  const isDay = hour % 24 >= 6 && hour % 24 < 18 && day % 7 < 5;
  return 0.2 + season * season * (isDay ? 16 : 9);
};

/** A meter file of the year 2023, hour by hour. */
export function meterCsv(unit: string, of: (hour: number) => number): Buffer {
  const lines = Array.from({ length: 8760 }, (_, hour) => {
    const at = new Date(Date.UTC(2022, 11, 31, 23) + hour * 3_600_000);
    return `${at.toISOString().slice(0, 16)}Z,${of(hour).toFixed(3)}`;
  });
  return Buffer.from(`Start,Import (${unit})\n${lines.join('\n')}\n`);
}

/** As the table writes a number. */
const written = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : formatNumber(value);

/** The numbers of a row of the table of packages, column by column. */
export const packageRow = (page: Page, id: string) =>
  page.locator(`[data-testid="package-table"] [data-row="${id}"] .value`);

/** The saved file of packages is the table on the page: its columns, its rows, its numbers. */
export async function expectTable(page: Page, text: string): Promise<void> {
  const [head, ...lines] = text.trim().split('\n');
  expect(head).toContain('Figure,Unit,Today,A,B,C,');
  const labels = await page
    .locator('[data-testid="package-table"] tbody th[scope="row"]')
    .evaluateAll((all) => all.map((one) => (one.firstChild?.textContent ?? '').trim()));
  expect(lines.map((line) => line.split(',')[0]!.replaceAll('"', ''))).toEqual(
    labels.map((label) => label.split(',')[0]),
  );
  // Numbers as the page shows them: three digits of the file's, in the same order.
  const shown = await packageRow(page, 'carbon').allTextContents();
  const inFile = (label: string) =>
    lines
      .find((line) => line.replaceAll('"', '').startsWith(`${label},`))!
      .replace(/^"[^"]*"/, label)
      .split(',')
      .slice(2, 6)
      .map(Number);
  expect(inFile('Emissions').map(written)).toEqual(shown);
  const heat = await packageRow(page, 'heatNeed').allTextContents();
  expect(inFile('Heat need of the rooms').map(written)).toEqual(heat);
  expect(new Set(heat).size, 'C is without its roof').toBeGreaterThan(1);
}
