import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { differenceCiede2000, parse } from 'culori';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SceneApi } from '../../src/scene';
import { colourOf } from '../../src/state/display';
import { launchBrowser, openApp, serveDist, type OpenApp, type ServedApp } from './launch';

/**
 * The picture against the numbers. The cheapest wrong program would paint anything and write a plausible table: so the
 * colour is read from the canvas at a point that picks the very building, and compared with the legend's colour of the
 * value in the saved table; and values must differ between buildings and hours.
 */
const BUILDINGS = 30;
const HOURS = [18, 24 * 13 + 8, 24 * 171 + 12, 24 * 250 + 3];
const MAX_DIFFERENCE = 2;
const difference = differenceCiede2000();
const run = promisify(execFile);

let browser: Browser;
let served: ServedApp;
let app: OpenApp;

type SceneCanvas = HTMLCanvasElement & { readonly __sceneApi: SceneApi };

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveDist();
  app = await openApp(browser, served.url, { viewport: { width: 1280, height: 720 } });
  // The camera jumps instead of flying.
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await app.page.locator('[data-kpi="peakImport"]').waitFor();
}, 120_000);

afterAll(async () => {
  await app.close();
  await browser.close();
  await served.close();
});

async function settled(page: Page, scenario: string): Promise<void> {
  await expect
    .poll(() => page.locator(`[data-scenario="${scenario}"]`).getAttribute('data-status'), {
      timeout: 90_000,
    })
    .toBe('ready');
}

async function moveTo(page: Page, step: number): Promise<void> {
  await page.getByRole('slider', { name: 'Day', exact: true }).fill(String(Math.floor(step / 24)));
  await page.getByRole('slider', { name: 'Hour', exact: true }).fill(String(step % 24));
}

const view = (page: Page, name: string) => page.getByRole('radio', { name }).check({ force: true });

/** What the table saves at the hour on screen: it must be the view that is open. */
async function savedValues(page: Page): Promise<Map<string, number>> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save the values at this hour/ }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const { data } = Papa.parse<string[]>(text.trim(), { header: false });
  return new Map(data.slice(1).map(([id, value]) => [id!, value === '' ? Number.NaN : Number(value)]));
}

/** The same once the loads of the week are there. */
async function wholeValues(page: Page): Promise<Map<string, number>> {
  let values = new Map<string, number>();
  const known = async () => {
    values = await savedValues(page);
    return [...values.values()].filter(Number.isFinite).length;
  };
  await expect.poll(known).toBeGreaterThan(400);
  return values;
}

interface Sample {
  readonly id: string;
  readonly picked: string | undefined;
  readonly pixel: readonly [number, number, number];
}

/** Pixels at the roofs of visible buildings, and what a click there would pick. */
async function samples(page: Page, ids: readonly string[]): Promise<Sample[]> {
  // The map has just come back in the place of the table: its scene is there a moment after its canvas.
  await page.waitForFunction(
    () => (document.querySelector('.city canvas') as SceneCanvas | null)?.__sceneApi !== undefined,
  );
  return page
    .locator('.city canvas')
    .first()
    .evaluate(
      (canvas, { ids: wanted, most }) => {
        const api = (canvas as SceneCanvas).__sceneApi;
        api.renderNow();
        const found: Sample[] = [];
        for (const id of wanted) {
          if (found.length === most) break;
          const point = api.projectBuilding(id);
          if (point === null || !point.visible) continue;
          const target = api.pickAt(point.x, point.y);
          found.push({ id, picked: target?.id, pixel: api.readPixel(point.x, point.y) });
        }
        return found;
      },
      { ids: [...ids], most: BUILDINGS },
    );
}

/** The buildings whose pixel is another colour than is wanted, with both. */
function differing(found: readonly Sample[], wanted: (id: string) => string): string[] {
  return found.flatMap(({ id, pixel }) => {
    const [r, g, b] = pixel.map((byte) => byte / 255) as [number, number, number];
    const off = difference(parse(wanted(id))!, { mode: 'rgb', r, g, b });
    return off < MAX_DIFFERENCE ? [] : [`${id}: ${pixel.join(' ')}, not ${wanted(id)}`];
  });
}

describe('the map', () => {
  it(
    'shows at the picked building the legend colour of its saved value, for 30 buildings at 4 hours',
    { timeout: 240_000 },
    async () => {
      const { page } = app;
      await settled(page, 'baseline');
      await page.getByLabel('Variable on the map').selectOption('demandIntensity');
      const tables = new Map<number, Map<string, number>>();
      await view(page, 'Table');
      for (const step of HOURS) {
        await moveTo(page, step);
        tables.set(step, await wholeValues(page));
      }
      await view(page, 'Map');
      await page.getByRole('button', { name: 'From above' }).click();
      const seen = new Set<string>();
      for (const step of HOURS) {
        await moveTo(page, step);
        const values = tables.get(step)!;
        const wanted = (id: string) => colourOf('demandIntensity', values.get(id)!, 'light')!;
        let found: readonly Sample[] = [];
        const seenAndWrong = async () => {
          found = await samples(page, [...values.keys()]);
          return [found.length, ...differing(found, wanted)];
        };
        // The colours come with the loads of the week: until then another hour's are on screen, or none.
        await expect.poll(seenAndWrong, { timeout: 30_000 }).toEqual([BUILDINGS]);
        for (const { id, picked } of found) {
          expect(picked).toBe(id);
          seen.add(wanted(id));
        }
      }
      expect(seen.size).toBeGreaterThan(2);
    },
  );

  it('changes its colours with the scenario', { timeout: 60_000 }, async () => {
    const { page } = app;
    await settled(page, 'transition-2035');
    await moveTo(page, 24 * 355 + 18);
    await view(page, 'Table');
    const baseline = await wholeValues(page);
    await page.locator('[data-scenario="transition-2035"]').click();
    const transition = await wholeValues(page);
    await view(page, 'Map');
    const changed = [...baseline.keys()].filter((id) => baseline.get(id) !== transition.get(id));
    expect(changed.length).toBeGreaterThan(100);
    expect(changed.length).toBeLessThan(baseline.size);
  });
});

describe('the engine in the browser', () => {
  it('gives the result hash of the command line', { timeout: 120_000 }, async () => {
    const { page } = app;
    await settled(page, 'transition-2035');
    await page.locator('[data-scenario="transition-2035"]').click();
    const inBrowser = await page.locator('[data-result-hash]').getAttribute('data-result-hash');
    const { stdout } = await run(process.execPath, [
      'src/cli/launch.mjs',
      'simulate',
      'scenarios/reference-town.district.json',
      '--scenario',
      'scenarios/transition-2035.scenario.json',
      '--workers',
      '1',
      '--out',
      join(mkdtempSync(join(tmpdir(), 'gridtwin-')), 'out'),
    ]);
    expect(inBrowser).toMatch(/^[0-9a-f]{64}$/);
    expect(stdout).toContain(`resultHash ${inBrowser}`);
  });
});

describe('real files dropped onto the page', () => {
  const data = '../shared/data';
  const cases = [
    { name: 'berlin-13.41-52.54.geojson', buildings: 635 },
    { name: '3dbag-subset.city.json', buildings: 26 },
  ];
  const weather = `${data}/weather/NLD_Amsterdam062400_IWEC.epw`;
  for (const { name, buildings } of cases) {
    const path = `${data}/districts/${name}`;
    const absent = !existsSync(path) || !existsSync(weather);
    it.skipIf(absent)(
      `${name} with an EPW goes through to results (needs ${path})`,
      { timeout: 240_000 },
      async () => {
        const { page } = app;
        await page.getByRole('button', { name: 'Import a district' }).click();
        await page.locator('dialog input[type="file"][multiple]').setInputFiles([path, weather]);
        await expect
          .poll(() => page.locator('dialog').innerText(), { timeout: 90_000 })
          .toContain(`${buildings}`);
        await page.getByRole('button', { name: 'Open this district' }).click({ timeout: 120_000 });
        await settled(page, 'baseline');
        const peakW = Number(await page.locator('[data-kpi="peakImport"]').getAttribute('data-value'));
        expect(peakW).toBeGreaterThan(buildings * 500);
        // A scenario of one's own, compared.
        await page
          .getByRole('button', { name: /^New scenario from/ })
          .first()
          .click();
        await page.getByLabel('Heat pumps, percent').fill('50');
        await page.getByLabel('Heat pumps, percent').press('Enter');
        await settled(page, 'scenario-2');
        await expect
          .poll(async () => Number(await page.locator('[data-kpi="peakImport"]').getAttribute('data-value')))
          .toBeGreaterThan(peakW);
      },
    );
  }

  it('leaves no complaint behind', () => {
    expect(app.consoleErrors).toEqual([]);
    expect(app.pageErrors).toEqual([]);
    expect(app.policyViolations).toEqual([]);
    expect(app.foreignRequests).toEqual([]);
  });
});
