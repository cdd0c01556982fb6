import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS, startJourney, type Journey } from './journey';

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
});
afterAll(() => journey.close());

const tab = (id: string) => page.locator(`[data-scenario="${id}"]`);
const statusOf = (id: string) => tab(id).getAttribute('data-status');
const kpi = async (id: string): Promise<number> =>
  Number(await page.locator(`[data-kpi="${id}"]`).getAttribute('data-value'));
const inspector = () => page.getByTestId('inspector');

/** Presses Tab until the focused element matches; gives up rather than loop for ever. */
async function tabTo(selector: string, most: number): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached with ${most} presses of Tab`);
}

/** From the tab of a scenario past the library of measures, by the button that is there for it. */
async function tabToInspector(): Promise<void> {
  await tab('transition-2035').focus();
  await tabTo('.panel.left .skip', 40);
  await page.keyboard.press('Enter');
}

describe('the built app', () => {
  beforeEach(async () => {
    await page.keyboard.press('Escape');
  });

  test('shows key figures that differ between the scenarios, and the same again on return', async () => {
    await tab('transition-2035').click();
    const later = await kpi('peakImport');
    await tab('baseline').click();
    const before = await kpi('peakImport');
    expect(later).toBeGreaterThan(before);
    expect(before).toBeGreaterThan(1e5);
    await tab('transition-2035').click();
    expect(await kpi('peakImport')).toBe(later);
  });

  test('moves the clock by the hour slider and says so in words', async () => {
    const hour = page.getByRole('slider', { name: 'Hour' });
    await hour.fill('7');
    expect(await hour.getAttribute('aria-valuetext')).toMatch(/^\w+day \d+ \w+, 07:00$/);
    expect(await page.getByTestId('clock').textContent()).toContain('07:00');
  });

  test('finds the worst transformer by keyboard alone; its contributors and losses sum to its load', async () => {
    await tabToInspector();
    await tabTo('.worst-item', 10);
    await page.keyboard.press('Enter');
    const worstId = (await inspector().getByRole('heading', { level: 2 }).textContent())!.replace(
      'Transformer ',
      '',
    );
    await tabToInspector();
    await tabTo('[data-testid="inspector"] .button.primary', 10);
    await page.keyboard.press('Enter');
    const clock = await page.getByTestId('clock').textContent();
    await inspector().locator('tr[data-total]').waitFor();
    await expect
      .poll(() => inspector().getByRole('heading', { level: 3 }).first().textContent())
      .toContain(clock!);

    const worst = Math.round(await kpi('worstTransformerLoading'));
    await expect.poll(() => page.getByTestId('loading-now').textContent()).toContain(String(worst));
    expect(worstId).toMatch(/\S/);
    const numbers = (name: string) =>
      inspector()
        .locator(`tr[data-${name}]`)
        .evaluateAll((rows, key) => rows.map((row) => Number((row as HTMLElement).dataset[key])), name);
    const [total] = await numbers('total');
    const parts = await numbers('watts');
    expect(parts.length).toBeGreaterThan(3);
    const sum = parts.reduce((all, part) => all + part, 0);
    expect(Math.abs(sum - total!)).toBeLessThan(1e-6 * Math.abs(total!) + 0.01);
  });

  test('shows the baseline while its button is held, everywhere, and only then', async () => {
    await tab('transition-2035').click();
    const later = await kpi('peakImport');
    const button = page.getByRole('button', { name: /baseline B$/i });
    await button.focus();
    await page.keyboard.down(' ');
    const held = await kpi('peakImport');
    await page.keyboard.up(' ');
    expect(held).toBeLessThan(later);
    expect(await kpi('peakImport')).toBe(later);
    await tab('baseline').click();
    expect(await kpi('peakImport')).toBe(held);
    await tab('transition-2035').click();
  });

  test('undoes and redoes a measure by name, back to the very same figures', async () => {
    const before = await kpi('peakImport');
    const field = page.getByRole('textbox', { name: 'Heat pumps, percent' });
    const typed = (await field.inputValue()) === '10' ? '20' : '10';
    await field.fill(typed);
    await field.press('Enter');
    await page.getByRole('button', { name: `Undo: Heat pumps ${typed} %` }).waitFor();
    await expect.poll(() => statusOf('transition-2035'), { timeout: READY_MS }).toBe('ready');
    expect(await kpi('peakImport')).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => statusOf('transition-2035'), { timeout: READY_MS }).toBe('ready');
    expect(await kpi('peakImport')).toBe(before);
    expect(await page.getByRole('button', { name: `Redo: Heat pumps ${typed} %` }).count()).toBe(1);
  });

  test('moves nothing large while years run: not the map, a chart or a notice', async () => {
    // Chromium's own measure (share of the window times share of the way), without what follows a key within half a second. What
    // an element's own panel offers after a result comes between its lines, and marks of hours go to their hours.
    await page.evaluate(() => {
      interface Shift extends PerformanceEntry {
        readonly hadRecentInput: boolean;
        readonly value: number;
        readonly sources: readonly { readonly node?: Element }[];
      }
      const shifted: number[] = [];
      Object.assign(globalThis, { shifted });
      const note = ({ hadRecentInput, value, sources }: Shift) => {
        const isInPanel = sources.some(({ node }) => node?.closest?.('[data-testid="inspector"]'));
        if (!hadRecentInput && !isInPanel) shifted.push(value);
      };
      new PerformanceObserver((list) => (list.getEntries() as Shift[]).forEach(note)).observe({
        type: 'layout-shift',
      });
    });
    const largest = () =>
      page.evaluate(() => Math.max(0, ...(globalThis as unknown as { readonly shifted: number[] }).shifted));
    const field = page.getByRole('textbox', { name: 'Heat pumps, percent' });
    const first = await field.inputValue();
    for (const percent of ['15', '60', '90', first]) {
      await field.fill(percent);
      await field.press('Enter');
      await expect.poll(() => statusOf('transition-2035'), { timeout: READY_MS }).toBe('ready');
    }
    expect(await largest()).toBeLessThan(0.002);
    // It does notice.
    await page.waitForTimeout(600);
    const push = (marginTop: string) =>
      page.evaluate((by) => (document.querySelector('main')!.style.marginTop = by), marginTop);
    await push('60px');
    await expect.poll(largest).toBeGreaterThan(0.01);
    await push('');
  });

  test('reads a typed quantity in its own unit, and refuses one of another kind in place', async () => {
    await tab('transition-2035').click();
    const card = page.locator('.measure', { hasText: 'Rooftop photovoltaics' });
    await card.getByText('Assumptions').click();
    const field = () => card.getByLabel('Panel power per area');
    await field().fill('3 kWh');
    await field().press('Enter');
    await expect.poll(() => card.getByRole('alert').innerText()).not.toBe('');
    await field().fill('0.21 kW/m2');
    await field().press('Enter');
    await expect.poll(() => field().inputValue(), { timeout: 20_000 }).toBe('210');
    await page.getByRole('button', { name: /^Undo: Rooftop photovoltaics/ }).click();
    await expect.poll(() => field().inputValue()).toBe('200');
    await expect.poll(() => statusOf('transition-2035'), { timeout: READY_MS }).toBe('ready');
  });

  test('has a table that selects by keyboard and saves what it shows', async () => {
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    await page.getByRole('radio', { name: 'Transformers' }).check();
    const rows = page.locator('[role="row"][data-id]');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const id = await rows.nth(1).getAttribute('data-id');
    expect(await inspector().getByRole('heading', { level: 2 }).textContent()).toBe(`Transformer ${id}`);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save this table as CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent ?? '')),
    );
    expect(lines.length - 1).toBe(shown.length);
    shown.forEach((cells, row) => {
      const saved = lines[row + 1]!.split(',');
      expect(saved[0]).toBe(cells[0]);
      expect(Number(saved[3]).toFixed(1)).toBe(cells[3]!.replace(/[^\d.]/g, ''));
    });
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'Map', exact: true }).check();
  });

  test('scrubs by the hour: inspector, legend and map say what the table saves for that very hour', async () => {
    await tab('transition-2035').click();
    await page.getByLabel('Variable on the map').selectOption('loading');
    const id = (await inspector().getByRole('heading', { level: 2 }).textContent())!.replace(
      'Transformer ',
      '',
    );
    const hour = page.getByRole('slider', { name: 'Hour' });
    const percentOf = (text: string | null) => Number(/\d+(?=\D*%)/.exec(text ?? '')?.[0]);
    const read = async () => {
      await expect.poll(() => page.locator('.legend-foot').textContent()).toContain('no data 0');
      // Labels come with the next frame of the map, the legend does not wait for it.
      await expect.poll(() => page.locator('.city-label').count()).toBeGreaterThan(0);
      const counts = await page.locator('.legend-class .number').allTextContents();
      const { worst, label } = await page.evaluate((wanted) => {
        const labels = [...document.querySelectorAll('.city-label')].map((one) => one.textContent ?? '');
        return { worst: labels.length, label: labels.find((text) => text.startsWith(`${wanted} `)) ?? null };
      }, id);
      expect(worst).toBeGreaterThan(0);
      const now = percentOf(await page.getByTestId('loading-now').textContent());
      if (label !== null) expect(percentOf(label)).toBe(now);
      return { now, counts: counts.map(Number) };
    };
    const saved = async () => {
      await page.getByRole('radio', { name: 'Table', exact: true }).check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Save the values at this hour/ }).click(),
      ]);
      const { data } = Papa.parse<string[]>((await readFile(await download.path(), 'utf8')).trim());
      await page.getByRole('radio', { name: 'Map', exact: true }).check();
      return new Map(data.slice(1).map(([key, value]) => [key!, Number(value)]));
    };
    const seen = [];
    for (const at of ['3', '4', '18']) {
      await hour.fill(at);
      const shown = await read();
      const values = await saved();
      expect(shown.now).toBe(Math.round(values.get(id)!));
      const limits = [0, 50, 80, 100, 120, Infinity];
      const counted = limits
        .slice(1)
        .map((to, row) => [...values.values()].filter((v) => v >= limits[row]! && v < to).length);
      expect(shown.counts).toEqual(counted);
      seen.push(JSON.stringify([...values]));
    }
    expect(new Set(seen).size).toBe(3);
  });

  test('folds its legend and remembers it', async () => {
    await page.getByRole('button', { name: 'Fold the legend' }).click();
    expect(await page.locator('.legend-class').count()).toBe(0);
    await page.getByRole('radio', { name: 'Table', exact: true }).check();
    expect(await page.locator('.legend-class').count()).toBe(0);
    await page.getByRole('radio', { name: 'Map', exact: true }).check();
    await page.getByRole('button', { name: 'Unfold the legend' }).click();
    expect(await page.locator('.legend-class').count()).toBe(5);
  });

  test('made no error, broke no policy and asked no other origin for anything', () => {
    expectNoComplaint(journey.app);
  });
});
