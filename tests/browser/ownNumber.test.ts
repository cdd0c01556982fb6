import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';

/**
 * A building's own number, typed in by keyboard. The cheapest wrong programs: the number is taken without a source, shows in
 * the panel but enters no run, or cannot be taken back to the very same figures.
 */
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
});
afterAll(() => journey.close());

const inspector = () => page.getByTestId('inspector');
const carbon = async (): Promise<number> =>
  Number(await page.locator('[data-kpi="carbon"]').getAttribute('data-value'));
const ready = () =>
  page.locator('[data-scenario="baseline"][data-status="ready"]').waitFor({ timeout: READY_MS });
const rowOf = (name: string) => inspector().getByRole('row').filter({ hasText: name }).first();

describe('a number of a building', () => {
  test('is corrected with source and class by keyboard, changes the year, and is undone to the bit', async () => {
    await page.locator('[data-scenario="baseline"]').click();
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    await page.getByRole('radio', { name: 'Buildings' }).check();
    await page.locator('[role="row"][data-id]').first().focus();
    await page.keyboard.press('Enter');
    await ready();
    const before = await carbon();

    await inspector().getByText('Numbers it stands on').focus();
    await page.keyboard.press('Enter');
    const wall = inspector().getByRole('button', { name: 'U-value of walls' });
    await wall.focus();
    await page.keyboard.press('Enter');
    expect(await wall.getAttribute('aria-expanded')).toBe('true');
    expect(await rowOf('U-value of walls').textContent()).toContain('W/(m² K)');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect.poll(() => inspector().getByRole('alert').textContent()).toContain('from 0.02 to 6');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0.123');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => inspector().getByRole('alert').textContent())
      .toContain('where the number comes from');
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.type('thermography 2025');
    await page.keyboard.press('Tab');
    await page.keyboard.type('measured');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await expect.poll(() => rowOf('U-value of walls').textContent()).toMatch(/0\.123.+measured.+own/);
    // The keyboard goes on where it was.
    expect(await wall.evaluate((button) => button === document.activeElement)).toBe(true);
    await ready();
    await expect.poll(carbon, { timeout: READY_MS }).not.toBe(before);
    const undo = page.getByRole('button', { name: /^Undo: Correct U-value of walls of / });
    await undo.waitFor();
    await wall.click();
    expect(await inspector().getByRole('form', { name: 'U-value of walls' }).textContent()).toContain(
      'thermography 2025 (accurate measurement)',
    );
    await undo.click();
    await ready();
    await expect.poll(carbon, { timeout: READY_MS }).toBe(before);
    await expect.poll(() => rowOf('U-value of walls').textContent()).not.toContain('own');
  });

  test('is kept with the work of the district', async () => {
    await inspector().getByRole('button', { name: 'Heating set-point' }).click();
    const form = inspector().getByRole('form', { name: 'Heating set-point' });
    await form.getByLabel('Value').fill('19.5');
    await form.getByLabel('Where from').fill('caretaker');
    await form.getByLabel('Where from').press('Enter');
    const correction = page.getByRole('button', { name: /: Heating set-point is 19\.50? \(own estimate\)/ });
    await correction.waitFor();
    // Written a moment after the edit.
    await page.waitForTimeout(1500);
    await page.reload();
    await correction.waitFor({ timeout: READY_MS });
  });

  test('made no error and broke no policy', () => {
    expectNoComplaint(journey.app);
  });
});
