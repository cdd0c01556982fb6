import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openApp, serveDist, type OpenApp, type ServedApp } from './launch';

let browser: Browser;
let served: ServedApp;
let context: BrowserContext;
let app: OpenApp;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveDist();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'de-AT' });
  app = await openApp(browser, served.url, { context });
  page = app.page;
  await page.locator('.kpi-value[data-kpi="peakImport"]').waitFor();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const wideElements = () =>
  page
    .locator(
      '.top-bar, .kpi-value, .kpi-label, .kpi-name strong, .heat figcaption, .legend-class, .slider > span',
    )
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
    );
const lang = () => page.evaluate(() => document.documentElement.lang);

test('a German browser gets a German page, with German numbers and nothing cut off', async () => {
  expect(await lang()).toBe('de');
  expect(await page.getByRole('button', { name: 'Neues Szenario aus der Ausgangslage' }).count()).toBe(1);
  expect(await page.getByTestId('clock').textContent()).toBe('Dienstag, 16. Januar, 18:00');
  const peak = page.locator('.kpi-value[data-kpi="peakImport"]');
  expect(await peak.textContent()).toMatch(/^\d,\d\d\s?MW$/);
  const watts = Number(await peak.getAttribute('data-value'));
  expect(Number((await peak.textContent())!.replace(',', '.').replace(/[^\d.]/g, ''))).toBeCloseTo(
    watts / 1e6,
    2,
  );
  for (const width of [1280, 1440, 1680]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await wideElements(), `${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('the page changes its language in place, and remembers which was chosen', async () => {
  const choice = page.getByRole('combobox', { name: 'Sprache / Language' });
  await choice.selectOption('en');
  expect(await lang()).toBe('en');
  expect(await page.getByTestId('clock').textContent()).toBe('Tuesday 16 January, 18:00');
  expect(await page.locator('.kpi-value[data-kpi="peakImport"]').textContent()).toMatch(/^\d\.\d\d\s?MW$/);
  expect(await page.getByRole('combobox', { name: 'Language / Sprache' }).inputValue()).toBe('en');
  await page.reload();
  await page.locator('.kpi-value[data-kpi="peakImport"]').waitFor();
  expect(await lang()).toBe('en');
  const { consoleErrors, pageErrors, policyViolations, foreignRequests } = app;
  expect([consoleErrors, pageErrors, policyViolations, foreignRequests]).toEqual([[], [], [], []]);
});
