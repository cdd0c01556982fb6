import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoComplaint, READY_MS } from './journey';
import { Keyboard } from './keyboard';
import { launchBrowser, openApp, serveDist, type OpenApp, type ServedApp } from './launch';

/**
 * G4 of the building manager's journey: without a pointer, from the mode switch to the saved table. The cheapest wrong apps: a list of search that
 * only a pointer can choose from, a drop zone without a field that takes the focus, an offer that is a picture, a focus that is lost
 * when a measure comes or goes, and a focus nobody sees or that lies under a bar.
 */
let browser: Browser;
let server: ServedApp;
let app: OpenApp;
let page: Page;
let keys: Keyboard;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveDist()]);
  app = await openApp(browser, server.url);
  page = app.page;
  page.setDefaultTimeout(30_000);
  keys = new Keyboard(page);
  // Listened for from the beginning: a chooser that opens before the browser knows of a listener is its own.
  const letter = { name: 'letter.csv', mimeType: 'text/csv', buffer: Buffer.from('Dear reader\nhello\n') };
  page.on('filechooser', (chooser) => void chooser.setFiles(letter));
  await page.locator('[data-scenario="baseline"][data-status="ready"]').waitFor({ timeout: READY_MS });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const found = () => page.locator('.find-building [role="option"][aria-selected="true"]').textContent();
const chosen = (type: string) => page.locator(`[data-measure="${type}"][data-chosen="true"]`);

test('opens the mode, finds the building and reads its card', async () => {
  // The first stops of a fresh page lead past the bars: to the map, to where it is tight, to the time; then come the modes.
  await keys.tabTo('.skip[href="#main-view"]', 1);
  await keys.tabTo('.top-bar .choice input', 3);
  await keys.press('ArrowRight');
  await page.getByTestId('building-mode').waitFor();
  await keys.tabTo('.find-building input', 60);
  await keys.type('ringstrasse');
  const first = await found();
  await keys.press('ArrowDown');
  await expect.poll(found).not.toBe(first);
  await keys.press('Control+a');
  await keys.type('kinderhaus');
  await keys.press('Enter');
  await page.getByTestId('building-card').waitFor();
  expect(new URL(page.url()).hash).toMatch(/mode=building/);
  expect(await keys.isOn('.find-building input'), 'the focus stays').toBe(true);
});

test('chooses a file for the meter and is told why it is none', async () => {
  await keys.tabTo('.drop-zone input', 20);
  await keys.press('Enter');
  await page.locator('.issue-list li').first().waitFor();
});

test('takes a measure, sets a number of it, gives it back and takes it again', async () => {
  await keys.tabTo('[data-measure="roofInsulation"] .offer-button', 40);
  await keys.press('Enter');
  await chosen('roofInsulation').waitFor();
  expect(await keys.isOn('[data-measure="roofInsulation"] .offer-button'), 'the focus stays').toBe(true);
  await keys.press('Space');
  await chosen('roofInsulation').waitFor({ state: 'detached' });
  await keys.press('Space');
  await chosen('roofInsulation').waitFor();
  await keys.tabTo('[data-measure="roofInsulation"] .offer-parameters summary', 4);
  await keys.press('Enter');
  await keys.tabTo('[data-measure="roofInsulation"] .parameter input', 2);
  expect(await page.locator('[data-measure="roofInsulation"] .parameter input').first().isVisible()).toBe(
    true,
  );
  await keys.tabTo('[data-measure="rooftopPhotovoltaics"] .offer-button', 60);
  await keys.press('Enter');
  await chosen('rooftopPhotovoltaics').waitFor();
  await page.locator('[data-testid="effect"][data-state="ready"]').waitFor({ timeout: READY_MS });
});

test('derives a package, gives one measure of it back, compares against A and saves the table', async () => {
  await keys.tabTo('[data-testid="package-from"]', 100);
  await keys.press('Enter');
  await expect.poll(() => page.locator('[data-column]').count()).toBe(3);
  expect(await keys.isOn('[data-testid="package-from"]'), 'the focus stays').toBe(true);
  await keys.tabTo('.package-table input[type="radio"]', 30);
  await keys.press('ArrowRight');
  await expect
    .poll(() => page.getByTestId('building-mode').textContent(), { timeout: READY_MS })
    .toContain('Gained against A');
  const revert = '[data-measure-row="roofInsulation"] button[aria-label*=" in B"]';
  await keys.tabTo(revert, 60);
  await keys.press('Enter');
  await expect
    .poll(() => page.locator('[data-measure-row="roofInsulation"] [data-in="true"]').count())
    .toBe(1);
  expect(await page.evaluate(() => document.activeElement !== document.body), 'the focus is kept').toBe(true);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await keys.tabTo('[data-testid="export"]', 40);
  const [saved] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
  expect(await readFile(await saved.path(), 'utf8')).toContain('Figure,Unit,Today,A,B,');
  await keys.press('Control+z');
  await expect
    .poll(() => page.locator('[data-measure-row="roofInsulation"] [data-in="true"]').count())
    .toBe(2);
  expectNoComplaint(app);
});
