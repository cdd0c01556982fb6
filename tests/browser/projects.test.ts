import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint } from './journey';
import { launchBrowser, openApp, serveVillage, type OpenApp, type ServedApp } from './launch';

/**
 * Work kept in the browser's own database. The cheapest wrong programs: the tab that writes last destroys what the other one
 * wrote, a reload brings the other tab's work, "delete" leaves it there or lets the next edit bring it back, and work that does
 * not read is hidden with no way to take it away.
 */
const TABLE = '#view=table';
let browser: Browser;
let server: ServedApp;
let first: OpenApp;
let second: OpenApp;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveVillage()]);
  first = await openApp(browser, server.url, { path: TABLE });
  first.page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const scenario = (page: Page) => page.locator('[data-scenario="transition-2035"]');

/** Changes a name: an edit that needs no run. */
async function rename(page: Page, name: string): Promise<void> {
  await scenario(page).click();
  await page.keyboard.press('F2');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect.poll(() => scenario(page).textContent()).toBe(name);
  // Written a moment after the edit.
  await page.waitForTimeout(1200);
}

const projects = (page: Page) =>
  page.getByRole('list', { name: 'Kept projects', exact: true }).getByRole('listitem');

test('two tabs on one project keep both their work, and each comes back to its own', async () => {
  const { page } = first;
  await rename(page, 'One');
  second = await openApp(browser, server.url, { path: TABLE, context: first.context });
  second.page.setDefaultTimeout(30_000);
  await expect.poll(() => scenario(second.page).textContent()).toBe('One');
  await rename(page, 'One, changed');
  await rename(second.page, 'Two');
  expect(await second.page.getByTestId('told').textContent()).toMatch(
    /Another tab has changed .+ nothing is lost/,
  );
  expect(await page.getByTestId('told').count()).toBe(0);
  await second.page.reload();
  await expect.poll(() => scenario(second.page).textContent()).toBe('Two');
  await page.reload();
  await expect.poll(() => scenario(page).textContent()).toBe('One, changed');
  // What is looked at stands in the address.
  expect(await page.getByRole('radio', { name: 'Table', exact: true }).isChecked()).toBe(true);
});

test('a project goes into a file; everything is deleted; the file brings it back', async () => {
  const { page } = first;
  const open = page.getByRole('button', { name: 'Projects kept in this browser' });
  await open.click();
  await expect.poll(() => projects(page).count()).toBe(2);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this project as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.gridtwin\.json$/);
  const text = await readFile(await download.path(), 'utf8');

  await page.getByRole('button', { name: 'Delete all my data' }).click();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await expect.poll(() => projects(page).count()).toBe(0);
  expect(await page.getByText('What is on screen is kept nowhere').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await rename(page, 'After it was deleted');
  await rename(second.page, 'After it was deleted elsewhere');
  expect(await second.page.getByTestId('told').textContent()).toMatch(/another tab has deleted it/);
  await open.click();
  await expect.poll(() => page.getByText('What is on screen is kept nowhere').isVisible()).toBe(true);
  expect(await projects(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect.poll(() => projects(page).count()).toBe(1);
  await projects(page)
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('button', { name: /^Yes, delete/ }).click();
  await expect.poll(() => projects(page).count()).toBe(0);
  await second.close();
  await page.reload();
  await expect.poll(() => scenario(page).textContent()).toBe('Transition 2035');

  await open.click();
  const buffer = Buffer.from(text);
  await page
    .getByLabel('Project file', { exact: true })
    .setInputFiles({ name: 'ours.gridtwin.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open this project' }).click();
  await expect.poll(() => scenario(page).textContent()).toBe('One, changed');
  await expect.poll(() => page.getByTestId('told').textContent()).toContain('Opened');
  await page.reload();
  await expect.poll(() => scenario(page).textContent()).toBe('One, changed');
});

test('work that this version cannot read is listed, goes into a file as it is, and can be deleted', async () => {
  const { page } = first;
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gridtwin');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction('projects', 'readwrite');
          writing.objectStore('projects').put({ name: 'Of tomorrow', document: { v: 9 } }, 'tomorrow');
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
  await page.getByRole('button', { name: 'Projects kept in this browser' }).click();
  const others = page.getByRole('list', { name: 'Kept projects that cannot be read' }).getByRole('listitem');
  await expect.poll(() => others.count()).toBe(1);
  expect(await projects(page).count()).toBe(1);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    others.getByRole('button', { name: 'Save as it is Of tomorrow' }).click(),
  ]);
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual({
    ...{ name: 'Of tomorrow', document: { v: 9 } },
  });
  await others.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('button', { name: /^Yes, delete/ }).click();
  await expect.poll(() => others.count()).toBe(0);
  expect(await projects(page).count()).toBe(1);
  expectNoComplaint(first);
});
