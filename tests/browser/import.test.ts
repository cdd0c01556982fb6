import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFile, expectAccessible, expectNoComplaint, READY_MS } from './journey';
import { Keyboard } from './keyboard';
import { launchBrowser, openApp, serveVillage, type OpenApp, type ServedApp } from './launch';

/**
 * Files dropped on the page, by keyboard. The cheapest wrong apps: the district is gone before anybody said yes, Escape opens it
 * all the same, the way back is lost; and a dialog whose code is away stays empty while the reason stands behind it.
 */
let browser: Browser;
let server: ServedApp;
let app: OpenApp;
let page: Page;
let keyboard: Keyboard;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveVillage()]);
  app = await openApp(browser, server.url, { viewport: { width: 1280, height: 720 } });
  page = app.page;
  page.setDefaultTimeout(30_000);
  keyboard = new Keyboard(page);
  await page.locator('[data-scenario="baseline"][data-status="ready"]').waitFor({ timeout: READY_MS });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const MAP = readFileSync('scenarios/templates/district.geojson', 'utf8');
const offer = () => page.getByTestId('import-offer');
const transition = () => page.locator('[data-scenario="transition-2035"]').count();

const drop = (name: string, text: string) => dropFile(page, name, text);

test('a dropped map is told first: what it is, its first rows, what is made for it; Escape leaves everything', async () => {
  const startMs = performance.now();
  await drop('example.geojson', MAP);
  await offer().locator('[data-file="example.geojson"][data-kind="geojson"]').waitFor();
  const glanceMs = performance.now() - startMs;
  // A second on a machine of its own; tests share theirs.
  expect(glanceMs).toBeLessThan(10_000);
  await page.getByTestId('import-accept').waitFor();
  const text = await offer().textContent();
  for (const part of ['LineString', 'residential', 'one is made along the streets', 'assumed', 'Weather:'])
    expect(text).toContain(part);
  expect(await transition()).toBe(1);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await offer().waitFor({ state: 'detached' });
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await transition()).toBe(1);
});

test('the yes opens it, and undo brings the work before back, all by keyboard', async () => {
  await drop('example.geojson', MAP);
  await page.getByTestId('import-accept').waitFor();
  await expect.poll(() => keyboard.isOn('.import-offer h3')).toBe(true);
  await keyboard.tabTo('[data-testid="import-accept"]', 2);
  await keyboard.press('Enter');
  await expect.poll(transition).toBe(0);
  await expect.poll(() => page.getByTestId('told').textContent()).toContain('Opened “example”');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await keyboard.press('Control+z');
  await expect.poll(transition).toBe(1);
  await keyboard.press('Control+Shift+z');
  await expect.poll(transition).toBe(0);
  await keyboard.press('Control+z');
  await expect.poll(transition).toBe(1);
});

test('a file that is nothing here says what it is, and offers nothing', async () => {
  await drop('feeder.dss', 'Clear\nNew Circuit.feeder basekv=11\n');
  await offer().locator('[data-kind="openDss"]').waitFor();
  expect(await offer().textContent()).toContain('gridtwin powerflow');
  expect(await page.getByTestId('import-accept').count()).toBe(0);
  await page.keyboard.press('Escape');
  expectNoComplaint(app);
});

test('a dialog whose code cannot be fetched says so in its own place, and fetches it again when asked', async () => {
  // Without the worker that answers from what it has kept, the network alone is asked.
  const context = await browser.newContext({ locale: 'en-US', serviceWorkers: 'block' });
  const away = await openApp(browser, server.url, { context });
  const isStudy = /\/assets\/timelineStudy-.*\.js/;
  await away.page.route(isStudy, (route) => route.abort());
  await away.page.locator('[data-scenario="transition-2035"]').click();
  await away.page.locator('[data-part="timeline-open"]').click();
  const told = away.page.locator('dialog[open]').getByTestId('missing');
  await told.waitFor({ timeout: READY_MS });
  // Whatever shares its code is told beside it.
  await expect.poll(() => told.textContent(), { timeout: READY_MS }).toContain('the scenario over the years');
  await expectAccessible(away.page);
  const again = told.getByRole('button', { name: 'Try again' });
  // The server is still away: the page must not be left for one that does not come.
  const isPage = (url: URL) => url.pathname === '/';
  await away.page.route(isPage, (route) => route.abort());
  await again.press('Enter');
  await told.waitFor();
  expect(await away.page.locator('dialog[open]').count()).toBe(1);
  await away.page.unroute(isPage);
  await away.page.unroute(isStudy);
  await Promise.all([away.page.waitForEvent('load'), again.press('Enter')]);
  await away.page.locator('[data-part="timeline-open"]').click({ timeout: READY_MS });
  await away.page.locator('dialog[open] [data-part="timeline"]').waitFor({ timeout: READY_MS });
  expect(await told.count()).toBe(0);
  await context.close();
});
