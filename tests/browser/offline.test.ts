import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openApp, serveVillage } from './launch';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const waitUntilControlled = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
    .toBe(true);

/** A new scenario with half the boilers replaced, run to its end: its peak must differ from the baseline's. */
async function changeAndRun(page: Page): Promise<void> {
  const peak = page.locator('[data-kpi="peakImport"]');
  await peak.waitFor();
  await page.locator('[data-scenario="baseline"]').click();
  const before = Number(await peak.getAttribute('data-value'));
  await page.getByRole('button', { name: 'New scenario from Baseline' }).first().click();
  const field = page.getByLabel('Heat pumps, percent');
  await field.fill('50');
  await field.press('Enter');
  await expect
    .poll(async () => Number(await peak.getAttribute('data-value')), { timeout: 60_000 })
    .toBeGreaterThan(before);
  await expect
    .poll(() => page.locator('[data-scenario="scenario-2"]').getAttribute('data-status'), { timeout: 60_000 })
    .toBe('ready');
}

test(
  'after one visit the app opens in a new tab with the server stopped, takes a change and runs it, without complaints',
  { timeout: 180_000 },
  async () => {
    const server = await serveVillage();
    const first = await openApp(browser, server.url, { withOfflineCopy: true });
    await waitUntilControlled(first.page);
    await server.close();
    await expect(fetch(server.url), 'the server is really gone').rejects.toThrow();

    // One city at a time: the machine of a test draws in software.
    await first.page.goto('about:blank');
    const second = await openApp(browser, server.url, { context: first.context });
    await second.page.locator('#root > *').first().waitFor();
    expect(await second.page.title()).toContain('Gridtwin');
    expect(await second.page.evaluate(() => crossOriginIsolated)).toBe(true);
    await changeAndRun(second.page);
    for (const page of [first, second]) {
      expect(page.consoleErrors).toEqual([]);
      expect(page.pageErrors).toEqual([]);
      expect(page.policyViolations).toEqual([]);
      expect(page.foreignRequests).toEqual([]);
    }
    await first.context.close();
  },
);
