import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoComplaint, READY_MS } from './journey';
import { Keyboard } from './keyboard';
import type { OpenApp } from './launch';

/**
 * The ten checks of every journey, each by its name and in the journey's own mode. `read` gives whatever must be the same again:
 * figures on screen, the hash over all arrays of the result, the state of a lever.
 */
type Read = () => Promise<unknown>;

const WITHIN = { timeout: READY_MS };

/** G1: a change that is taken back leaves a difference of exactly zero, after a change that made one. */
export async function g1NoDifference(
  read: Read,
  change: () => Promise<void>,
  back: () => Promise<void>,
): Promise<void> {
  const before = await read();
  await change();
  await expect.poll(read, WITHIN).not.toEqual(before);
  await back();
  await expect.poll(read, WITHIN).toEqual(before);
}

/** G2: every figure has a digit with its unit beside it, and on focus its definition, its boundary and its source. */
export async function g2Explained(figures: Locator): Promise<void> {
  const told = await figures.evaluateAll((all) =>
    all.map((one) => {
      const names = [one, ...one.querySelectorAll('[aria-describedby]')];
      const holder = one.closest('[aria-describedby]');
      const described = (holder === null ? names : [holder, ...names]).flatMap((element) => {
        const focusable = element instanceof HTMLElement && element.tabIndex >= 0;
        const ids = focusable ? (element.getAttribute('aria-describedby') ?? '').split(' ') : [];
        return ids.map((id) => document.getElementById(id)?.textContent ?? '');
      });
      return { text: one.textContent, note: described.join(' ') };
    }),
  );
  expect(told.length, 'figures looked at').toBeGreaterThan(2);
  for (const { text, note } of told) {
    expect(text).toMatch(/\d|–|never|at once|not known/);
    expect(note, text).toMatch(/[a-z]{4}.*Boundary.*\w.*Source.*\w/s);
    if (/\d/.test(text)) expect(text, 'a unit').toMatch(/[A-Za-z%€°]/);
  }
}

export interface Deed {
  /** As the button says that would undo it. */
  readonly name: string | RegExp;
  readonly act: () => Promise<void>;
  /** What it changes. */
  readonly read: Read;
}

const undo = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name: typeof name === 'string' ? `Undo: ${name}` : name });

/** G3: the button names the change; Ctrl+Z takes it back, Ctrl+Shift+Z and Ctrl+Y make it again. It is taken back at the end. */
export async function g3Undone(page: Page, deeds: readonly Deed[]): Promise<void> {
  for (const { name, act, read } of deeds) {
    const before = await read();
    await act();
    await undo(page, name).first().waitFor();
    await expect.poll(read, { message: String(name), ...WITHIN }).not.toEqual(before);
    const after = await read();
    for (const again of ['Control+Shift+z', 'Control+y']) {
      await page.keyboard.press('Control+z');
      await expect.poll(read, { message: `${String(name)} undone`, ...WITHIN }).toEqual(before);
      await page.keyboard.press(again);
      await expect.poll(read, { message: `${String(name)}, ${again}`, ...WITHIN }).toEqual(after);
    }
    await page.keyboard.press('Control+z');
    await expect.poll(read, WITHIN).toEqual(before);
  }
}

/** G4: Tab goes from the top of the page to its end, past the canvas; what the journey needs is on the way, and every stop shows. */
export async function g4Keyboard(page: Page, wanted: readonly string[], most = 420): Promise<void> {
  const { faults, missed, stops } = await new Keyboard(page).walk(wanted, most);
  expect(missed, 'not reached by Tab').toEqual([]);
  expect(faults, 'the focus is not seen').toEqual([]);
  expect(stops).toBeGreaterThan(wanted.length);
}

/** What 1280 px become at 200 %, and the narrowest page. */
const ZOOMED = [
  { width: 640, height: 400 },
  { width: 320, height: 700 },
] as const;

/** G5: at 200 % and at 320 px nothing is wider than the window, and what is `kept` is there, whole. */
export async function g5NothingLost(page: Page, kept: readonly string[]): Promise<void> {
  const usual = page.viewportSize()!;
  try {
    for (const size of ZOOMED) {
      await page.setViewportSize(size);
      const lost = () =>
        page.evaluate((selectors) => {
          const { scrollWidth, clientWidth } = document.documentElement;
          // Who makes it so: what stands out of the window and is cut by nothing around it.
          const isCut = (one: Element): boolean =>
            one.parentElement !== null &&
            (getComputedStyle(one.parentElement).overflowX !== 'visible' || isCut(one.parentElement));
          const wide = [...document.querySelectorAll('body *')].filter(
            (one) => one.getBoundingClientRect().right > clientWidth + 1 && !isCut(one),
          );
          const found =
            scrollWidth > clientWidth
              ? [
                  `the page is ${scrollWidth} px wide: ${wide.map((one) => `${one.tagName} ${one.className}`).join(', ')}`,
                ]
              : [];
          for (const selector of selectors) {
            const all = [...document.querySelectorAll<HTMLElement>(selector)];
            if (all.length === 0) found.push(`${selector} is gone`);
            for (const one of all) {
              const { width, height, left, right } = one.getBoundingClientRect();
              if (width === 0 || height === 0) found.push(`${selector} is hidden`);
              else if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden')
                found.push(`${selector} is cut: ${one.textContent}`);
              else if (
                (right > innerWidth + 1 || left < -1) &&
                one.closest('.scroll, .scroll-x, .tabs') === null
              )
                found.push(`${selector} is outside: ${one.textContent}`);
            }
          }
          return found;
        }, kept);
      // Charts and the map take the new width a frame later.
      await expect.poll(lost, { message: `${size.width} px`, timeout: 5000 }).toEqual([]);
    }
  } finally {
    await page.setViewportSize(usual);
  }
}

type Counted = typeof globalThis & { drawCalls?: number };

/** G6: with reduced motion nothing loops: no endless animation, and no frame is drawn while nothing changes. */
export async function g6Still(
  page: Page,
  move: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const counted = globalThis as Counted;
    const { prototype } = WebGL2RenderingContext;
    if (counted.drawCalls === undefined)
      for (const name of [
        'drawElements',
        'drawElementsInstanced',
        'drawArrays',
        'drawArraysInstanced',
      ] as const) {
        const draw = prototype[name] as (...args: number[]) => void;
        prototype[name] = function (this: WebGL2RenderingContext, ...args: number[]) {
          counted.drawCalls! += 1;
          draw.apply(this, args);
        };
      }
    counted.drawCalls = 0;
  });
  await move();
  const drawn = () => page.evaluate(() => (globalThis as Counted).drawCalls!);
  // A jump is a frame or two, and labels settle after it; then the picture stands.
  const still = async () => {
    const before = await drawn();
    await page.waitForTimeout(500);
    return (await drawn()) - before;
  };
  await expect.poll(still, { timeout: 20_000 }).toBe(0);
  const endless = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running' && one.effect?.getTiming().iterations === Infinity)
      .map((one) => (one.effect as KeyframeEffect).target?.className),
  );
  expect(endless).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
}

/** G7: without a network the page opens again as it was left, and goes on working. */
export async function g7Offline(
  { context, page }: OpenApp,
  read: Read,
  goOn: () => Promise<void>,
): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
    .toBe(true);
  const before = await read();
  await context.setOffline(true);
  // A step is kept within half a second of it.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect.poll(read, WITHIN).toEqual(before);
  await goOn();
  await context.setOffline(false);
}

/** G8: no error in the console, no policy broken, no request to another origin. */
export const g8NoComplaint = expectNoComplaint;

export interface Unsupported {
  readonly input: Locator;
  readonly name: string;
  readonly text: string;
}

/** G9: what is not supported is refused by its name where it was given, and nothing changes. */
export async function g9Refused(
  { input, name, text }: Unsupported,
  said: Locator,
  names: RegExp,
  read: Read,
): Promise<void> {
  const before = await read();
  await input.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect.poll(() => said.first().textContent()).toMatch(names);
  expect(await read(), 'nothing has changed').toEqual(before);
}

const MOST_MS = 1000;

/**
 * G10: from the press of `cancel` it takes at most a second until `ended` (a selector) is in the page; the old results are still
 * there. The browser's own clock: a test that shares its machine asks late.
 */
export async function g10Cancelled(
  page: Page,
  cancel: string,
  ended: string,
  kept: unknown,
  read: Read,
): Promise<void> {
  const took = await page.evaluate(
    ([button, state]) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        const look = () =>
          document.querySelector(state!) === null && performance.now() - from < 20_000
            ? void setTimeout(look, 10)
            : resolve(performance.now() - from);
        document.querySelector<HTMLElement>(button!)!.click();
        look();
      }),
    [cancel, ended],
  );
  expect(took, 'ms until it has ended').toBeLessThan(MOST_MS);
  expect(await read(), 'the old results').toEqual(kept);
}
