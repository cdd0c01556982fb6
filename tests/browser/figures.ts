import type { Page } from 'playwright-core';
import { isCountedLater } from '../../src/state/strip/strip';

/** SHA-256 of every array of the result on screen. */
export const hashOf = (of: Page) =>
  of.locator('.kpi-name [data-result-hash]').getAttribute('data-result-hash');

/** Every figure of the strip as it is computed, by its id; without those that are counted once the page has come to rest. */
export async function figures(of: Page): Promise<Record<string, string | null>> {
  const read = await of
    .locator('[data-kpi]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLElement).dataset['kpi'], one.dataset['value']]));
  const ofYear = read.filter(([id]) => !isCountedLater(id ?? ''));
  return Object.fromEntries(ofYear) as Record<string, string | null>;
}

/** Keeps every text that an element shows from now on, each once, in order. */
export async function record(page: Page, selector: string): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((wanted) => {
    const kept: string[] = [];
    const note = () => {
      const text = document.querySelector(wanted)?.textContent ?? '';
      if (text !== '' && kept.at(-1) !== text) kept.push(text);
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    note();
    Object.assign(globalThis, { [`recorded ${wanted}`]: kept });
  }, selector);
  return () =>
    page.evaluate(
      (wanted) => (globalThis as unknown as Record<string, string[]>)[`recorded ${wanted}`]!,
      selector,
    );
}
