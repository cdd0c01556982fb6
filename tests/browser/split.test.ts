import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SceneApi } from '../../src/scene';
import { expectAccessible, expectNoComplaint, startJourney, type Journey } from './journey';

/**
 * Two scenarios on one map. The cheapest wrong programs would show one scenario twice, divide nothing but the names, or colour
 * each side by a scale of its own: so the picture is compared pixel by pixel with each scenario shown alone.
 */
type SceneCanvas = HTMLCanvasElement & { readonly __sceneApi: SceneApi };
type Pixel = readonly [number, number, number];

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  const { page } = journey;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Dismiss this notice' }).click();
  await page.locator('.legend select').first().selectOption('demandIntensity');
  await page.locator('[data-scenario="transition-2035"]').click();
}, 240_000);

afterAll(() => journey.close());

const canvas = () => journey.page.locator('.city canvas').first();

/** Pixels of the canvas on a grid, column by column; labels and panels are not in it. */
function pixels(): Promise<Pixel[][]> {
  return canvas().evaluate((element) => {
    const { __sceneApi: api, width, height } = element as SceneCanvas;
    api.renderNow();
    const gl = (element as HTMLCanvasElement).getContext('webgl2')!;
    const bytes = new Uint8Array(4 * width * height);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    return Array.from({ length: 60 }, (_, column) =>
      Array.from({ length: 40 }, (_, row): [number, number, number] => {
        const x = Math.floor((width * (column + 0.5)) / 60);
        const at = 4 * (x + width * Math.floor((height * (row + 0.5)) / 40));
        return [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
      }),
    );
  });
}

const differing = (a: readonly (readonly Pixel[])[], b: readonly (readonly Pixel[])[]): number =>
  a.flatMap((column, x) => column.filter((pixel, y) => String(pixel) !== String(b[x]?.[y]))).length;

it('shows the baseline left and the scenario right of a divider, each exactly as it is alone, after one click', async () => {
  const { page } = journey;
  const alone = async (id: string) => {
    await page.locator(`[data-scenario="${id}"]`).click();
    await page.waitForTimeout(1500);
    return pixels();
  };
  const baseline = await alone('baseline');
  const transition = await alone('transition-2035');
  expect(differing(baseline.slice(0, 28), transition.slice(0, 28))).toBeGreaterThan(10);
  expect(differing(baseline.slice(32), transition.slice(32))).toBeGreaterThan(10);

  await page.getByRole('button', { name: 'Baseline beside it on the map' }).click();
  await page.waitForTimeout(1500);
  const both = await pixels();
  expect(differing(both.slice(0, 29), baseline.slice(0, 29))).toBe(0);
  expect(differing(both.slice(31), transition.slice(31))).toBe(0);
  const names = page.getByRole('region', { name: 'Two scenarios on the map' });
  await expect.poll(() => names.getByRole('combobox').inputValue()).toBe('baseline');
  expect(await names.locator('strong').textContent()).toBe('Transition 2035');
});

it('moves the divider by keys and by dragging, says where it is, and draws nothing while it rests', async () => {
  const { page } = journey;
  const divider = page.getByRole('slider', { name: 'Divider of the map' });
  await divider.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  expect(await divider.getAttribute('aria-valuetext')).toBe(
    'Baseline on the left 62 %, Transition 2035 on the right 38 %',
  );
  const box = (await canvas().boundingBox())!;
  const handle = (await divider.boundingBox())!;
  expect(handle.x + handle.width / 2).toBeCloseTo(box.x + 0.62 * box.width, 0);
  await page.mouse.move(handle.x + handle.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.25 * box.width, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await divider.getAttribute('aria-valuenow')).toBe('25');
  await page.keyboard.press('Home');
  expect(await divider.getAttribute('aria-valuenow')).toBe('5');
  await page.waitForTimeout(1000);
  const draws = await canvas().evaluate(async (element) => {
    const gl = (element as HTMLCanvasElement).getContext('webgl2')!;
    const plain = gl.drawElements.bind(gl);
    let count = 0;
    gl.drawElements = (...parts) => {
      count += 1;
      plain(...parts);
    };
    await new Promise((done) => setTimeout(done, 1000));
    gl.drawElements = plain;
    return count;
  });
  expect(draws).toBe(0);
  await expectAccessible(page);
});

it('keeps the legend while a side is hidden, and one scenario is alone again', async () => {
  const { page } = journey;
  const limits = () => page.locator('.legend .limits').allTextContents();
  const before = await limits();
  expect(before.length).toBeGreaterThan(3);
  await page.locator('.split-ways').getByRole('button', { name: 'One scenario alone on the map' }).click();
  expect(await page.getByRole('slider', { name: 'Divider of the map' }).count()).toBe(0);
  expect(await limits()).toEqual(before);
});

it('says where power flows only when asked, and without motion where none is wanted', async () => {
  const { page } = journey;
  const still = await pixels();
  await page.getByRole('button', { name: 'Show where power flows' }).click();
  await page.waitForTimeout(1000);
  expect(await page.getByRole('region', { name: 'Signs of the flow' }).textContent()).toContain('250 kW');
  const first = await canvas().screenshot();
  await page.waitForTimeout(1000);
  expect((await canvas().screenshot()).equals(first)).toBe(true);
  await page.getByRole('button', { name: 'Hide where power flows' }).click();
  await page.waitForTimeout(1000);
  expect(differing(await pixels(), still)).toBe(0);
  expectNoComplaint(journey.app);
});
