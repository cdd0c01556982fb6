import type { Browser, Locator, Page } from 'playwright-core';
import { Clicks } from './clicks';
import { figures, hashOf } from './figures';
import { READY_MS } from './journey';
import { launchBrowser, openApp, serveDist, type OpenApp, type ServedApp } from './launch';

/** What all parts of the planner's journey share: one page, one count of clicks. */
export class Planner {
  browser!: Browser;
  server!: ServedApp;
  app!: OpenApp;
  page!: Page;
  clicks!: Clicks;

  async open(): Promise<void> {
    [this.browser, this.server] = await Promise.all([launchBrowser(), serveDist()]);
    this.app = await openApp(this.browser, this.server.url, { withOfflineCopy: true });
    this.page = this.app.page;
    this.page.setDefaultTimeout(20_000);
    this.clicks = new Clicks(this.page);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  readonly tab = (id: string, of = this.page): Locator => of.locator(`[data-scenario="${id}"]`);
  readonly ready = (id: string, of = this.page): Promise<void> =>
    of.locator(`[data-scenario="${id}"][data-status="ready"]`).waitFor({ timeout: READY_MS });
  readonly inspector = (): Locator => this.page.getByTestId('inspector');
  readonly dialog = (): Locator => this.page.getByRole('dialog', { name: 'Compare scenarios' });
  readonly leaf = (name: string): Locator => this.dialog().getByRole('tab', { name, exact: true });
  /** All that is told of the scenario on screen, and the hash of every array behind it: every element, every hour. */
  readonly told = async (of = this.page): Promise<Record<string, string | null>> => ({
    ...(await figures(of)),
    hash: await hashOf(of),
  });
}
