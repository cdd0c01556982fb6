/** Takes the README's picture of the built app: `npm run picture`. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

const PICTURE = join(ROOT, 'tests/browser/pictures/plan.png');
// The browser and the server of the tests, which are written in TypeScript.
const { module: launch } = await runnerImport(join(ROOT, 'tests/browser/launch.ts'));
const server = await launch.serveDist();
const browser = await launch.launchBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  await page.goto(server.url);
  await page.locator('[data-scenario="transition-2035"][data-status="ready"]').waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('button', { name: 'Whole district' }).click();
  // The week, the contributors and the picture arrive one after the other.
  await page.getByText('Who causes it').waitFor();
  await page.waitForTimeout(4000);
  mkdirSync(dirname(PICTURE), { recursive: true });
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  await server.close();
}
