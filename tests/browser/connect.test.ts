import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';

/**
 * "Can I connect 400 kW here?" by keyboard. The cheapest wrong programs: a dialog whose answer leads nowhere, one that goes
 * blank while the next answer is looked for, and an inspector that says 0 % to 0 % while nothing has been run.
 */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
});
afterAll(() => journey.close());

const inspector = () => page.getByTestId('inspector');
const dialog = () => page.getByRole('dialog', { name: /^Can something connect at / });
const answer = () => dialog().getByRole('article', { name: 'Answer' });

describe('can something connect here', () => {
  test('is answered at a building: no, because of what, when, at most how much, for how much money', async () => {
    await page.locator('[data-scenario="transition-2035"]').click();
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    await page.getByRole('radio', { name: 'Buildings' }).check();
    await page.locator('[role="row"][data-id]').first().focus();
    await page.keyboard.press('Enter');
    const opener = inspector().getByRole('button', { name: 'Can something connect here?' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const power = dialog().getByLabel('Power, with its unit');
    await power.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('22 kVA');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().getByRole('alert').textContent()).toMatch(/apparent power.*"400 kW"/);
    await expectAccessible(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('400 kW');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().locator('[data-status="running"]').count()).toBe(1);
    await answer().waitFor({ timeout: READY_MS });
    expect(await answer().getByRole('heading').textContent()).toMatch(
      /^No: 400\u202fkW of load on three phases does not fit\.$/,
    );
    // The verdict comes long before the works; nothing is taken for an answer that is none yet.
    await dialog().locator('[data-status="running"]').waitFor({ state: 'detached', timeout: READY_MS });
    expect(await answer().textContent()).toMatch(/At most\d+(\.\d+)?\u202fk?W, found to within/);
    expect(await answer().textContent()).toMatch(
      /It would need.+kEUR to .+kEUR once, .+paid by the grid operator/,
    );
    expect(await answer().textContent()).not.toContain('is being looked for');
    await expectAccessible(page);
  });

  test('keeps that answer while the next is looked for, and when that is cancelled', async () => {
    const power = dialog().getByLabel('Power, with its unit');
    await power.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1 kW');
    await page.keyboard.press('Enter');
    const cancel = dialog().getByRole('button', { name: 'Cancel the question' });
    await cancel.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => dialog().locator('[data-status="cancelled"]').textContent())
      .toContain('1.00\u202fkW');
    expect(await answer().getByRole('heading').textContent()).toMatch(/400\u202fkW.*question before$/);
  });

  test('becomes a scenario with its works by a button, which says what stays out', async () => {
    const power = dialog().getByLabel('Power, with its unit');
    await power.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('400 kW');
    await page.keyboard.press('Enter');
    const take = answer().getByRole('region', { name: 'As a scenario' });
    const button = take.getByRole('button', { name: 'Make this a scenario' });
    await button.waitFor({ timeout: READY_MS });
    expect(await take.textContent()).toMatch(/The load of 400\u202fkW itself stays out/);
    await expectAccessible(page);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await dialog().count()).toBe(0);
    const made = page.locator('[data-scenario="scenario-2"]');
    await expect.poll(() => made.textContent()).toMatch(/400\u202fkW of load on three phases where/);
    // Back to where it was asked, with the answer still there.
    await page.locator('[data-scenario="transition-2035"]').click();
    await inspector().getByRole('button', { name: 'Can something connect here?' }).click();
    await answer().waitFor();
  });

  test('leads to the hour that binds', async () => {
    const hour = answer().locator('.constraint .link').first();
    const words = (await hour.textContent())!;
    await hour.focus();
    await page.keyboard.press('Enter');
    expect(await dialog().count()).toBe(0);
    const [, time, id] = /^(.+): show (\S+) in that hour/.exec(words)!;
    await expect.poll(() => page.locator('.timeline').textContent()).toContain(time);
    expect(await inspector().getByRole('heading').first().textContent()).toContain(id);
  });

  test('and a changed building says what its transformer goes from and to', async () => {
    // Of buildings that measures have changed there are many; the first of them in the table.
    const rows = page.locator('[role="row"][data-id]');
    const change = page.getByTestId('station-change');
    for (let row = 0; row < 12 && (await change.count()) === 0; row += 1) await rows.nth(row).click();
    expect(await change.textContent()).toMatch(
      /Your transformer T-\d\d: (\d+\u202f% to \d+\u202f%|stays at \d+\u202f%)largest of the year/,
    );
    await page.locator('[data-scenario="baseline"]').click();
    expect(await change.count()).toBe(0);
  });

  test('made no error and broke no policy', () => {
    expectNoComplaint(journey.app);
  });
});
