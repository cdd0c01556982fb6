import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloaded, flat, readCsv, savedRows, shownRows, type ShownRow } from './compareTable';
import { expectAccessible, expectNoComplaint, startJourney, type Journey } from './journey';

/**
 * The comparison in the built app. The cheapest wrong apps: a file that is not the table, a baseline that only renames a column,
 * a study that shows no way to stop it or loses what it had, a range that is none and is taken. What the planner's journey sees
 * of it (maps, nodes, what matters most, the report) stands there.
 */
let journey: Journey;
let page: Page;
let dialog: Locator;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
  dialog = page.getByRole('dialog', { name: 'Compare scenarios' });
});
afterAll(() => journey.close());

/** Eight whole years of the reference town, where others use the machine as well. */
const YEARS_MS = 240_000;

const tab = (name: string) => dialog.getByRole('tab', { name, exact: true });

const whenCounted = () =>
  dialog.getByRole('progressbar', { name: 'Comparison' }).waitFor({ state: 'detached', timeout: YEARS_MS });

describe('comparing scenarios', () => {
  test('opens by keyboard in a dialog that holds the focus, with every group of indicators', async () => {
    const opener = page.getByRole('button', { name: 'Compare scenarios' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog.locator('tr[data-kpi]').first().waitFor({ timeout: YEARS_MS });
    await whenCounted();
    await expectAccessible(page);
    const rows = await shownRows(dialog);
    expect(rows.length).toBeGreaterThan(40);
    const groups = new Set(rows.map(({ group }) => group));
    for (const group of ['Load and peaks', 'Transformers and lines', 'Carbon', 'Money', 'Comfort'])
      expect([...groups]).toContain(group);
    // Bills come after the years.
    expect(rows.some(({ label }) => label.startsWith('Energy burden'))).toBe(true);
    expect(rows.every(({ cells }) => cells[0]!.change === null && cells[1]!.change !== null)).toBe(true);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      // The browser's own bar comes between the last and the first element of a modal dialog: then it is the body.
      const inside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
      expect(inside).toBe(true);
    }
  });

  test('saves exactly the table after the baseline is switched and rows are left out', async () => {
    const before = await shownRows(dialog);
    await dialog.getByLabel('Held against').selectOption({ label: 'Transition 2035' });
    await expect
      .poll(async () => (await shownRows(dialog))[0]!.cells[1]!.change, { timeout: YEARS_MS })
      .toBe(null);
    await whenCounted();
    const after = await shownRows(dialog);
    const table = await savedRows(dialog);
    expect(table[0]).toContain('Transition 2035 (baseline)');
    expect(table.slice(1)).toEqual(after.map(flat));
    const peak = (rows: readonly ShownRow[]) => rows.find(({ label }) => label === 'Peak import')!;
    // The values stand, the words turn round.
    expect(peak(after).cells.map(({ value }) => value)).toEqual(peak(before).cells.map(({ value }) => value));
    expect(peak(before).cells[1]!.change).toMatch(/^▲ .* more \(\+.*worse$/);
    expect(peak(after).cells[0]!.change).toMatch(/^▼ .* less \(−.*better$/);
    expect(peak(after).cells.map(({ best }) => best)).toEqual(['★ best', '']);

    await dialog.getByLabel('Only what differs').check();
    const differing = await shownRows(dialog);
    expect(differing.length).toBeLessThan(after.length);
    expect((await savedRows(dialog)).slice(1)).toEqual(differing.map(flat));
    await dialog.getByLabel('Only what differs').uncheck();
    await dialog.getByLabel('Held against').selectOption({ label: 'Baseline' });
    await whenCounted();
  });

  test('starts what each measure adds from an indicator, cancels it, and goes on to shares that sum up', async () => {
    await dialog.getByRole('button', { name: 'Peak import', exact: true }).click();
    await dialog.getByRole('button', { name: 'What each measure adds in Transition 2035' }).click();
    const state = dialog.locator('.study-state[data-status]');
    await state.getByRole('progressbar').waitFor();
    await state.getByRole('button', { name: 'Cancel the attribution' }).click();
    await expect.poll(() => state.getAttribute('data-status')).toBe('cancelled');
    expect(await state.textContent()).toMatch(/partial.*Cancelled/);
    await expectAccessible(page);
    await state.getByRole('button', { name: /^Go on/ }).click();
    await expect.poll(() => state.getAttribute('data-status'), { timeout: YEARS_MS }).toBe('ready');
    expect(await state.textContent()).toMatch(/exact, from 8 combinations/);
    expect(await dialog.locator('[data-player]').count()).toBe(3);
    const { text } = await downloaded(page, () =>
      dialog.getByRole('button', { name: 'Save what each measure adds as CSV' }).click(),
    );
    await dialog.getByRole('button', { name: 'Table', exact: true }).click();
    const shown = await dialog
      .locator('.compare tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(readCsv(text)).toEqual(shown);
    await expectAccessible(page);
  }, 400_000);

  test('ranks by weights that are typed, and puts out what is beyond a veto line', async () => {
    await tab('Ranking').click();
    const first = () => dialog.locator('[data-ranked]').first().getAttribute('data-ranked');
    await dialog.locator('[data-ranked]').first().waitFor();
    await dialog.getByLabel('Add what counts').selectOption({ label: 'Peak import' });
    await dialog.getByLabel('Weight of Peak import').fill('1000');
    await expect.poll(first).toBe('baseline');
    const carbon = dialog.getByLabel('Weight of Carbon');
    await dialog.getByLabel('Weight of Peak import').fill('0');
    await carbon.fill('1000');
    await expect.poll(first).toBe('transition-2035');
    const veto = dialog.locator('[data-criterion=peakImport]').getByRole('textbox');
    // Between the peaks of the two.
    await veto.fill('1 MW');
    await veto.press('Enter');
    await dialog.getByText(/Transition 2035 is out: Peak import/).waitFor();
    expect(await dialog.locator('[data-ranked]').count()).toBe(1);
    await expectAccessible(page);
  });

  test('takes ranges of one’s own, refuses what is none, draws them all at once; the report has what was asked', async () => {
    await tab('What matters most').click();
    const state = dialog.locator('.study-state[data-status]');
    await state.waitFor({ timeout: YEARS_MS });
    // Ranges of one's own, by keyboard; what is none is refused where it was typed.
    const looks = dialog.getByRole('group', { name: 'How the inputs are looked at' });
    await looks.getByRole('radio', { name: 'Ranges' }).check();
    const low = dialog.getByRole('textbox', { name: /^Low end of/ }).first();
    await low.fill('nothing');
    await dialog.getByRole('button', { name: 'Use these ranges' }).click();
    expect(await dialog.getByRole('alert').textContent()).toMatch(/no range of the input/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'All usual ranges again' }).click();
    await looks.getByRole('radio', { name: 'Uncertainty' }).check();
    await dialog.getByLabel('Draws, a year each').selectOption('20');
    await dialog.getByRole('button', { name: 'Draw', exact: true }).click();
    await state.getByRole('button', { name: /^Cancel/ }).click();
    await expect.poll(() => state.textContent()).toMatch(/^partial/);
    await expectAccessible(page);
    const { text } = await downloaded(page, () =>
      dialog.getByRole('button', { name: /^Save the report/ }).click(),
    );
    expect(text).toContain('What each measure adds');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expectNoComplaint(journey.app);
  }, 400_000);
});
