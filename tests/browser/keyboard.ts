import type { Page } from 'playwright-core';
import { expect } from 'vitest';

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
      if (!isShown) return 'the focus is not drawn';
      const { left, top, width, height } = (label ?? focused).getBoundingClientRect();
      const on = document.elementFromPoint(left + Math.min(width / 2, 40), top + height / 2);
      const family = label ?? focused;
      if (on !== null && (family.contains(on) || on.contains(family))) return null;
      return `covered by ${on === null ? 'the edge of the window' : on.className || on.tagName}`;
    });
  }
}
