import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readShareLink, writeShareLink } from '../../src/io';
import type { Clicks } from './clicks';
import { g8NoComplaint } from './commonChecks';
import { figures, hashOf } from './figures';
import { expectAccessible, READY_MS } from './journey';
import { openApp } from './launch';
import type { Planner } from './planner';

/** The link of P11, and the journey's sum: `counted` refuses what took more clicks. */
export function plannerLink(planner: Planner, counted: () => void): void {
  describe('the link', () => {
    const { tab, ready } = planner;
    let page: Page;
    let clicks: Clicks;
    beforeAll(() => ({ page, clicks } = planner));
    let link: string;
    let sent: Record<string, string | null>;
    let hash: string | null;

    test('P11 is there with one more click, says what it carries, and keeps inside the clicks of the journey', async () => {
      await tab('scenario-2').click();
      await ready('scenario-2');
      sent = await figures(page);
      hash = await hashOf(page);
      await planner.app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      clicks.on('P11');
      await clicks.click(page.getByRole('button', { name: 'Share by link' }));
      const share = page.getByRole('dialog');
      link = await share.getByLabel('Link', { exact: true }).inputValue();
      const text = await share.textContent();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
      expect(text).toContain('No meter readings and no bills');
      expect(text).toContain('as they were typed');
      expect(text).toContain(hash!.slice(0, 12));
      expect(text).toMatch(/version \d+\.\d+\.\d+/);
      expect(await share.getByTestId('share-size').textContent()).toContain(link.length.toLocaleString('en'));
      expect(link.length).toBeLessThan(2000);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      counted();
    });

    test(
      'G1 and G7 opens in a fresh profile, with one worker, on the same figures and the same hash, and again with the server gone',
      { timeout: 180_000 },
      async () => {
        // One city at a time: the machine of a test draws in software.
        await page.goto('about:blank');
        const context = await planner.browser.newContext({
          viewport: { width: 390, height: 844 },
          locale: 'en-US',
        });
        await context.addInitScript(() =>
          Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 1 }),
        );
        const fresh = await openApp(planner.browser, planner.server.url, {
          path: new URL(link).hash,
          context,
        });
        const other = fresh.page;
        await other
          .locator('[data-scenario="scenario-2"][data-status="ready"]')
          .waitFor({ timeout: 2 * READY_MS });
        await expect
          .poll(() => other.getByTestId('told').textContent())
          .toContain('exactly the result that was shared');
        expect(await figures(other)).toEqual(sent);
        expect(await hashOf(other)).toBe(hash);
        // What was looked at comes along: the transformer and its worst hour.
        await other
          .getByTestId('inspector')
          .getByRole('heading', { level: 2, name: /^Transformer / })
          .waitFor();
        await expect.poll(() => other.evaluate(() => location.hash)).not.toContain('share=');
        expect(await other.evaluate(() => history.length), 'no steps of the browser are added').toBeLessThan(
          3,
        );
        await expectAccessible(other);

        await expect
          .poll(() => other.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
          .toBe(true);
        await planner.server.close();
        await expect(fetch(planner.server.url), 'the server is really gone').rejects.toThrow();
        await other.goto('about:blank');
        await other.goto(link);
        await ready('scenario-2', other);
        expect(await figures(other)).toEqual(sent);
        expect(await hashOf(other)).toBe(hash);

        // Damaged, or of another place: nothing of it is opened, and the user is told.
        const share = new URLSearchParams(new URL(link).hash.slice(1)).get('share')!;
        const read = readShareLink(share);
        if (!read.ok) throw new Error('the link does not read');
        const elsewhere = writeShareLink({
          ...read.value,
          district: { id: 'elsewhere', sha256: 'f'.repeat(64) },
        });
        for (const [bad, why] of [
          [share.slice(0, -5), 'damaged or cut short'],
          [elsewhere, 'made for the district “elsewhere”'],
        ] as const) {
          await other.evaluate((text) => (location.hash = `share=${text}`), bad);
          await expect.poll(() => other.getByTestId('told').textContent()).toContain(why);
          expect(await figures(other)).toEqual(sent);
        }
        g8NoComplaint(fresh);
      },
    );

    test('G8 made no error, broke no policy and asked no other origin', () => {
      g8NoComplaint(planner.app);
    });
  });
}
