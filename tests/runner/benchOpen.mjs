/**
 * `npm run bench:open -- [--rounds 5]`: the built app in a browser that has never seen it, drawn by the processor: how large the
 * scripts and styles are that the page names, compressed, and when what is there, from the request on. Ends with 1 where a median,
 * or the size, is over what we promise.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';
import { buildApp, DIST } from './build.mjs';
import { median } from './median.mjs';

const FIRST_LOAD_KB = 500;
const PATIENCE_MS = 180_000;
const ASK_EVERY_MS = 500;
/** What is waited for, in the order in which it comes, and what we promise of it in seconds. */
const MARKS = [
  { mark: 'figures', what: 'Key figures of the baseline', promisedS: 3 },
  { mark: 'city', what: 'The city in 3D, its first frame', promisedS: 5 },
  { mark: 'week', what: 'Loads and flows of the week on screen, computed', promisedS: null },
  { mark: 'year', what: 'The year of a second scenario, computed', promisedS: null },
];

/** In the page, before anything of it runs: notes when each mark is first there. */
function listen() {
  const marks = {};
  globalThis.marks = marks;
  const note = (mark) => (marks[mark] ??= performance.now());
  const present = {
    figures: () => document.querySelector('[data-kpi="peakImport"][data-value]') !== null,
    // The scene hands out its handle a frame before it draws.
    scene: () => document.querySelector('.city canvas')?.__sceneApi !== undefined,
    year: () => document.querySelector('[data-scenario="transition-2035"][data-status="ready"]') !== null,
  };
  const drawn = () => requestAnimationFrame(() => setTimeout(() => note('city')));
  const look = () => {
    const had = marks.scene !== undefined;
    for (const [mark, isThere] of Object.entries(present)) if (isThere()) note(mark);
    if (!had && marks.scene !== undefined) drawn();
    if (Object.keys(present).some((mark) => marks[mark] === undefined)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const asked = new Set();
  const heard = new WeakSet();
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...others) {
    if (message?.path?.[0] === 'week') asked.add(message.id);
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => {
        if (asked.has(data?.id)) note('week');
      });
    }
    return post.call(this, message, ...others);
  };
}

/** Of all that index.html names, as a server that compresses sends it. */
function firstLoadKb(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path);
  if (named.length === 0) throw new Error('index.html names no script and no style.');
  const files = ['index.html', ...new Set(named)];
  return files.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000;
}

/** Once all of them are there. The page's policy allows no text to be evaluated in it, so they are asked for again and again. */
async function marksOf(page) {
  const endMs = Date.now() + PATIENCE_MS;
  while (Date.now() < endMs) {
    const marks = await page.evaluate(() => globalThis.marks);
    const missing = MARKS.filter(({ mark }) => marks[mark] === undefined);
    if (missing.length === 0) return marks;
    await page.waitForTimeout(ASK_EVERY_MS);
  }
  throw new Error(`Not everything came within ${PATIENCE_MS / 1000} s.`);
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const count = Number(values.rounds);
if (!Number.isSafeInteger(count) || count < 1)
  throw new Error(`--rounds takes a whole number from 1, not ${values.rounds}.`);
const { module: launch } = await runnerImport(join(ROOT, 'tests/browser/launch.ts'));
if (launch.BUILT === undefined) await buildApp();
const built = launch.BUILT ?? DIST;
const server = await launch.serveDist();
const browser = await launch.launchBrowser();
const rounds = [];
try {
  for (let round = 0; round < count; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US' });
    const page = await context.newPage();
    await page.addInitScript(listen);
    await page.goto(server.url);
    rounds.push(await marksOf(page));
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}

const judged = (value, promised, unit) => {
  const isOver = promised !== null && !(value <= promised);
  if (isOver) process.exitCode = 1;
  return `${value.toFixed(1)} ${unit}${isOver ? ` (over ${promised})` : ''}`;
};
console.log(
  `Opened ${rounds.length} times in a fresh profile, Chromium ${browser.version()}, 1280 x 720; medians.\n`,
);
console.log('| What is there | After | Longest |');
console.log(`|${' --- |'.repeat(3)}`);
for (const { mark, what, promisedS } of MARKS) {
  const seconds = rounds.map((marks) => marks[mark] / 1000);
  console.log(
    `| ${what} | ${judged(median(seconds), promisedS, 's')} | ${Math.max(...seconds).toFixed(1)} s |`,
  );
}
console.log(
  `\nScripts and styles that the page names, compressed: ${judged(firstLoadKb(built), FIRST_LOAD_KB, 'kB')}`,
);
