import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { g1NoDifference, g3Undone, g5NothingLost, g6Still, g10Cancelled } from './commonChecks';

const solar = (page: Page) => page.locator('[data-lever="solar"]');
const level = (page: Page, word: string) => solar(page).locator('label', { hasText: word }).click();
const undo = (page: Page, name: RegExp) => page.getByRole('button', { name });
const peakOf = async (page: Page) =>
  Number(await page.locator('[data-figure="peakImport"]').getAttribute('data-value'));

/** The checks of every journey between two rounds. */
export function presentLeverChecks(page: () => Page): void {
  test('G1 and G3 takes a lever back by its name, to the last bit, and moves it again', async () => {
    const read = async () => ({
      peak: await peakOf(page()),
      ...(await solar(page())
        .locator('input')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))),
    });
    const few = () => level(page(), 'few');
    await g1NoDifference(read, few, () => undo(page(), /^Undo: /).click());
    await g3Undone(page(), [
      {
        name: /^Undo: .*few$/,
        act: async () => {
          await few();
          await undo(page(), /^Undo: /).focus();
        },
        read: () => solar(page()).locator('input:checked + span').textContent(),
      },
    ]);
  });

  test('G10 takes a lever back while its year is under way: the figures of before stand within a second', async () => {
    const kept = await peakOf(page());
    await level(page(), 'many');
    await undo(page(), /^Undo: .*many$/).waitFor();
    await g10Cancelled(
      page(),
      'button[aria-label^="Undo: "]',
      `[data-figure="peakImport"][data-value="${kept}"]`,
      kept,
      () => peakOf(page()),
    );
  });
}

/** The same at the end of the session. */
export function presentPageChecks(page: () => Page): void {
  test('G5 loses nothing at 200 % and reads on a phone as a column', () =>
    g5NothingLost(page(), ['.present-tile', '[data-lever]', '.present-round', '.present-ways .button']));

  test('G6 with reduced motion nothing loops once the next round has begun', async () => {
    await g6Still(page(), () => page().getByRole('button', { name: 'Next round' }).click());
  });
}
