import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';

/**
 * The strip, the time bar and the drawn charts as people meet them. The cheapest wrong apps: a choice that a reload forgets, a level
 * that shows the district's figures under another name, a day that the keyboard cannot walk through, a chart without its table.
 */
let journey: Journey;
let page: Page;
const figure = (id: string) => page.locator(`[data-kpi="${id}"]`);
const valueOf = async (id: string) => Number(await figure(id).getAttribute('data-value'));

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
  page.setDefaultTimeout(30_000);
});
afterAll(() => journey.close());

test('the strip holds the indicators that somebody chooses, after a reload too', async () => {
  await figure('peakImport').waitFor({ timeout: READY_MS });
  await page.getByRole('button', { name: 'Choose the key figures' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^Energy cost \d$/ }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Grid losses', exact: true }).check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await figure('losses').waitFor();
  expect(await figure('energyCost').count()).toBe(0);
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/strip=.*losses/);
  await page.reload();
  await figure('losses').waitFor({ timeout: READY_MS });
  expect(await figure('energyCost').count()).toBe(0);
});

test('at the level of a transformer it says what that transformer does', async () => {
  const whole = await valueOf('peakImport');
  await page.locator('.worst-item').first().click();
  await page.getByLabel('Level of the key figures').selectOption('transformer');
  await figure('level-peak').waitFor();
  const own = await valueOf('level-peak');
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(whole);
  await page.getByLabel('Level of the key figures').selectOption('district');
  await figure('peakImport').waitFor();
});

test('a day is walked through by keyboard, and a typed date leads to its hour', async () => {
  await page.getByRole('radio', { name: 'Day', exact: true }).check({ force: true });
  const day = page.getByRole('slider', { name: 'Hour of the day on screen' });
  await day.focus();
  await page.keyboard.press('Home');
  expect(await day.getAttribute('aria-valuetext')).toMatch(/, 00:00, .*W$|, 00:00, .*%$/);
  await page.keyboard.press('ArrowRight');
  expect(await day.getAttribute('aria-valuetext')).toMatch(/, 01:00, /);
  await page.getByRole('button', { name: 'Go to a moment' }).click();
  await expect.poll(() => page.locator('.named-hours li').count(), { timeout: READY_MS }).toBe(6);
  const field = page.getByLabel('Date and time');
  await field.fill('30 February');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('no such day').waitFor();
  await field.fill('3 March 06:00');
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('clock').textContent()).toContain('3 March, 06:00');
});

test('energy flows and the front of cost are drawn, with a table of the same numbers', async () => {
  await page.getByRole('button', { name: 'Compare scenarios' }).click();
  await page.getByRole('tab', { name: 'Energy flows' }).click();
  await page.locator('.sankey').waitFor({ timeout: READY_MS });
  await expectAccessible(page);
  const flows = page.locator('[data-part="energy-flows"]');
  await flows.getByRole('button', { name: 'Table' }).click();
  expect(await flows.locator('tbody tr').count()).toBeGreaterThan(6);
  await page.getByRole('tab', { name: 'Cost against the rest' }).click();
  await page.locator('[data-part="pareto"]').waitFor();
  await page.getByRole('tab', { name: 'Cash flow' }).click();
  await page.locator('[data-part="cash-flow"]').waitFor();
  expectNoComplaint(journey.app);
});
