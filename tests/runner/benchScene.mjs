/**
 * `npm run bench:scene -- [--buildings 10000,100000] [--frames 15] [--card]`: the city with its grid in headless Chromium, of both
 * looks: draw calls, triangles, bytes for a new hour, script time of a frame on a tiny canvas, the whole frame beside a plain
 * merged city, frames while nothing changes, memory. Drawn by the processor, or by the graphics card that there is (--card).
 * Ends with 1 when a figure leaves its limit.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildWhenStale, ROOT } from '../../src/cli/sources.mjs';

// Two folders below the root: launch.ts finds the root from where it stands.
const OUT_DIR = join(ROOT, '.cache', 'benchScene');
const DRAW_CALLS = (buildings) => (buildings <= 10_000 ? 60 : 150);
const SCRIPT_MS = 4;
const RATIO = { data: 1.3, scene: 2 };

async function bundle(outDir) {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const common = { configFile: false, root: ROOT, logLevel: 'error', publicDir: false };
  const options = { outDir, emptyOutDir: false, target: 'es2022', minify: false, modulePreload: false };
  const output = { format: 'es', entryFileNames: '[name].js' };
  const launch = { launch: join(ROOT, 'tests/browser/launch.ts') };
  await build({
    ...common,
    ssr: { target: 'node' },
    build: { ...options, ssr: true, rolldownOptions: { input: launch, output } },
  });
  const page = { scenePage: join(ROOT, 'tests/runner/scenePage.ts') };
  await build({ ...common, build: { ...options, rolldownOptions: { input: page, output } } });
}

async function serve() {
  const html = '<!doctype html><script type="module" src="/scenePage.js"></script>';
  const server = createServer(({ url }, response) => {
    if (url !== '/' && !/^\/[\w/.-]+\.js$/.test(url)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': url === '/' ? 'text/html' : 'text/javascript' });
    response.end(url === '/' ? html : readFileSync(join(OUT_DIR, url)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

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

async function main() {
  const { values } = parseArgs({
    options: {
      buildings: { type: 'string', default: '10000,100000' },
      frames: { type: 'string', default: '15' },
      card: { type: 'boolean', default: false },
    },
  });
  await buildWhenStale({
    outDir: OUT_DIR,
    sources: ['src', 'tests/browser/launch.ts', 'tests/runner', 'package-lock.json'],
    build: bundle,
  });
  const { launchBrowser } = await import(pathToFileURL(join(OUT_DIR, 'launch.js')).href);
  const server = await serve();
  const browser = await launchBrowser(values.card ? 'card' : 'processor');
  try {
    console.log(`The scene in Chromium ${browser.version()}, 1280 x 720, grid on; medians.\n`);
    console.log(
      '| Buildings | Look | Draw calls | Triangles | New hour | in script | Script a frame, tiny canvas | Frame | to a plain city | Frames idle | Memory |',
    );
    console.log(`|${' --- |'.repeat(11)}`);
    for (const buildings of values.buildings.split(',').map(Number)) {
      for (const look of ['data', 'scene']) {
        const page = await browser.newPage();
        page.setDefaultTimeout(600_000);
        await page.goto(server.url);
        await page.waitForFunction(() => 'measureScene' in window);
        const figures = await page.evaluate(
          ([count, asked, frames]) => window.measureScene(count, asked, frames),
          [buildings, look, Number(values.frames)],
        );
        await page.close();
        console.log(`| ${row(buildings, look, figures).join(' | ')} |`);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

await main();
