import { readFileSync } from 'node:fs';
import { differenceCiede2000, parse } from 'culori';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SceneApi } from '../../src/scene';

/** What the table saves, and what stands on the map. */

const MAX_DIFFERENCE = 2;
const difference = differenceCiede2000();

export async function moveTo(page: Page, step: number): Promise<void> {
  await page.getByRole('slider', { name: 'Day', exact: true }).fill(String(Math.floor(step / 24)));
  await page.getByRole('slider', { name: 'Hour', exact: true }).fill(String(step % 24));
}

export const openView = (page: Page, name: string) =>
  page.getByRole('radio', { name }).check({ force: true });

/** What the table saves at the hour on screen: it must be the view that is open. */
async function savedValues(page: Page): Promise<Map<string, number>> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save the values at this hour/ }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const { data } = Papa.parse<string[]>(text.trim(), { header: false });
  return new Map(data.slice(1).map(([id, value]) => [id!, value === '' ? Number.NaN : Number(value)]));
}

/** The same once the loads of the week are there. */
export async function wholeValues(page: Page): Promise<Map<string, number>> {
  let values = new Map<string, number>();
  const known = async () => {
    values = await savedValues(page);
    return [...values.values()].filter(Number.isFinite).length;
  };
  await expect.poll(known).toBeGreaterThan(400);
  return values;
}

/** A point on the map at which an element is meant, what a click there picks, and its pixel. */
export interface Sample {
  readonly id: string;
  readonly picked: string | undefined;
  readonly pixel: readonly [number, number, number];
}

/** The elements whose pixel is another colour than is wanted, with both. */
export function differing(found: readonly Sample[], wanted: (id: string) => string): string[] {
  return found.flatMap(({ id, pixel }) => {
    const [r, g, b] = pixel.map((byte) => byte / 255) as [number, number, number];
    const off = difference(parse(wanted(id))!, { mode: 'rgb', r, g, b });
    return off < MAX_DIFFERENCE ? [] : [`${id}: ${pixel.join(' ')}, not ${wanted(id)}`];
  });
}

export type SceneCanvas = HTMLCanvasElement & { readonly __sceneApi: SceneApi };

/** The canvas once its scene is there: that is a moment later where the map has just come in the place of the table. */
export async function sceneCanvas(page: Page): Promise<Locator> {
  const canvas = page.locator('.city canvas').first();
  await expect.poll(() => canvas.evaluate((one) => '__sceneApi' in one)).toBe(true);
  return canvas;
}
