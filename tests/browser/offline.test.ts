import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openApp, serveDist } from './launch';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const waitUntilControlled = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
    .toBe(true);

test('after one visit the app opens in a new tab with the server stopped, isolated and without complaints', async () => {
  const server = await serveDist();
  const first = await openApp(browser, server.url);
  await waitUntilControlled(first.page);
  await server.close();
  await expect(fetch(server.url), 'the server is really gone').rejects.toThrow();

  const second = await openApp(browser, server.url, { context: first.context });
  await second.page.locator('#root > *').first().waitFor();
  expect(await second.page.title()).toContain('Gridtwin');
  expect(await second.page.evaluate(() => crossOriginIsolated)).toBe(true);
  for (const page of [first, second]) {
    expect(page.consoleErrors).toEqual([]);
    expect(page.pageErrors).toEqual([]);
    expect(page.policyViolations).toEqual([]);
    expect(page.foreignRequests).toEqual([]);
  }
  await first.context.close();
});
