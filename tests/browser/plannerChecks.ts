import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { SceneApi } from '../../src/scene';
import {
  g1NoDifference,
  g2Explained,
  g3Undone,
  g4Keyboard,
  g5NothingLost,
  g6Still,
  g9Refused,
  g10Cancelled,
} from './commonChecks';
import { dropFile, READY_MS } from './journey';
import type { Planner } from './planner';

type SceneCanvas = Element & { readonly __sceneApi: SceneApi };

/** The checks of every journey where the planner's has a scenario without a change and nothing is selected. */
export function plannerChecksAtFirst(planner: Planner): void {
  let page: Page;
  beforeAll(() => ({ page } = planner));

  test('G2 explains every figure of the strip on focus', () => g2Explained(page.locator('.kpi-face')));

  test('G4 reaches by Tab what the journey needs, past the map, and every stop is seen', async () => {
    await g4Keyboard(page, [
      '[data-scenario="scenario-2"]',
      '[aria-label^="New scenario from"]',
      '[aria-label^="Duplicate"]',
      '[aria-label="Heat pumps, percent"]',
      '[aria-label="Electric cars, managed, percent"]',
      'canvas',
      '.worst-item',
      '[aria-label="Compare scenarios"]',
      '[aria-label="Share by link"]',
      '[aria-label="History and bookmarks"]',
    ]);
  });

  test('G5 loses nothing at 200 % and at 320 px', () =>
    g5NothingLost(page, ['.kpi-value', '.worst-item', '.run-state', '.measure input[type="range"]']));

  test('G9 refuses a scenario that asks for what there is not, by its name', async () => {
    await g9Refused(
      {
        input: page.getByLabel('Scenario file', { exact: true }),
        name: 'teleport.scenario.json',
        text: JSON.stringify({ measures: [{ id: 'a', type: 'teleport', adoption: 1, parameters: {} }] }),
      },
      page.getByRole('dialog'),
      /teleport/,
      () => page.locator('[role="tablist"] .tab').allTextContents(),
    );
    await page.keyboard.press('Escape');
  });
}

/** Where a scenario with measures has its year: `baselinePeak` is the figure of the baseline. */
export function plannerChecks(planner: Planner, baselinePeak: () => string): void {
  const { tab, ready, told } = planner;
  let page: Page;
  beforeAll(() => ({ page } = planner));
  const names = () => page.locator('[role="tablist"] .tab').allTextContents();

  test('G1 and G3: taken back by Ctrl+Z nothing is left of it, made again it is the same to the last bit', async () => {
    await tab('scenario-2').focus();
    const undone = ['Heat pumps 40 %', 'Electric cars, unmanaged 30 %', /in 2035$/] as const;
    await g1NoDifference(
      () => told(),
      async () => {
        for (const name of undone) {
          await page
            .getByRole('button', { name: typeof name === 'string' ? `Undo: ${name}` : name })
            .waitFor();
          await page.keyboard.press('Control+z');
        }
        await expect
          .poll(async () => (await told())['peakImport'], { timeout: READY_MS })
          .toBe(baselinePeak());
        await tab('baseline').click();
        const present = await told();
        await tab('scenario-2').click();
        await expect.poll(() => told(), { timeout: READY_MS }).toEqual(present);
      },
      async () => {
        await tab('scenario-2').focus();
        for (const key of ['Control+Shift+z', 'Control+y', 'Control+y']) await page.keyboard.press(key);
        await ready('scenario-2');
      },
    );
  });

  test('G3 takes back what is renamed, removed and set, by its name', async () => {
    await tab('scenario-2').click();
    await g3Undone(page, [
      {
        name: 'Rename to Half way',
        act: async () => {
          await page.getByRole('button', { name: /^Rename Scenario 2/ }).click();
          await page.keyboard.type('Half way');
          await page.keyboard.press('Enter');
        },
        read: names,
      },
      {
        name: /^Undo: Remove Scenario 2/,
        act: () => page.getByRole('button', { name: /^Remove Scenario 2/ }).click(),
        read: names,
      },
    ]);
  });

  test('G3 takes back an import, with all the work that it replaced', () =>
    g3Undone(page, [
      {
        name: /^Undo: Open example/,
        act: async () => {
          await dropFile(
            page,
            'example.geojson',
            readFileSync('scenarios/templates/district.geojson', 'utf8'),
          );
          await page.getByTestId('import-accept').click();
        },
        read: names,
      },
    ]));

  test('G10 cancels the year under way within a second; the figures of before stay, and say so', async () => {
    await tab('scenario-2').click();
    await ready('scenario-2');
    const kept = await told();
    const field = page.getByLabel('Heat pumps, percent');
    await field.fill('45');
    await field.press('Enter');
    await page.locator('.run-state button').waitFor();
    await g10Cancelled(
      page,
      '.run-state button',
      '[data-scenario="scenario-2"][data-status="cancelled"]',
      kept,
      () => told(),
    );
    expect(await page.locator('.kpi-name .tag').textContent()).toBe('Cancelled: previous inputs');
    await tab('scenario-2').focus();
    await page.keyboard.press('Control+z');
    await ready('scenario-2');
    expect(await told()).toEqual(kept);
  });
}

/** Where a transformer is selected. */
export function plannerChecksOfStation(planner: Planner): void {
  const { inspector } = planner;
  let page: Page;
  beforeAll(() => ({ page } = planner));

  test('G2 explains every figure beside the station on focus', async () => {
    const named = inspector().locator(':is(.figures > div, .facts > div):has(.explained)');
    // Loading now and of the year, three times above, what its nameplate says.
    await expect.poll(() => named.count(), { timeout: READY_MS }).toBe(6);
    await g2Explained(named);
    // The rest are names: how sure the rating is, and who says so.
    expect(await inspector().locator(':is(.figures, .facts) > div:not(:has(.explained))').count()).toBe(2);
  });

  test('G6 with reduced motion: the camera jumps to the station, signs of flow stand, nothing loops', async () => {
    const id = (await inspector().getByRole('heading', { level: 2 }).textContent())!.replace(
      'Transformer ',
      '',
    );
    await g6Still(page, async () => {
      const canvas = page.locator('.city canvas');
      await canvas.evaluate((one) => (one as unknown as SceneCanvas).__sceneApi.camera.home());
      const places = await canvas.evaluate(async (one, transformer) => {
        const { __sceneApi: api } = one as unknown as SceneCanvas;
        const seen: string[] = [];
        const look = () => {
          const place = api.projectTransformer(transformer);
          const text = place === null ? 'out of sight' : `${Math.round(place.x)} ${Math.round(place.y)}`;
          if (seen.at(-1) !== text) seen.push(text);
        };
        // The whole district stands before anything is compared with it: one place before, one after.
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        look();
        document
          .querySelector<HTMLElement>('[data-testid="inspector"] [aria-label="Show on the map"]')!
          .click();
        for (const from = performance.now(); performance.now() - from < 800; look())
          await new Promise(requestAnimationFrame);
        return seen;
      }, id);
      expect(places, 'from there to here, and nowhere between').toHaveLength(2);
    });
  });
}
