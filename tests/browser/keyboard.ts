import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Walk {
  readonly stops: number;
  readonly faults: readonly string[];
  /** Wanted, and not met. */
  readonly missed: readonly string[];
}

/**
 * A user without a pointer. Whatever takes the focus must show it and must not lie under something else (WCAG 2.4.7, 2.4.11);
 * a place that Tab does not come to within `most` presses counts as a trap.
 */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async tabTo(selector: string, most: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      await this.page.keyboard.press(key);
      if (!(await this.isOn(selector))) continue;
      expect(await this.fault(), selector).toBeNull();
      return;
    }
    throw new Error(`${selector} was not reached with ${most} presses of ${key}`);
  }

  isOn(selector: string): Promise<boolean> {
    return this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((done, key) => done.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /**
   * From the top of the page to its end, stop by stop: what is wrong with the focus at any of them, and which of the wanted
   * elements take it. A page whose end is not reached within `most` presses holds the focus.
   */
  async walk(wanted: readonly string[], most: number): Promise<Walk> {
    // The way past the bars is the first stop of the page.
    await this.page.locator('a.skip').first().focus();
    const faults: string[] = [];
    const met = new Set<string>();
    for (let stops = 0; stops < most; stops += 1) {
      await this.page.keyboard.press('Tab');
      const matched = await this.page.evaluate((selectors) => {
        const { activeElement: on } = document;
        return on === null || on === document.body ? null : selectors.filter((one) => on.matches(one));
      }, wanted);
      if (matched === null) return { stops, faults, missed: wanted.filter((one) => !met.has(one)) };
      for (const one of matched) met.add(one);
      const fault = await this.fault();
      if (fault !== null) faults.push(fault);
    }
    throw new Error(`the end of the page was not reached with ${most} presses of Tab`);
  }

  /** What a sighted user would miss of the focus; null: nothing. */
  private fault(): Promise<string | null> {
    return this.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return 'the focus is nowhere';
      const label = focused instanceof HTMLInputElement ? focused.closest('label') : null;
      const drawn = [focused, focused.nextElementSibling, label].filter((one) => one !== null);
      const isShown = drawn.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
      const name = `${focused.tagName} ${focused.className} ${focused.getAttribute('aria-label') ?? ''}`;
      if (!isShown) return `${name}: the focus is not drawn`;
      const { left, top, width, height } = (label ?? focused).getBoundingClientRect();
      const family = label ?? focused;
      const at = (x: number, y: number) => document.elementFromPoint(left + x, top + y);
      const on = at(Math.min(width / 2, 40), height / 2);
      // A map is large, and its tools lie on it: what counts is that it is not covered whole.
      for (const one of [on, at(width / 2, height / 2)])
        if (one !== null && (family.contains(one) || one.contains(family))) return null;
      return `${name}: covered by ${on === null ? 'the edge of the window' : on.className || on.tagName}`;
    });
  }
}
