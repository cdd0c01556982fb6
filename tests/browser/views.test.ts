import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoComplaint, startJourney, type Journey } from './journey';

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = journey.page;
});
afterAll(() => journey.close());

describe('every view', () => {
  beforeEach(async () => {
    await page.keyboard.press('Escape');
  });

  test('shows nothing cut off on a narrow phone, nor with the page at 200 %', async () => {
    const tooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const view of ['Table', 'One-line', 'Map']) {
      await page.getByRole('radio', { name: view, exact: true }).check();
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await tooWide(), `${view} at ${width} px`).toBeLessThanOrEqual(0);
        const cut = await page
          .locator('.kpi-value, .view-switch .button')
          .evaluateAll((all) =>
            all
              .filter(
                (one) =>
                  one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth,
              )
              .map((one) => one.textContent),
          );
        expect(cut, `${view} at ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 640, height: 400 });
      expect(await tooWide(), `${view} at 200 %`).toBeLessThanOrEqual(0);
    }
    // What is hidden from sight in rows that scroll by themselves widens no dialog.
    await page.locator('[data-scenario="transition-2035"]').click();
    await page.setViewportSize({ width: 320, height: 700 });
    for (const part of ['tariffs-open', 'scorecard-open']) {
      await page.locator(`[data-part="${part}"]`).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('table').first().waitFor();
      expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth), part).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
    await page.locator('[data-scenario="baseline"]').click();
    await page.setViewportSize({ width: 1280, height: 720 });
    const legend = (await page.locator('.legend').boundingBox())!;
    const map = (await page.locator('.city').boundingBox())!;
    expect(legend.width * legend.height).toBeLessThan(0.14 * map.width * map.height);
    const cut = await page
      .locator('.kpi-value, .kpi-label, .kpi-name strong, .heat figcaption, .legend-class')
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('tells what a run came to above the legend, however many rows that has', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.locator('[data-scenario="transition-2035"]').click();
    const notice = page.locator('.notice');
    for (const view of ['Map', 'One-line']) {
      await page.getByRole('radio', { name: view, exact: true }).check();
      await notice.waitFor();
      const free = async () => {
        const [told, legend] = [await notice.boundingBox(), await page.locator('.legend').boundingBox()];
        return legend!.y - (told!.y + told!.height);
      };
      await expect.poll(free, { message: view }).toBeGreaterThanOrEqual(0);
    }
    await page.getByRole('radio', { name: 'Map', exact: true }).check();
    await page.locator('[data-scenario="baseline"]').click();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('refuses a broken map file with a full list and keeps the district', async () => {
    await page.getByRole('button', { name: 'Import a district' }).click();
    const bad = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [8, 50],
                [8.001, 50.001],
                [8.001, 50],
                [8, 50.001],
                [8, 50],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [8, 50],
                [8.001, 50],
              ],
            ],
          },
        },
      ],
    };
    await page.locator('dialog input[type=file][multiple]').setInputFiles({
      name: 'broken.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(bad)),
    });
    await page
      .getByText(/Nothing was imported/)
      .first()
      .waitFor();
    expect(await page.locator('.issues tbody tr').count()).toBeGreaterThanOrEqual(2);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-scenario="transition-2035"]').count()).toBe(1);
  });

  test('is accessible on the map, in both themes', async () => {
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('made no error, broke no policy and asked no other origin for anything', () => {
    expectNoComplaint(journey.app);
  });
});
