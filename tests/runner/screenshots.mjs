/**
 * `npm run screenshots [-- NAME ...] [--readme]`: pictures of the built app in every mode and look, light and dark, day and
 * night, on a desktop and on a phone, at the highest tier of drawing, into .cache/screenshots. With --readme those that the
 * README shows go to tests/browser/pictures.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';

const DESKTOP = { width: 1440, height: 900 };
const SMALL = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };
const WAIT_MS = 240_000;
const SETTLE_MS = 5000;

const transition = (page) =>
  page.locator('[data-scenario="transition-2035"][data-status="ready"]').waitFor({ timeout: WAIT_MS });
const look = (at, more = '') => `#scenario=transition-2035&variable=loading&look=scene&at=${at}${more}`;

async function worst(page) {
  await transition(page);
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('button', { name: 'Whole district' }).click();
  await page.getByText('Who causes it').waitFor();
}

async function retrofit(page) {
  for (const type of ['roofInsulation', 'heatPumps', 'rooftopPhotovoltaics']) {
    const offer = page.locator(`[data-measure="${type}"]`);
    await offer.waitFor({ timeout: WAIT_MS });
    await offer.locator('.offer-button').click();
  }
  await page.locator('[data-testid="cope"] [data-parts="year"]').waitFor({ timeout: WAIT_MS });
  await page.getByTestId('cope').scrollIntoViewIfNeeded();
}

async function workshop(page) {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  for (const id of ['heat-pumps', 'cars'])
    await page.locator(`[data-lever="${id}"]`).locator('label', { hasText: 'many' }).click();
  await page.locator('.present-tile').first().waitFor();
}

/** By name: where it opens, how large, what is done before the picture; `readme`: it stands in the README. */
const SHOTS = {
  plan: { size: DESKTOP, act: worst, readme: true },
  'plan-dark': { size: DESKTOP, dark: true, act: worst },
  'plan-small': { size: SMALL, act: transition },
  'plan-phone': { size: PHONE, act: transition },
  'plan-phone-dark': { size: PHONE, dark: true, act: transition },
  'scene-day': { size: DESKTOP, hash: look('06-21T15:00'), act: transition, readme: true },
  'scene-evening': { size: DESKTOP, hash: look('06-21T20:00'), act: transition },
  'scene-night': { size: DESKTOP, dark: true, hash: look('01-16T19:00'), act: transition },
  building: {
    size: DESKTOP,
    hash: '#mode=building&select=building:ringstrasse-17',
    act: retrofit,
    readme: true,
  },
  'building-dark': {
    size: SMALL,
    dark: true,
    hash: '#mode=building&select=building:ringstrasse-17',
    act: retrofit,
  },
  'building-phone': { size: PHONE, hash: '#mode=building&select=building:ringstrasse-17', act: retrofit },
  present: { size: SMALL, hash: '#mode=present', act: workshop, readme: true },
  'present-dark': { size: SMALL, dark: true, hash: '#mode=present', act: workshop },
  'present-phone': { size: PHONE, hash: '#mode=present', act: workshop },
};

const { values, positionals } = parseArgs({
  options: { readme: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(SHOTS, name));
if (unknown.length > 0)
  throw new Error(`No picture is called ${unknown.join(', ')}; there are ${Object.keys(SHOTS).join(', ')}.`);
const wanted = Object.entries(SHOTS).filter(
  ([name, shot]) =>
    (positionals.length === 0 || positionals.includes(name)) && (!values.readme || shot.readme),
);
const folder = join(ROOT, values.readme ? 'tests/browser/pictures' : '.cache/screenshots');
mkdirSync(folder, { recursive: true });

// The browser and the server of the tests, which are written in TypeScript.
const { module: launch } = await runnerImport(join(ROOT, 'tests/browser/launch.ts'));
const server = await launch.serveDist();
const browser = await launch.launchBrowser();
try {
  for (const [name, { size, dark = false, hash = '', act }] of wanted) {
    const page = await browser.newPage({
      viewport: size,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    // The name of the renderer decides the tier: pictures are worth the time that the highest takes on a processor.
    await page.addInitScript(() => {
      const plain = WebGL2RenderingContext.prototype.getParameter;
      WebGL2RenderingContext.prototype.getParameter = function (name) {
        return name === 0x9246 ? 'pictures' : plain.call(this, name);
      };
    });
    await page.goto(server.url + hash);
    await act(page);
    // Weeks, contributors and the scene arrive one after the other.
    await page.waitForTimeout(SETTLE_MS);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    console.log(path.slice(ROOT.length + 1));
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
