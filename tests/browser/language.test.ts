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
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'de-AT',
    serviceWorkers: 'block',
  });
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

/** What no German sentence holds; titles of works are cited as they are. */
const ENGLISH = /\b(?:the|of|and|is|are|with|which|without|than|every|each|assumed|median of)\b/;
const CITED = /PyPSA|CityEnergyAnalyst|TABULA|Berkeley|US Department of Energy|United for Smart/;

/** Everything that is read or heard here, but for what says itself to be in another language. */
const saidHere = () =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    const heard = ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description'];
    const texts = [document.title];
    for (const one of document.querySelectorAll('*')) {
      if (one.closest('[lang="en"], script, style, noscript') !== null) continue;
      texts.push(...heard.map((name) => one.getAttribute(name) ?? ''));
      for (const node of one.childNodes)
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '');
    }
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
const englishHere = async () => {
  const texts = await saidHere();
  expect(texts.length).toBeGreaterThan(100);
  return texts.filter((text) => ENGLISH.test(text) && !CITED.test(text));
};

test('a German page says nothing in English, behind its buttons neither', async () => {
  expect(ENGLISH.test('Heat pumps in six of ten buildings')).toBe(true);
  expect(await englishHere()).toEqual([]);
  await page.locator('[data-scenario="transition-2035"]').first().click();
  for (const name of ['Annahmen', 'Eine fertige Geschichte hinzufügen', 'Hilfe und Tasten']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    const length = async () => (await page.getByRole('dialog').textContent())?.length;
    await expect.poll(length).toBeGreaterThan(400);
    expect(await englishHere(), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.locator('[data-scenario="baseline"]').first().click();
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
