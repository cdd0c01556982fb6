import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';

/**
 * Measured peaks by keyboard: held against the district, what is left over is shown, taken as one step, and taken back. The cheapest
 * wrong program corrects the district before anybody has agreed.
 */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
});
afterAll(() => journey.close());

const dialog = () => page.getByRole('dialog', { name: 'Measured peaks: peaks.csv' });

async function choose(text: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  await page
    .getByLabel('Choose measured peaks …')
    .setInputFiles({ name: 'peaks.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await dialog().waitFor();
}

describe('measured peaks', () => {
  test('that name nothing of the district are told with what to do', async () => {
    await choose('id,peak_kw\nnowhere,5\n');
    await expect
      .poll(() => dialog().getByRole('table').textContent(), { timeout: READY_MS })
      .toContain('nowhere');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('show what is left over, correct in one step, and undo takes it back', async () => {
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    await page.getByRole('radio', { name: 'Transformers' }).check();
    const id = await page.locator('[role="row"][data-id]').first().getAttribute('data-id');
    // Ten times what any station here carries: the factor ends at its bound, and most is left over.
    await choose(`id,peak_kw\n${id},9000\n`);
    const row = dialog().locator(`tr[data-element="${id}"]`);
    await row.waitFor({ timeout: READY_MS });
    const [measured, before, after, left, factor] = (await row.locator('td.number').allTextContents()).map(
      (text) => Number(text.replaceAll(/[^\d.]/g, '')),
    );
    expect([measured, factor]).toEqual([9000, 2]);
    expect(after!).toBeGreaterThan(before!);
    expect(Math.abs(measured! - after! - left!)).toBeLessThan(0.11);
    expect(await row.textContent()).toContain('at its upper end');
    await expectAccessible(page);
    const undo = page.getByRole('button', { name: /^(Undo|Nothing to undo)/ });
    expect(await undo.getAttribute('aria-disabled')).toBe('true');
    const take = dialog().getByRole('button', { name: 'Take these corrections' });
    await take.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().textContent()).toMatch(/Taken: \d+ buildings are corrected/);
    await page.keyboard.press('Escape');
    await expect.poll(() => undo.getAttribute('aria-label')).toContain('peaks.csv');
    await undo.click();
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('true');
    expectNoComplaint(journey.app);
  }, 240_000);
});
