import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Everything that can be read is large, and everything that can be pressed is easily hit. */
export async function expectLarge(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll('.present-top, .present-side, .present-corner, .dialog[open]'),
    ];
    const found: string[] = [];
    for (const element of parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('*')])) {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || element.closest('.hidden') !== null) continue;
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (hasText && Number.parseFloat(getComputedStyle(element).fontSize) < 24)
        found.push(`text ${element.className}: ${element.textContent}`);
      if (
        element.matches('button, select, input, label:has(input[type=radio])') &&
        (height < 44 || width < 44)
      )
        found.push(`target ${element.className} ${Math.round(width)} x ${Math.round(height)}`);
    }
    return found;
  });
  expect(small).toEqual([]);
}

export async function expectNoScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const side = document.querySelector('.present-side')!;
    const root = document.documentElement;
    return { side: side.scrollHeight - side.clientHeight, page: root.scrollHeight - root.clientHeight };
  });
  expect(over).toEqual({ side: 0, page: 0 });
}

/** No figure of any run, no colour and no label of the map in the page. */
export async function expectNothingTold(page: Page, values: readonly string[]): Promise<void> {
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  for (const value of values) expect(html.includes(value), `“${value}” is in the page`).toBe(false);
  expect(await page.locator('[data-figure]').count()).toBe(0);
  expect(await page.locator('.city-label, .legend, .present-key, .notice').count()).toBe(0);
  expect(await page.getByTestId('live').textContent()).toBe('The room has been asked. The result is hidden.');
  expect(await page.locator('[role="row"], .rows-row').count()).toBe(0);
  const canvas = await page.evaluate(
    () => document.querySelector('canvas')?.getAttribute('aria-label') ?? '',
  );
  expect(canvas).not.toContain('%');
}
