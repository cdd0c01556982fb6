import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';
import { countWorkerMessages } from './workerMessages';

/**
 * A scenario over the years, its own tariffs, its scorecard and what is known of the law, in the built app. The cheapest wrong
 * programs: a curve that runs a year for a share of another year, a timeline that cannot be stopped, a price that is sent to a
 * worker, a target that passes for a benchmark, a table that is not the file.
 */
let journey: Journey;
let page: Page;
let sent: () => Promise<number>;
const YEARS_MS = 300_000;

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

const dialog = () => page.getByRole('dialog');
const undo = (name: RegExp) => page.getByRole('button', { name }).click();
const saved = async (name: string): Promise<string[][]> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog().getByRole('button', { name }).click(),
  ]);
  const { data } = Papa.parse<string[]>((await readFile(await file.path(), 'utf8')).trim());
  return data.map((row) => row.map((cell) => cell.replace(/^'(?=[+\-−=])/, '')));
};
const shownTable = (label: string): Promise<string[][]> =>
  dialog()
    .getByRole('region', { name: label, exact: true })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    );

describe('a curve', () => {
  test('is typed on the card, refused in place, runs nothing for another year and is one step back', async () => {
    const card = page.locator('.measure').filter({ hasText: 'Heat pumps' }).first();
    const curve = card.locator('[data-part="curve"]');
    await curve.locator('summary').click();
    const share = (year: number) => curve.getByRole('textbox', { name: `Heat pumps in ${year}, percent` });
    await share(2050).waitFor();
    const asked = await sent();
    await share(2050).fill('120');
    await share(2050).press('Enter');
    await expect.poll(() => curve.getByRole('alert').textContent()).toContain('from 0 to 100');
    await share(2050).fill('90');
    await share(2050).press('Enter');
    await expect.poll(() => share(2050).inputValue()).toBe('90');
    expect(await curve.locator('circle').count()).toBe(6);
    expect(await curve.getByRole('img').getAttribute('aria-label')).toContain('2050 90 %');
    await expectAccessible(page);
    expect(await sent()).toBe(asked);
    await undo(/^Undo: Heat pumps over the years/);
    await expect.poll(() => curve.locator('circle').count()).toBe(0);
    expect(await sent()).toBe(asked);
  });
});

describe('over the years', () => {
  test('streams year by year, stops with what it has, goes on, and saves the table it shows', async () => {
    await page.locator('[data-part="timeline-open"]').click();
    const part = dialog().locator('[data-part="timeline"]');
    const state = part.locator('.study-state').first();
    await dialog()
      .getByRole('button', { name: /^Let all grow evenly from/ })
      .click();
    await part.locator('.study-state[data-status="running"]').first().waitFor();
    await expect.poll(() => state.textContent(), { timeout: YEARS_MS }).toMatch(/[12] of 5 years run/);
    await state.getByRole('button', { name: /^Cancel/ }).click();
    await part.locator('.study-state[data-status="cancelled"]').first().waitFor();
    expect(await state.textContent()).toContain('partial');
    expect((await shownTable('Years of the path')).length).toBeLessThan(6);
    await expectAccessible(page);
    await state.getByRole('button', { name: /^Go on/ }).click();
    await part.locator('.study-state[data-status="ready"]').first().waitFor({ timeout: YEARS_MS });
    expect(await dialog().locator('[data-part="timeline-first"]').textContent()).toMatch(
      /^First overload: 20/,
    );
    const years = await shownTable('Years of the path');
    expect(years).toHaveLength(6);
    expect(await saved('Save the years as CSV')).toEqual(years);
    await dialog().getByRole('tab', { name: 'What fails, in order' }).click();
    const failures = await shownTable('What fails, in the order of failure');
    expect(failures.length).toBeGreaterThan(1);
    expect(await saved('Save what fails as CSV')).toEqual(failures);
    await dialog().getByRole('tab', { name: 'Yearly budget' }).click();
    await dialog().getByLabel('Budget a year, EUR').fill('500000');
    await dialog().getByRole('radio', { name: 'the lowest price' }).check();
    await dialog().getByRole('button', { name: 'Lay it out' }).click();
    await dialog().locator('[data-part="budget"][data-status="ready"]').waitFor({ timeout: YEARS_MS });
    const budget = await shownTable('Years of the budget');
    expect(budget.length).toBeGreaterThan(5);
    expect(await saved('Save the budget as CSV')).toEqual(budget);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await undo(/^Undo: All measures grow evenly/);
  });
});

describe('a tariff of one’s own', () => {
  test('is made from another, edited and given, and a bill follows without a message', async () => {
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    await page.getByRole('radio', { name: 'Buildings' }).check();
    await page.locator('[role="row"][data-id]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-part="tariffs-open"]').click();
    const bill = dialog().locator('[data-part="bill-now"]');
    await bill.waitFor({ timeout: READY_MS });
    const before = await bill.textContent();
    await expectAccessible(page);
    const asked = await sent();
    await dialog().getByRole('button', { name: 'Make an own one of One price', exact: true }).click();
    const form = dialog().getByRole('form', { name: /^Tariff One price/ });
    await form.getByLabel('always: Supplier').fill('x');
    await expect.poll(() => form.getByRole('status').textContent()).toContain('stands in the way');
    await form.getByLabel('always: Supplier').fill('0,63');
    await form.locator('[data-part="bill-draft"]').waitFor();
    // Nobody buys under it yet.
    expect(await form.locator('[data-part="bill-draft"]').textContent()).toBe(before);
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Take' }).click();
    await dialog().getByRole('button', { name: 'Add a line' }).click();
    await dialog().getByLabel('Customers 1').selectOption({ label: 'everybody' });
    await expect.poll(() => bill.textContent()).not.toBe(before);
    expect(await sent()).toBe(asked);
    await dialog()
      .getByRole('button', { name: /^Delete One price, own/ })
      .click();
    await expect.poll(() => bill.textContent()).toBe(before);
    expect(await sent()).toBe(asked);
    await page.keyboard.press('Escape');
    await page.getByText('All results computed').waitFor();
  });
});

describe('the scorecard', () => {
  test('leaves out what is not reported, takes a target of one’s own, and saves the table it shows', async () => {
    await page.locator('[data-part="scorecard-open"]').click();
    const row = (id: string) => dialog().locator(`[data-indicator="${id}"]`);
    await row('EN: EN: AQ: 2C').waitFor({ timeout: READY_MS });
    expect(await row('EN: E: E: 1C').getAttribute('data-excluded')).toBe('notReported');
    expect(await row('EN: EN: AQ: 2C').textContent()).toContain('no target: not scored');
    await row('EN: EN: AQ: 2C')
      .getByRole('button', { name: /^Target/ })
      .click();
    const form = dialog().getByRole('form', { name: /^Target of GHG/ });
    await form.getByLabel(/^Target, /).fill('9');
    await form.getByLabel(/^Worst value/).fill('2');
    await form.getByLabel('Why this one').fill('climate plan');
    await form.getByRole('button', { name: 'Take' }).click();
    await expect.poll(() => form.getByRole('alert').textContent()).toContain('worst value above the target');
    await form.getByLabel(/^Target, /).fill('1');
    await form.getByLabel(/^Worst value/).fill('10');
    await form.getByRole('button', { name: 'Take' }).click();
    await expect
      .poll(() => row('EN: EN: AQ: 2C').textContent())
      .toMatch(/set by you, not a U4SSC benchmark: climate plan.*of 4/);
    await expectAccessible(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: 'Save targets and inputs as a file' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain('"because": "climate plan"');
    const table = await saved('Save the scorecard as CSV');
    expect(table[0]!.slice(0, 3)).toEqual(['Code', 'Indicator', 'Value']);
    expect(table.length).toBe(1 + (await dialog().locator('[data-indicator]').count()));
    await page.keyboard.press('Escape');
  });
});

describe('a legal status', () => {
  test('is a dash until somebody says it with its source, and is one step back', async () => {
    const card = page.locator('.measure').filter({ hasText: 'Heat pumps' }).first();
    await card.getByText('Assumptions', { exact: true }).click();
    const facts = card.getByLabel('Heat pumps: the work');
    await facts.getByText('– (no source at hand)').waitFor();
    await facts.getByRole('button', { name: /^Say what is known/ }).click();
    const form = card.getByRole('form', { name: 'Legal status of Heat pumps' });
    await form.getByLabel('Status').selectOption({ label: 'with a permit' });
    await form.getByRole('button', { name: 'Take' }).click();
    await expect.poll(() => form.getByRole('alert').textContent()).toContain('where the figure comes from');
    await form.getByLabel('Where from').fill('noise ordinance');
    await form.getByLabel('As of').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2024');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Take' }).click();
    await facts.getByText('with a permit (noise ordinance, 2024)').waitFor();
    await undo(/^Undo: Heat pumps: legal status/);
    await facts.getByText('– (no source at hand)').waitFor();
  });
});

test('nothing was complained of', () => expectNoComplaint(journey.app));
