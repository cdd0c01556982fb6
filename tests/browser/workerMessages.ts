import type { Page } from 'playwright-core';

/** From now on every message to a worker is counted, whoever sends it; returns how many there have been. */
export async function countWorkerMessages(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { sent: number };
    counted.sent = 0;
    const post = Worker.prototype.postMessage as (...sent: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
      counted.sent += 1;
      post.apply(this, sent);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { sent: number }).sent);
}
