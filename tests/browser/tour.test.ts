import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, READY_MS } from './journey';
import { launchBrowser, openApp, serveVillage, type OpenApp, type ServedApp } from './launch';

/**
 * The guided tour in the built app. The cheapest wrong apps: a tour that covers what it speaks of, one that ticks what a script
 * has clicked, one that holds up the page behind it, one that is offered again and again, and one that forgets how far it was.
 */
let browser: Browser;
let server: ServedApp;
let app: OpenApp;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveVillage()]);
  app = await openApp(browser, server.url, { viewport: { width: 1280, height: 720 } });
  page = app.page;
  page.setDefaultTimeout(30_000);
  await page.locator('[data-scenario="transition-2035"][data-status="ready"]').waitFor({ timeout: READY_MS });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const STEPS = ['scenario', 'element', 'time', 'measure', 'baseline', 'wayOut'] as const;
const card = () => page.getByTestId('tour');
const dot = (step: (typeof STEPS)[number]) => page.locator(`[data-tour-step="${step}"]`);
const isDone = (step: (typeof STEPS)[number]) => dot(step).getAttribute('data-done');

/** What the step on screen speaks of is there, marked, inside the window, and free of the card. */
async function expectUncovered(what: string): Promise<void> {
  const boxes = () =>
    page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? null;
      const [tour, target] = [boxOf('.tour'), boxOf('[data-tour-at]')];
      if (tour === null || target === null) return null;
      const width = Math.min(tour.right, target.right) - Math.max(tour.left, target.left);
      const height = Math.min(tour.bottom, target.bottom) - Math.max(tour.top, target.top);
      const isInside =
        tour.left >= 0 && tour.top >= 0 && tour.right <= innerWidth && tour.bottom <= innerHeight;
      return { shared: Math.max(0, width) * Math.max(0, height), isInside };
    });
  await expect.poll(boxes, { message: what }).toEqual({ shared: 0, isInside: true });
}

test('is offered once, in the flow, and opens beside what it speaks of', async () => {
  await page.getByTestId('tour-offer').getByRole('button', { name: 'Start the tour' }).click();
  await card().waitFor();
  expect(await card().evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator('dialog').count()).toBe(0);
  await expectAccessible(page);
});

test('covers nothing of what any of its steps speaks of, in a wide and in a narrow window', async () => {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const step of STEPS) {
      await dot(step).click();
      expect(await card().getAttribute('data-step')).toBe(step);
      await expectUncovered(`${step} at ${size.width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const step of STEPS) expect(await isDone(step), 'to look at a step is not to do it').toBe('false');
});

test('ticks nothing that a script does', async () => {
  await page.evaluate(() => document.querySelector<HTMLElement>('.worst-item')!.click());
  await page.locator('[data-testid="inspector"] h2', { hasText: 'Transformer' }).waitFor();
  await page.waitForTimeout(300);
  for (const step of STEPS) expect(await isDone(step)).toBe('false');
  await page.locator('#inspector').getByRole('button', { name: 'End the selection' }).click();
});

test('ticks what the user does, by pointer and by keyboard, in any order', async () => {
  await dot('element').click();
  await page.locator('.worst-item').first().click();
  await expect.poll(() => isDone('element')).toBe('true');
  expect(await card().getAttribute('data-step')).toBe('time');
  await card().getByRole('button', { name: 'Take me there' }).focus();
  await page.keyboard.press('Enter');
  const isThere = () => page.evaluate(() => document.activeElement?.closest('.timeline') !== null);
  expect(await isThere(), 'the focus is in what the step speaks of').toBe(true);
  await page.getByRole('slider', { name: 'Hour' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => isDone('time')).toBe('true');
  await expect
    .poll(() => page.getByTestId('live').textContent(), { timeout: 5000 })
    .toMatch(/^Done: Move the time/);
});

test('can be left by Escape and gone on with later, also after a reload; it is not offered again', async () => {
  await dot('measure').focus();
  await page.keyboard.press('Escape');
  await card().waitFor({ state: 'detached' });
  expect(await page.locator('[data-tour-at]').count()).toBe(0);
  await page.reload();
  await page.locator('[data-scenario="baseline"][data-status="ready"]').waitFor({ timeout: READY_MS });
  expect(await page.getByTestId('tour-offer').count()).toBe(0);
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await page.getByRole('button', { name: 'Go on with the tour (2 of 6)' }).click();
  expect(await isDone('element')).toBe('true');
  expect(await isDone('time')).toBe('true');
  expect(await isDone('measure')).toBe('false');
});

test('speaks German where the page does', async () => {
  await page.locator('select.language').selectOption('de');
  await expect.poll(() => card().getByRole('heading', { level: 2 }).textContent()).toBe('Rundgang');
  await expectUncovered('in German');
  await page.locator('select.language').selectOption('en');
});

test('complains of nothing', () => expectNoComplaint(app));
