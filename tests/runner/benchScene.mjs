/**
 * `npm run bench:scene -- [--buildings 10000,100000] [--frames 15] [--card]`: the city with its grid in headless Chromium, of both
 * looks: draw calls, triangles, bytes for a new hour, script time of a frame on a tiny canvas, the whole frame beside a plain
 * merged city, frames while nothing changes, memory. Drawn by the processor, or by the graphics card that there is (--card).
 * Ends with 1 when a figure leaves its limit.
 */
import { parseArgs } from 'node:util';
import { withBenchPage } from './benchPage.mjs';

const DRAW_CALLS = (buildings) => (buildings <= 10_000 ? 60 : 150);
const SCRIPT_MS = 4;
const RATIO = { data: 1.3, scene: 2 };

function row(buildings, look, figures) {
  const ratio = figures.frameMs / figures.plainMs;
  const within = (value, limit) => {
    if (value > limit) process.exitCode = 1;
    return value > limit ? ` (over ${limit})` : '';
  };
  return [
    buildings,
    look === 'data' ? 'Data' : 'Scene',
    `${figures.drawCalls}${within(figures.drawCalls, DRAW_CALLS(buildings))}`,
    `${(figures.triangles / 1e6).toFixed(2)} M`,
    `${(figures.hourBytes / 1024).toFixed(0)} KiB`,
    `${figures.hourMs.toFixed(1)} ms`,
    `${figures.scriptMs.toFixed(2)} ms${within(figures.scriptMs, SCRIPT_MS)}`,
    `${figures.frameMs.toFixed(0)} ms`,
    `${ratio.toFixed(2)}${within(ratio, RATIO[look])}`,
    `${figures.idleFrames}${within(figures.idleFrames, 0)}`,
    `${figures.heapMB.toFixed(0)} MB`,
  ];
}

const { values } = parseArgs({
  options: {
    buildings: { type: 'string', default: '10000,100000' },
    frames: { type: 'string', default: '15' },
    card: { type: 'boolean', default: false },
  },
});
const drawnBy = values.card ? 'card' : 'processor';
await withBenchPage({ page: 'scenePage', drawnBy }, async ({ browser, url }) => {
  console.log(`The scene in Chromium ${browser.version()}, 1280 x 720, grid on; medians.\n`);
  console.log(
    '| Buildings | Look | Draw calls | Triangles | New hour | in script | Script a frame, tiny canvas | Frame | to a plain city | Frames idle | Memory |',
  );
  console.log(`|${' --- |'.repeat(11)}`);
  for (const buildings of values.buildings.split(',').map(Number)) {
    for (const look of ['data', 'scene']) {
      const page = await browser.newPage();
      page.setDefaultTimeout(600_000);
      await page.goto(url);
      await page.waitForFunction(() => 'measureScene' in window);
      const figures = await page.evaluate(
        ([count, asked, frames]) => window.measureScene(count, asked, frames),
        [buildings, look, Number(values.frames)],
      );
      await page.close();
      console.log(`| ${row(buildings, look, figures).join(' | ')} |`);
    }
  }
});
