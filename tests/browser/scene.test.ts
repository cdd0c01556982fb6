import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SceneApi } from '../../src/scene';
import { launchBrowser, openApp, serveDist, type OpenApp, type ServedApp } from './launch';

/**
 * The map under mouse, keys and fingers. The cheapest wrong program would swallow the events or answer all of them alike:
 * so every gesture is judged by where two transformers come to lie on the canvas, their distance and their direction.
 */
type SceneCanvas = HTMLCanvasElement & { readonly __sceneApi: SceneApi };

let browser: Browser;
let served: ServedApp;
let app: OpenApp;

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveDist();
  app = await openApp(browser, served.url, { viewport: { width: 1280, height: 720 } });
  // The camera jumps instead of flying.
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await canvasOf(app.page).waitFor({ timeout: 60_000 });
}, 120_000);

afterAll(async () => {
  await app.close();
  await browser.close();
  await served.close();
});

const canvasOf = (page: Page) => page.locator('.city canvas').first();

/** Where T-01 and T-10 lie, after the frame that the last event asked for. */
function lie(page: Page): Promise<{ x: number; y: number; apart: number; bearing: number }> {
  return canvasOf(page).evaluate((canvas) => {
    const api = (canvas as SceneCanvas).__sceneApi;
    api.renderNow();
    const [a, b] = ['T-01', 'T-10'].map((id) => api.projectTransformer(id)!);
    return {
      x: a!.x,
      y: a!.y,
      apart: Math.hypot(b!.x - a!.x, b!.y - a!.y),
      bearing: Math.atan2(b!.y - a!.y, b!.x - a!.x),
    };
  });
}

async function home(page: Page) {
  await canvasOf(page).focus();
  await page.keyboard.press('Home');
  return lie(page);
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = (await canvasOf(page).boundingBox())!;
  return { x: box.x + box.width * 0.5, y: box.y + box.height * 0.4 };
}

it('computes after the first picture: the machine is the same for both', async () => {
  const times = () =>
    app.page.evaluate(() => {
      const of = (part: RegExp) =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => part.test(name)) as PerformanceResourceTiming[];
      return {
        city: of(/\/three-/)[0]?.responseEnd,
        workers: of(/\/year\.browser-/).map(({ startTime }) => startTime),
      };
    });
  await expect.poll(async () => (await times()).workers.length, { timeout: 30_000 }).toBeGreaterThan(0);
  const { city, workers } = await times();
  // Not even asked for before what draws the city was there.
  for (const started of workers) expect(started).toBeGreaterThan(city!);
});

it('hands out the scene when the map stands', async () => {
  await expect
    .poll(() => canvasOf(app.page).evaluate((canvas) => '__sceneApi' in canvas), { timeout: 30_000 })
    .toBe(true);
});

it('turns under the mouse, moves with Shift, and comes closer with the wheel', async () => {
  const { page } = app;
  const start = await home(page);
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps: 4 });
  await page.mouse.up();
  const turned = await lie(page);
  expect(Math.abs(turned.bearing - start.bearing)).toBeGreaterThan(0.15);

  const again = await home(page);
  expect(again.x).toBeCloseTo(start.x, 3);
  await page.keyboard.down('Shift');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const moved = await lie(page);
  expect(moved.x - start.x).toBeGreaterThan(25);
  expect(Math.abs(moved.bearing - start.bearing)).toBeLessThan(0.15);

  await home(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await lie(page)).apart).toBeGreaterThan(start.apart * 1.2);
});

it('obeys arrows, plus, minus, Home and Escape while it has the focus', async () => {
  const { page } = app;
  const start = await home(page);
  await page.keyboard.press('ArrowLeft');
  const left = await lie(page);
  expect(left.bearing).not.toBeCloseTo(start.bearing, 2);
  await page.keyboard.press('ArrowRight');
  expect((await lie(page)).bearing).toBeCloseTo(start.bearing, 4);
  await page.keyboard.press('+');
  expect((await lie(page)).apart).toBeGreaterThan(start.apart * 1.1);
  await page.keyboard.press('-');
  expect((await lie(page)).apart).toBeCloseTo(start.apart, 2);
  await page.keyboard.press('Shift+ArrowUp');
  expect((await lie(page)).y).toBeGreaterThan(start.y + 5);
  expect((await home(page)).y).toBeCloseTo(start.y, 3);
  await page.keyboard.press('Escape');
  expect(await canvasOf(page).evaluate((canvas) => document.activeElement === canvas)).toBe(false);
});

it('turns under one finger; two fingers pinch', async () => {
  const { page, context } = app;
  const start = await home(page);
  const { x, y } = await middle(page);
  const session = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  await touch('touchStart', [x, y]);
  for (const dx of [30, 60, 90, 120]) await touch('touchMove', [x + dx, y]);
  await touch('touchEnd');
  expect(Math.abs((await lie(page)).bearing - start.bearing)).toBeGreaterThan(0.15);

  await home(page);
  await touch('touchStart', [x - 40, y], [x + 40, y]);
  for (const spread of [55, 70, 85, 100]) await touch('touchMove', [x - spread, y], [x + spread, y]);
  await touch('touchEnd');
  expect((await lie(page)).apart).toBeGreaterThan(start.apart * 1.4);

  // About the point between the fingers, far from the middle of the canvas: what lies there stays there.
  await home(page);
  const [px, py] = [x + 260, y + 60];
  const ground = () =>
    canvasOf(page).evaluate((canvas, at) => (canvas as SceneCanvas).__sceneApi.groundAt(...at), [
      px,
      py,
    ] as const);
  const before = (await ground())!;
  await touch('touchStart', [px - 40, py], [px + 40, py]);
  for (const spread of [55, 70, 85, 100]) {
    await touch('touchMove', [px - spread, py], [px + spread, py]);
    await lie(page);
  }
  await touch('touchEnd');
  const closer = await lie(page);
  expect(closer.apart).toBeGreaterThan(start.apart * 1.4);
  const after = (await ground())!;
  expect(Math.hypot(after[0] - before[0], after[1] - before[1])).toBeLessThan(12);
  await session.detach();
});

it('gives way to the table when the graphics context is lost, without a page error', async () => {
  const { page } = app;
  await canvasOf(page).evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.getByRole('grid').first().waitFor({ timeout: 20_000 });
  expect(app.pageErrors).toEqual([]);
});
