import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';
import { countWorkerMessages } from './workerMessages';

/**
 * What a scenario assumes, changed by keyboard in the built app, and what follows from it. The cheapest wrong programs: a price
 * that is sent to a worker, a figure without a source, a reset that leaves something behind, a matrix that is not the file, a way
 * out that is offered at transformers alone.
 */
let journey: Journey;
let page: Page;
let sent: () => Promise<number>;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
  await page.locator('[data-scenario="transition-2035"]').first().click();
  // What comes to households is counted from the year that has just come; then the page rests.
  await page.locator('[data-kpi="energyBurdenLowest"]').waitFor({ timeout: READY_MS });
  sent = await countWorkerMessages(page);
});
// A test that failed leaves no dialog to the next.
beforeEach(() => page.keyboard.press('Escape'));
afterAll(() => journey.close());

const YEARS_MS = 240_000;
const dialog = () => page.getByRole('dialog');
const opener = () => page.getByRole('button', { name: /^Assumptions/ });
const kpi = async (id: string): Promise<number> =>
  Number(await page.locator(`[data-kpi="${id}"]`).getAttribute('data-value'));
const figure = (name: string) => dialog().getByRole('button', { name, exact: true });
const rowOf = (name: string) => dialog().getByRole('row').filter({ hasText: name }).first();
const retype = async (text: string) => {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};

describe('a price', () => {
  test('is typed with its unit, source and date by keyboard and changes the cost without a message to a worker', async () => {
    const before = await kpi('energyCost');
    await opener().focus();
    await page.keyboard.press('Enter');
    await dialog().getByRole('searchbox', { name: 'Find a figure' }).waitFor();
    await expectAccessible(page);
    await dialog().getByRole('searchbox').focus();
    await page.keyboard.type('electricity');
    await figure('Price of electricity').focus();
    await page.keyboard.press('Enter');
    expect(await figure('Price of electricity').getAttribute('aria-expanded')).toBe('true');
    const asked = await sent();
    await page.keyboard.press('Tab');
    await retype('45');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().getByRole('alert').textContent()).toContain('EUR/kWh to 3');
    await retype('1,500');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().getByRole('alert').textContent()).toContain('thousands or decimals');
    await retype('45 ct/kWh');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => dialog().getByRole('alert').textContent())
      .toContain('where the figure comes from');
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.type('a letter of the supplier');
    await page.keyboard.press('Tab');
    await retype('2026-11');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => rowOf('Price of electricity').textContent())
      .toMatch(/a letter of the supplier, 2026-11.*0\.45.EUR\/kWh.*default 0\.32.EUR\/kWh.*own estimate/);
    // The keyboard goes on where it was.
    expect(await figure('Price of electricity').evaluate((one) => one === document.activeElement)).toBe(true);
    await expect.poll(() => kpi('energyCost')).toBeGreaterThan(before);
    expect(await sent()).toBe(asked);
    await page.getByText('All results computed').waitFor();

    await page.keyboard.press('Enter');
    await dialog()
      .getByRole('button', { name: /^Back to 0\.32.EUR\/kWh, the default$/ })
      .click();
    await expect.poll(() => kpi('energyCost')).toBe(before);
    expect(await sent()).toBe(asked);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Undo: Price of electricity: back to 0\.32/ }).click();
    await expect.poll(() => kpi('energyCost')).toBeGreaterThan(before);
    expect(await opener().textContent()).toContain('1 of its own');
    expect(await page.getByRole('region', { name: 'Changed inputs' }).textContent()).toMatch(
      /Price of electricity0\.32.EUR\/kWh → 0\.45.EUR\/kWh/,
    );
    expect(await sent()).toBe(asked);
  });
});

describe('limits', () => {
  test('of one\u2019s own lead from a connection to the way out at its station', async () => {
    await opener().click();
    const asked = await sent();
    await dialog().getByLabel('Held against').selectOption({ label: 'ANSI C84.1' });
    await dialog().getByText('95 % to 105 % of the nominal voltage', { exact: false }).waitFor();
    await dialog().getByLabel('Held against').selectOption({ label: 'Own limits' });
    await dialog().getByLabel('Lowest voltage, % of nominal').fill('105');
    await dialog().getByLabel('Highest voltage, % of nominal').fill('110');
    await dialog().getByLabel('Where from').fill('planning');
    await expectAccessible(page);
    await dialog().getByRole('button', { name: 'Take' }).click();
    await dialog().getByText('105 % to 110 % of the nominal voltage', { exact: false }).waitFor();
    await expect.poll(() => kpi('busesOutsideBand')).toBeGreaterThan(0);
    expect(await sent()).toBe(asked);
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    await page.getByRole('radio', { name: 'Buildings' }).check();
    await page.locator('[role="row"][data-id]').first().focus();
    await page.keyboard.press('Enter');
    const here = page.locator('[data-part="way-out-here"]');
    await here.waitFor({ timeout: READY_MS });
    expect(await here.textContent()).toMatch(/of the nominal voltage, limit 105.%/);
    await expectAccessible(page);
    await here.getByRole('button', { name: /^Cheapest way out at / }).click();
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Map', exact: true }).check();
  });
});

describe('a week of unusual weather', () => {
  test('is a check box, and a run', async () => {
    await opener().click();
    const asked = await sent();
    await dialog().getByRole('checkbox', { name: 'Cold snap' }).check();
    await expect.poll(sent).toBeGreaterThan(asked);
    await page.locator('[data-scenario="transition-2035"][data-status="running"]').waitFor();
    expect(await dialog().getByLabel('Cold snap: week from').locator('option').count()).toBeGreaterThan(51);
    await dialog().getByLabel('Cold snap: colder by, K').fill('40');
    await page.keyboard.press('Tab');
    await expect.poll(() => dialog().getByRole('alert').textContent()).toContain('at most 30 K');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Undo: Cold snap from/ }).click();
    await page
      .locator('[data-scenario="transition-2035"][data-status="ready"]')
      .first()
      .waitFor({ timeout: READY_MS });
  });
});

describe('the comparison', () => {
  const saved = async (name: string): Promise<string[][]> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name }).click(),
    ]);
    const { data } = Papa.parse<string[]>((await readFile(await file.path(), 'utf8')).trim());
    return data.map((row) => row.map((cell) => cell.replace(/^'(?=[+\-−=])/, '')));
  };
  const shownTable = (label: string | RegExp): Promise<string[][]> =>
    dialog()
      .getByRole('region', { name: label })
      .locator('tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );

  const openAt = async (tab: string) => {
    await page.getByRole('button', { name: 'Compare scenarios' }).click();
    await dialog().locator('tr[data-kpi]').first().waitFor({ timeout: YEARS_MS });
    await dialog().getByRole('tab', { name: tab, exact: true }).click();
  };

  test('has the figures of a place under its curves, and saves exactly them', async () => {
    await openAt('Curves');
    await dialog().getByLabel('Place', { exact: true }).selectOption({ index: 1 });
    const figures = await shownTable(/^Figures of T-/);
    expect(figures.map(([name]) => name)).toContain('Hours above the limit');
    expect(figures.every((row) => row.length === 3)).toBe(true);
    expect(await saved('Save the figures of this place as CSV')).toEqual(figures);
    await dialog().getByLabel('Year cut by').selectOption({ label: 'Day and night' });
    const parts = await shownTable(/ by Day and night$/);
    expect(parts.map((row) => row[1])).toContain('22 to 6 h');
    expect(await saved('Save the parts of the year as CSV')).toEqual(parts);
    await expectAccessible(page);
  });

  test('shows who pays whom to the cent, says what an amount is made of, and saves exactly that', async () => {
    await openAt('Who pays whom');
    const part = dialog().locator('[data-part="payments"]');
    await part.waitFor({ timeout: YEARS_MS });
    expect(await part.locator('[data-part="balance"]').textContent()).toContain('gains 0.00');
    const amounts = part.locator('button.amount');
    await amounts.first().focus();
    await expect.poll(() => part.getByRole('status').textContent()).toMatch(/^Households pay .*EUR a year /);
    const first = (await amounts.first().textContent())!;
    const sentences = await part.getByRole('status').locator('p').allTextContents();
    const inCents = (text: string) => Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);
    const sum = sentences.reduce((cents, text) => cents + inCents(/([\d\u2009.]+).EUR/.exec(text)![1]!), 0);
    expect(sum).toBe(inCents(first));
    await expectAccessible(page);
    expect(await saved('Save who pays whom as CSV')).toEqual(await shownTable(/^Who pays whom/));
    const parties = await amounts.count();
    await dialog().getByLabel('Households by income and tenure').check();
    expect(await amounts.count()).toBeGreaterThan(parties);
    expect(await part.locator('[data-part="balance"]').textContent()).toContain('gains 0.00');
    expect(await saved('Save bills by group as CSV')).toEqual(await shownTable('Bills and burden by income'));
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });
});

test('nothing was complained of', () => expectNoComplaint(journey.app));
