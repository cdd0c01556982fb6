import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser, openApp, serveVillage, type OpenApp, type ServedApp } from './launch';

/** GRIDTWIN_PATIENCE: how many times longer than usual a busy machine may take. */
const PATIENCE = Number(process.env['GRIDTWIN_PATIENCE'] ?? 1);

export const READY_MS = 120_000 * PATIENCE;

export interface Journey {
  readonly app: OpenApp;
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * The built app open, on the village where nothing else is served, with both years there: the shipped baseline and the transition
 * computed beside it.
 */
export async function startJourney(serve: () => Promise<ServedApp> = serveVillage): Promise<Journey> {
  const [browser, server]: [Browser, ServedApp] = await Promise.all([launchBrowser(), serve()]);
  const app = await openApp(browser, server.url);
  for (const id of ['baseline', 'transition-2035'])
    await app.page.locator(`[data-scenario="${id}"][data-status="ready"]`).waitFor({ timeout: READY_MS });
  return {
    app,
    page: app.page,
    close: async () => {
      await app.close();
      await server.close();
      await browser.close();
    },
  };
}

export async function expectAccessible(of: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: of })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    // The other way opens a blank page to bring frames together, of which the app has none, and takes twice as long.
    .setLegacyMode(true)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

/** What must be empty at the end of every journey. */
export function expectNoComplaint(app: OpenApp): void {
  expect(app.consoleErrors).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  expect(app.policyViolations).toEqual([]);
  expect(app.foreignRequests).toEqual([]);
}

/** A file that is dropped anywhere on the page. */
export const dropFile = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content!], fileName!));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
