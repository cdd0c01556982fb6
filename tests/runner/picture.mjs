/** Takes the README's picture of the built app: `npm run picture`. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

const PICTURE = join(ROOT, 'tests/browser/pictures/plan.png');
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

const server = await preview({
  root: ROOT,
  logLevel: 'error',
  preview: { port: 0, host: '127.0.0.1', open: false },
});
const { port } = server.httpServer.address();
const browser = await chromium.launch({
  executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
  args: FLAGS,
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${port}/`);
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
