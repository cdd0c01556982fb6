import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Clicks } from './clicks';
import { downloaded, flat, savedRows, shownRows } from './compareTable';
import { expectAccessible, READY_MS } from './journey';
import type { Planner } from './planner';

/** Groups with rows that come with bills. */
const COUNTED_LATE = ['Households', 'Money', 'Expected reliability, metering and monitoring', 'Others'];

/** Rows P8 to P11 of the planner's journey, as far as they stand in the comparison. */
export function plannerComparison(planner: Planner): void {
  describe('the comparison', () => {
    const { tab, dialog, leaf } = planner;
    let page: Page;
    let clicks: Clicks;
    beforeAll(() => ({ page, clicks } = planner));
    /** Of the rows that the years themselves tell: how much of the others there is depends on when the count was stopped. */
    const valuesOf = async () =>
      new Map(
        (await shownRows(dialog()))
          // What is counted late may be there in one of two looks only: such a cell is told apart from a number.
          .map(({ group, label, cells }) => [
            label,
            cells.map(({ value }) => (COUNTED_LATE.includes(group) && value === '–' ? null : value)),
          ]),
      );
    /** Stops a study, unless it has ended: looked at and clicked within the page, since it may end between the two. How many were. */
    const cancelled = (name: string, within = dialog()) =>
      within.getByRole('button', { name: new RegExp(`^${name}`) }).evaluateAll((buttons) => {
        buttons.forEach((button) => (button as HTMLElement).click());
        return buttons.length;
      });

    test('P8 compares all of them: best marked, inputs beside them, maps on one scale, the baseline under a key', async () => {
      for (const name of ['with flexibility', 'with reinforcement'])
        await expect
          .poll(() => page.locator('[role="tab"]', { hasText: name }).getAttribute('data-status'), {
            timeout: 2 * READY_MS,
          })
          .toBe('ready');
      clicks.at('P8');
      await clicks.click(page.getByRole('button', { name: 'Compare scenarios' }));
      await expect
        .poll(async () => (await shownRows(dialog()))[0]?.cells.length, { timeout: READY_MS })
        .toBe(5);
      // Bills need a while and no other number changes by them: what stands is compared.
      await cancelled('Cancel the comparison');
      const rows = await shownRows(dialog());
      const peak = rows.find(({ label }) => label === 'Peak import')!;
      expect(peak.cells.filter(({ best }) => best === '★ best')).not.toEqual([]);
      expect(peak.cells[2]!.change, 'a word, not a colour alone').toMatch(/more .*worse$/);
      const inputs = dialog().locator('[data-part="inputs"]');
      expect(await inputs.textContent()).toMatch(/Heat pumps.*Feeder battery/s);
      expect((await savedRows(dialog())).slice(1), 'the file is the table').toEqual(rows.map(flat));

      await clicks.click(leaf('Places'));
      const maps = dialog().locator('.small-map');
      const captions = () => maps.locator('figcaption b').allTextContents();
      const legend = () => dialog().locator('.small-legend').textContent();
      const drawn = async () => {
        const colours = await maps.evaluateAll((all) =>
          all.map((one) => ({
            name: one.querySelector('b')!.textContent,
            marks: [...one.querySelectorAll('[stroke],[fill]')].map(
              (mark) => mark.getAttribute('fill') ?? mark.getAttribute('stroke'),
            ),
          })),
        );
        return new Map(colours.map(({ name, marks }) => [name, marks.join(' ')]));
      };
      const all = await captions();
      expect(all).toHaveLength(5);
      const [scale, whole] = [await legend(), await drawn()];
      await dialog().getByRole('checkbox', { name: 'Transition 2035' }).uncheck();
      await expect.poll(() => maps.count()).toBe(4);
      expect(await legend(), 'one domain, whoever is shown').toBe(scale);
      for (const [name, marks] of await drawn()) expect(marks, name).toBe(whole.get(name));
      await dialog().getByRole('checkbox', { name: 'Transition 2035' }).check();
      await dialog()
        .getByRole('button', { name: /^Hold to show Baseline/ })
        .focus();
      await page.keyboard.down('b');
      await expect.poll(captions).toEqual(all.map(() => 'Baseline'));
      await page.keyboard.up('b');
      await expect.poll(captions).toEqual(all);
    });

    test('P9 counts what each node of a feeder takes; cancelled, it keeps the nodes that are finished', async () => {
      // The first node there is ends the count: a test that asks from outside would come too late.
      await page.evaluate(() => {
        const first = new MutationObserver(() => {
          const part = document.querySelector('[data-part="hosting-nodes"][data-status="running"]');
          if (part === null || part.querySelector('tbody tr') === null) return;
          first.disconnect();
          part.querySelector<HTMLElement>('.study-state button')!.click();
        });
        first.observe(document.body, { subtree: true, childList: true });
      });
      clicks.at('P9');
      await clicks.click(leaf('Hosting capacity'));
      const feeder = dialog().locator('[data-feeder]').nth(2);
      const id = await feeder.getAttribute('data-feeder');
      await clicks.click(feeder.getByRole('button', { name: `Count the nodes of ${id!}` }));
      const nodes = dialog().locator('[data-part="hosting-nodes"]');
      await expect.poll(() => nodes.getAttribute('data-status'), { timeout: READY_MS }).toBe('cancelled');
      const kept = await nodes.locator('tbody tr').allTextContents();
      expect(kept.length).toBeGreaterThan(0);
      for (const text of kept) expect(text, 'kW and what binds').toMatch(/\d.kW.*(%|nothing)/s);
      const said = await nodes.textContent();
      expect(said).toContain('screening');
      expect(said).toMatch(/partial.*Cancelled/s);
      expect(await dialog().locator('[data-part="hosting-conditions"] li').count()).toBeGreaterThan(4);
      await expectAccessible(page);
    });

    test('P10 shows what matters most, with ranges and their sources, as it comes, and stops', async () => {
      clicks.at('P10');
      await clicks.click(leaf('What matters most'));
      const state = dialog().locator('.study-state[data-status]');
      await dialog()
        .locator('[data-input]')
        .first()
        .waitFor({ timeout: 2 * READY_MS });
      const wasRunning = (await cancelled('Cancel', state)) > 0;
      await expect.poll(() => state.getAttribute('data-status')).toBe(wasRunning ? 'cancelled' : 'ready');
      const inputs = await dialog().locator('[data-input]').allTextContents();
      expect(inputs.length).toBeGreaterThan(0);
      for (const text of inputs) expect(text).toMatch(/ to .*;.*(placeholder|admits|range)/);
    });

    test('P11 saves a report: what differs from the declared baseline, assumptions with sources, version, date and seed', async () => {
      clicks.at('P11');
      const { file, text } = await downloaded(page, () =>
        clicks.click(dialog().getByRole('button', { name: /^Save the report/ })),
      );
      expect(file.suggestedFilename()).toMatch(/\.html$/);
      await expect
        .poll(() => dialog().getByTestId('report-saved').textContent())
        .toMatch(/Report saved: [\d. ]+ kB, made with model version \d/);
      for (const part of [
        /Inputs that differ/,
        /Baseline/,
        /with flexibility/,
        /Feeder battery/,
        /Assumptions of the program.*Price paid for exports.*districtgenerator/s,
        /placeholder|engineering value/,
        /Engine(<[^>]*>|\s)*\d+\.\d+\.\d+/,
        new RegExp(`Made on(<[^>]*>|\\s)*${await page.evaluate(() => new Date().toLocaleDateString('sv'))}`),
        /seed (<[^>]*>)*\d/i,
      ])
        expect(text).toMatch(part);
      expect(text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)[^"]*\.(js|css)/);
    });

    test('a further scenario changes no number of the others', async () => {
      await leaf('Numbers').click();
      const before = await valuesOf();
      await page.keyboard.press('Escape');
      await tab('scenario-2').click();
      await page.getByRole('button', { name: /^Duplicate Scenario 2/ }).click();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Compare scenarios' }).click();
      await expect
        .poll(async () => (await shownRows(dialog()))[0]?.cells.length, { timeout: READY_MS })
        .toBe(6);
      await cancelled('Cancel the comparison');
      const after = await valuesOf();
      let compared = 0;
      for (const [label, values] of before) {
        const now = after.get(label);
        if (now === undefined) continue;
        const both = values.map((_, at) => now[at] !== null && values[at] !== null);
        const told = (cells: typeof values) => cells.slice(0, 5).map((cell, at) => (both[at] ? cell : null));
        expect(told(now), label).toEqual(told(values));
        if (told(now).some((cell) => cell !== null)) compared += 1;
      }
      expect(compared).toBeGreaterThan(20);
      await page.keyboard.press('Escape');
      await tab('scenario-2').focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.locator('[role="tab"]').count()).toBe(5);
    });
  });
}
