import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Counts as the journeys do: a pointer activation, an Enter or Space, and a finished drag are 1; a typed entry is 1, the Enter
 * that ends it included. Focus and Tab are free. Every activation of a journey goes through here.
 */
export class Clicks {
  private readonly used = new Map<string, number>();
  private step = '';

  constructor(private readonly page: Page) {}

  at(step: string): void {
    this.step = step;
    this.used.set(step, 0);
  }

  /** Goes on with a step that has begun. */
  on(step: string): void {
    this.step = step;
  }

  private count(): void {
    this.used.set(this.step, (this.used.get(this.step) ?? 0) + 1);
  }

  async click(target: Locator): Promise<void> {
    this.count();
    await target.click();
  }

  async typed(target: Locator, text: string): Promise<void> {
    this.count();
    await target.fill(text);
    await target.press('Enter');
  }

  /** A typed entry into whatever the app has put the focus into. */
  async typedHere(text: string): Promise<void> {
    this.count();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async chosen(target: Locator, value: string): Promise<void> {
    this.count();
    await target.selectOption(value);
  }

  /** Tab until the wanted element has the focus, then Enter. */
  async byKeyboard(selector: string, most = 320): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      await this.page.keyboard.press('Tab');
      const isThere = await this.page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (!isThere) continue;
      this.count();
      return this.page.keyboard.press('Enter');
    }
    throw new Error(`${selector} was not reached with ${most} presses of Tab`);
  }

  /** No step above its budget, and all of them together below the sum. */
  expectWithin(budgets: Readonly<Record<string, number>>, total: number): void {
    const over = [...this.used].filter(([step, used]) => used > (budgets[step] ?? 0));
    expect(over, 'steps above their budget of clicks').toEqual([]);
    const sum = [...this.used.values()].reduce((all, used) => all + used, 0);
    expect(sum).toBeLessThanOrEqual(total);
  }
}
