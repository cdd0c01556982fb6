import { readFile } from 'node:fs/promises';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, startJourney, type Journey } from './journey';
import { serveDist } from './launch';

let journey: Journey;
let page: Page;

beforeAll(async () => {
  // The whole town: its ring, and stations by their names.
  journey = await startJourney(serveDist);
  page = journey.page;
  const close = page.locator('.notice').getByRole('button', { name: /close|dismiss/i });
  if (await close.isVisible()) await close.click();
});
afterAll(() => journey.close());

const view = (name: string) => page.getByRole('radio', { name, exact: true });
const entry = (key: string) => page.locator(`.one-line-entry[data-key="${key}"]`);
const heading = () => page.locator('#inspector h2').textContent();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? '');

describe('the one-line view', () => {
  test('is one switch away, and shows the ring with its stations and its open point', async () => {
    await view('One-line').check();
    await entry('transformer:T-11').waitFor();
    expect(await page.locator('.one-line-entry[data-key^="transformer:"]').count()).toBe(11);
    await entry('line:MV-ring-1.06').waitFor();
    expect(await entry('line:MV-ring-1.06').getAttribute('aria-label')).toMatch(/^Open: MV line/);
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('view=oneLine');
    await expectAccessible(page);
  });

  test('is a tree for the keyboard: along the ring, into a station and a feeder, and back', async () => {
    await page.locator('.one-line-entry[tabindex="0"]').focus();
    expect(await focused()).toBe('bus:MV-primary');
    const go = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await go('ArrowRight');
    const first = await focused();
    expect(first).toMatch(/^line:MV-ring-1\.(01|12)$/);
    await go('Enter');
    expect(await heading()).toBe(`Line ${first.slice(5)}`);
    await go('ArrowDown');
    const station = await focused();
    expect(station).toMatch(/^transformer:T-/);
    await go('ArrowRight');
    await expect.poll(focused).toBe(station);
    expect(await page.locator('.one-line-entry').first().getAttribute('data-key')).toBe(station);
    await go('ArrowRight');
    const feeder = await focused();
    expect(await entry(feeder).getAttribute('aria-expanded')).toBe('false');
    await go('ArrowRight', 'ArrowRight');
    await expect.poll(focused).toBe(feeder);
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('diagram=line');
    await expectAccessible(page);
    await go('Home', 'ArrowLeft');
    await expect.poll(focused).toBe(feeder);
    await go('ArrowLeft', 'ArrowLeft');
    await expect.poll(focused).toBe(station);
    expect(await page.locator('.one-line-entry[data-key="bus:MV-primary"]').count()).toBe(1);
  });

  test('selects by one click, and enters by two', async () => {
    await page.locator('.one-line-bar li button').first().click();
    await entry('transformer:T-10').dblclick();
    await entry('line:F-10-4').click();
    await expect.poll(heading).toBe('Line F-10-4');
    await entry('line:F-10-4').dblclick();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('diagram=line%3AF-10-4');
  });

  test('shares what is selected with the table, both ways, and comes back from the address', async () => {
    await view('Table').check();
    await view('Buildings').check();
    await page.getByLabel('Filter').fill('Ahornweg 1');
    const row = page.locator('.rows-row').first();
    const id = await row.getAttribute('data-id');
    await row.click();
    await view('One-line').check();
    await entry(`building:${id}`).waitFor();
    expect(await entry(`building:${id}`).getAttribute('aria-selected')).toBe('true');
    const pane = (await page.locator('.one-line-drawing').boundingBox())!;
    const box = (await entry(`building:${id}`).boundingBox())!;
    expect(box.x).toBeGreaterThan(pane.x);
    expect(box.x + box.width).toBeLessThan(pane.x + pane.width);
    const other = page.locator('.one-line-entry[data-key^="building:"][aria-selected="false"]').first();
    const otherKey = (await other.getAttribute('data-key'))!;
    await other.focus();
    await page.keyboard.press('Enter');
    await expect.poll(heading).toBe(`Building ${otherKey.slice(9)}`);
    await expect.poll(() => page.evaluate(() => location.hash)).toContain(encodeURIComponent(otherKey));
    await page.reload();
    await entry(otherKey).waitFor();
    expect(await entry(otherKey).getAttribute('aria-selected')).toBe('true');
  });

  test('moves and zooms by buttons', async () => {
    for (const id of ['baseline', 'transition-2035'])
      await page.locator(`[data-scenario="${id}"][data-status="ready"]`).waitFor({ timeout: 120_000 });
    // A redraw at rest takes the scale from the frame into the drawing: only both together say where it stands.
    const stands = () =>
      page.locator('.one-line-moved').evaluate((frame: HTMLElement) => {
        const moved = new DOMMatrix(frame.style.transform);
        const drawn = new DOMMatrix(frame.querySelector('svg > g')!.getAttribute('transform')!);
        const { a, e, f } = moved.multiply(drawn);
        return [a, e, f].map((part) => part.toFixed(3)).join(' ');
      });
    for (const name of ['Closer', 'Move right', 'Move up', 'Whole drawing']) {
      const before = await stands();
      await page.getByRole('toolbar', { name: 'Drawing' }).getByRole('button', { name }).click();
      await expect.poll(stands).not.toBe(before);
    }
  });

  test('takes another hour into the entries that it changes, and moves none of them', async () => {
    // In the transition stations are over their limit on the last morning of the year, at seven, and not at night.
    await page.locator('.one-line-bar li button').first().click();
    await page.locator('[data-scenario="transition-2035"]').first().click();
    await page.getByRole('slider', { name: 'Day', exact: true }).fill('364');
    const hour = page.getByRole('slider', { name: 'Hour', exact: true });
    await hour.fill('3');
    const entries = page.locator('.one-line-drawing .one-line-entry');
    const colours = () =>
      entries.locator('[fill]').evaluateAll((all) => all.map((one) => getComputedStyle(one).fill).join(' '));
    await page.getByText('All results computed').waitFor();
    // The loads of the week are there: without them every entry changes when they come.
    await expect.poll(() => page.locator('.legend-foot').textContent()).toContain('no data 0');
    const atNight = await colours();
    await page.evaluate(() => {
      const seen: { entry: string; what: string }[] = [];
      new MutationObserver((changes) => {
        for (const { type, attributeName, target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const entry = element?.closest('.one-line-entry')?.getAttribute('data-key') ?? 'none';
          const what = `${attributeName ?? type} of ${element?.nodeName ?? 'none'}`;
          seen.push({ entry, what });
        }
      }).observe(document.querySelector('.one-line-drawing')!, {
        subtree: true,
        attributes: true,
        childList: true,
        characterData: true,
      });
      (globalThis as unknown as { seen: typeof seen }).seen = seen;
    });
    await hour.fill('7');
    await expect.poll(colours).not.toBe(atNight);
    const changes = await page.evaluate(async () => {
      // What would come after the colours comes in the next frames.
      for (let frame = 0; frame < 3; frame += 1)
        await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
      return (globalThis as unknown as { seen: { entry: string; what: string }[] }).seen;
    });
    const changed = new Set(changes.map(({ entry }) => entry));
    expect(changed).not.toContain('none');
    expect(changed.size).toBeLessThan(await entries.count());
    const kinds = new Set(changes.map(({ what }) => what));
    // Colours and names; a label may come, go or read another.
    const allowed = /^(fill|stroke) of path$|^(aria-label|childList) of g$| of (text|title)$/;
    expect([...kinds].filter((kind) => !allowed.test(kind))).toEqual([]);
    expect(kinds).toContain('fill of path');
    await page.locator('.one-line-entry[data-key="transformer:T-10"]').dblclick();
  });

  test('is saved as a picture that says what, when and how to read it', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as SVG' }).click();
    const text = await readFile((await (await saved).path())!, 'utf8');
    const said = (parseXml(text).root as XmlElement).text;
    const scenario = (await page.locator('.kpi-name strong').textContent())!;
    const clock = (await page.locator('.clock-text').textContent())!;
    for (const part of [scenario, clock, 'severely overloaded', 'Reference town'])
      expect(said).toContain(part);
  });

  test('stands beside the voltage along the feeder, point by point, and saves what it shows', async () => {
    await page.locator('.one-line-bar li button').last().click();
    await page.locator('.one-line-entry[data-key^="line:F-"]').first().focus();
    await page.keyboard.press('Enter');
    const chart = page.locator('.chart', { hasText: 'Voltage along the feeder' });
    await chart.waitFor({ timeout: 60_000 });
    await chart.getByRole('button', { name: 'Table' }).click();
    const rows = chart.locator('tbody tr');
    const cells = await rows.evaluateAll((all) =>
      all.map((one) => [...one.children].map((cell) => cell.textContent)),
    );
    const saved = page.waitForEvent('download');
    await chart.getByRole('button', { name: /CSV/ }).click();
    const lines = (await readFile((await (await saved).path())!, 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/^Bus,Distance,Phase a \(pu\)/);
    expect(lines).toHaveLength(cells.length + 1);
    cells.forEach(([bus, , phaseA], at) => {
      const [name, , value] = lines[at + 1]!.split(',');
      expect(name).toBe(bus);
      expect(Number(value)).toBeCloseTo(Number(phaseA), 2);
    });
    await chart.getByRole('button', { name: 'Chart' }).click();
    const plot = (await chart.locator('.u-over').boundingBox())!;
    await page.mouse.click(plot.x + plot.width * 0.8, plot.y + plot.height * 0.45);
    await expect.poll(heading).toMatch(/^Bus /);
    await expect.poll(() => page.locator('.one-line-entry[aria-selected="true"]').count()).toBe(1);
    await expectAccessible(page);
    expectNoComplaint(journey.app);
  });
});
