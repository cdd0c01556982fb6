/**
 * `npm run bench:oneline -- [--buses 5000] [--steps 40]`: the one-line view of a radial network that one diagram draws bus by bus,
 * in headless Chromium, drawn by the processor: moved and zoomed at the scale it opens at and with all of it in sight. Of a step:
 * what the page's thread does for it (script, style and layout, paint), and from one frame to the next while it moves on; and what
 * it does for the redraw when a zoom comes to rest.
 * Ends with 1 when a median is over 20 ms, 50 frames a second.
 */
import { parseArgs } from 'node:util';
import { withBenchPage } from './benchPage.mjs';
import { workOf } from './frameWork.mjs';
import { median } from './median.mjs';

const FRAME_MS = 20;
/** Between two moves. */
const REST_MS = 1500;
const VIEWS = {
  'as it opens': ['pan', 'farther', 'closer'],
  'all of it': ['pan', 'closer', 'farther'],
};

async function measured(browser, page, kind, steps) {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  const { frames, isRedrawn } = await page.evaluate(
    ([one, count]) => window.oneLineBench.run(one, count),
    [kind, steps],
  );
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { frameMs, afterMs } = workOf(traceEvents);
  return { frames, work: frameMs, redraw: isRedrawn ? `${afterMs.toFixed(0)} ms` : 'none' };
}

const judged = (value) => {
  if (value > FRAME_MS) process.exitCode = 1;
  return `${value.toFixed(1)} ms${value > FRAME_MS ? ` (over ${FRAME_MS})` : ''}`;
};

const { values } = parseArgs({
  options: { buses: { type: 'string', default: '5000' }, steps: { type: 'string', default: '40' } },
});
const steps = Number(values.steps);
await withBenchPage({ page: 'oneLinePage' }, async ({ browser, url }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(url);
  await page.waitForFunction(() => 'oneLineBench' in window);
  const buses = await page.evaluate((count) => window.oneLineBench.show(count), Number(values.buses));
  await page.locator('.one-line-entry').first().waitFor();
  console.log(
    `The one-line view of ${buses} buses in one diagram, Chromium ${browser.version()}, 1280 x 720; medians of ${steps} steps.\n`,
  );
  console.log(
    '| View | Move | Things drawn | Work a frame | Longest | Frame to frame | Longest | Redraw at rest |',
  );
  console.log(`|${' --- |'.repeat(8)}`);
  for (const [view, kinds] of Object.entries(VIEWS)) {
    if (view === 'all of it') await page.locator('.map-controls button').first().click();
    for (const kind of kinds) {
      await page.waitForTimeout(REST_MS);
      const drawn = await page.evaluate(() => window.oneLineBench.marks());
      const { work, frames, redraw } = await measured(browser, page, kind, steps);
      const most = (times) => `${Math.max(...times).toFixed(0)} ms`;
      const figures = [judged(median(work)), most(work), judged(median(frames)), most(frames), redraw];
      console.log(`| ${[view, kind, drawn, ...figures].join(' | ')} |`);
    }
  }
});
