import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colourOf } from '../../src/state/display';
import { launchBrowser, openApp, serveDist, type OpenApp, type ServedApp } from './launch';
import {
  differing,
  moveTo,
  openView,
  sceneCanvas,
  wholeValues,
  type Sample,
  type SceneCanvas,
} from './pixels';

/**
 * The picture against the numbers. The cheapest wrong program would paint anything and write a plausible table: so the
 * colour is read from the canvas at a point that picks the very building, and compared with the legend's colour of the
 * value in the saved table; and values must differ between buildings and hours.
 */
const BUILDINGS = 30;
const CABLES = 10;
/** Of each, so many pixels along it. */
const POINTS = 9;
const CROSSED = 2;
const HOURS = [18, 24 * 13 + 8, 24 * 171 + 12, 24 * 250 + 3];
/** With the last morning of the year, the hardest of the transition. */
const CABLE_HOURS = [24 * 364 + 7, 24 * 14 + 18, 24 * 171 + 12, 24 * 250 + 3];
const run = promisify(execFile);

let browser: Browser;
let served: ServedApp;
let app: OpenApp;

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

/** Pixels at the roofs of visible buildings, and what a click there would pick. */
async function samples(page: Page, ids: readonly string[]): Promise<Sample[]> {
  return (await sceneCanvas(page)).evaluate(
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

interface Cable {
  readonly id: string;
  /** Points along it at which a click picks it: no building lies under them, and no part of the page over them. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** The most loaded of the mains that lie in the open for long enough, first the most loaded. */
async function hardestCables(page: Page, loadings: ReadonlyMap<string, number>): Promise<Cable[]> {
  const mains = [...loadings.keys()]
    .filter((id) => id.startsWith('F-'))
    .sort((one, other) => loadings.get(other)! - loadings.get(one)!);
  return (await sceneCanvas(page)).evaluate(
    (canvas, { wanted, cables, points }) => {
      const api = (canvas as SceneCanvas).__sceneApi;
      api.renderNow();
      const found: Cable[] = [];
      for (const id of wanted) {
        if (found.length === cables) break;
        const open = api
          .projectLine(id)
          .filter(({ x, y, visible }) => visible && document.elementFromPoint(x, y) === canvas)
          .filter(({ x, y }) => api.pickAt(x, y)?.id === id);
        if (open.length < points) continue;
        const at = (part: number) => open[Math.floor((part * open.length) / points)]!;
        found.push({ id, points: Array.from({ length: points }, (_, part) => at(part)) });
      }
      return found;
    },
    { wanted: mains, cables: CABLES, points: POINTS },
  );
}

async function cableSamples(page: Page, { id, points }: Cable): Promise<Sample[]> {
  return (await sceneCanvas(page)).evaluate(
    (canvas, { name, at }) => {
      const api = (canvas as SceneCanvas).__sceneApi;
      return at.map(({ x, y }) => ({ id: name, picked: name, pixel: api.readPixel(x, y) }));
    },
    { name: id, at: [...points] },
  );
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
      await openView(page, 'Table');
      for (const step of HOURS) {
        await moveTo(page, step);
        tables.set(step, await wholeValues(page));
      }
      await openView(page, 'Map');
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

  it(
    'has other values in another scenario, of those buildings that it changes',
    { timeout: 60_000 },
    async () => {
      const { page } = app;
      await settled(page, 'transition-2035');
      await page.getByLabel('Variable on the map').selectOption('demandIntensity');
      await moveTo(page, 24 * 355 + 18);
      await openView(page, 'Table');
      const baseline = await wholeValues(page);
      await page.locator('[data-scenario="transition-2035"]').click();
      const transition = await wholeValues(page);
      const changed = [...baseline.keys()].filter((id) => baseline.get(id) !== transition.get(id));
      expect(changed.length).toBeGreaterThan(100);
      expect(changed.length).toBeLessThan(baseline.size);
    },
  );

  it(
    'shows on the picked cable the legend colour of its saved value, for 10 cables at 4 hours',
    { timeout: 240_000 },
    async () => {
      const { page } = app;
      await settled(page, 'transition-2035');
      await page.locator('[data-scenario="transition-2035"]').click();
      await page.getByLabel('Variable on the map').selectOption('loading');
      const tables = new Map<number, Map<string, number>>();
      await openView(page, 'Table');
      for (const step of CABLE_HOURS) {
        await moveTo(page, step);
        tables.set(step, await wholeValues(page));
      }
      await openView(page, 'Map');
      await page.getByRole('button', { name: 'From above' }).click();
      const cables = await hardestCables(page, tables.get(CABLE_HOURS[0]!)!);
      expect(cables).toHaveLength(CABLES);
      const seen = new Set<string>();
      for (const step of CABLE_HOURS) {
        await moveTo(page, step);
        for (const cable of cables) {
          const { id, points } = cable;
          const wanted = colourOf('loading', tables.get(step)!.get(id)!, 'light')!;
          seen.add(wanted);
          // Under the pointer it is wide enough for pixels of its own colour alone.
          await page.mouse.move(points[0]!.x, points[0]!.y);
          await page.locator('.hovered', { hasText: new RegExp(`^${id}(:|$)`) }).waitFor();
          // Other cables cross it in a place or two.
          const others = async () => differing(await cableSamples(page, cable), () => wanted).slice(CROSSED);
          await expect.poll(others, { message: `at step ${step}` }).toEqual([]);
        }
      }
      expect(seen.size).toBeGreaterThan(2);
    },
  );
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
