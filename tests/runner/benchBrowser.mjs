/**
 * `npm run bench:browser -- [--buses 100,1000,10000] [--rounds 5]`: the power-flow benchmark in headless Chromium and in
 * Node, by turns: the same code, the same case, a worker each. Ends with 1 when the two do not write the same bits.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildWhenStale, ROOT } from '../../src/cli/sources.mjs';

// Two folders below the root: launch.ts finds the root from where it stands.
const OUT_DIR = join(ROOT, '.cache', 'benchBrowser');
const KINDS = ['f64', 'f32'];
/** Of one round; long against the 10 ms in which a system counts the CPU time of other processes. */
const NODE_STEPS = { f64: 1e7, f32: 1.5e7 };

async function bundle(outDir) {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const common = { configFile: false, root: ROOT, logLevel: 'error', publicDir: false };
  const options = { outDir, emptyOutDir: false, target: 'es2022', minify: false };
  const output = { format: 'es', entryFileNames: '[name].js' };
  const node = {
    'powerflowBench.node': join(ROOT, 'workers/powerflowBench.node.ts'),
    launch: join(ROOT, 'tests/browser/launch.ts'),
    benchFlowRun: join(ROOT, 'src/synthesis/benchFlowRun.ts'),
  };
  await build({
    ...common,
    ssr: { target: 'node' },
    build: { ...options, ssr: true, rolldownOptions: { input: node, output } },
  });
  const browser = { 'powerflowBench.browser': join(ROOT, 'workers/powerflowBench.browser.ts') };
  await build({
    ...common,
    build: { ...options, modulePreload: false, rolldownOptions: { input: browser, output } },
  });
}

/** The page's origin: an empty page and the worker. Isolated, so that the browser's clock is fine. */
async function serve() {
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const server = createServer(({ url }, response) => {
    const script = url === '/worker.js';
    if (!script && url !== '/') return response.writeHead(404).end();
    response.writeHead(200, { ...isolated, 'Content-Type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? readFileSync(join(OUT_DIR, 'powerflowBench.browser.js')) : '<!doctype html>');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Both hosts: `ask` sends a request to the job's worker and gives its answer, `cpuS` the CPU time used so far. */
function nodeHost() {
  return {
    name: `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    async start(job) {
      const worker = new Worker(join(OUT_DIR, 'powerflowBench.node.js'), { workerData: job });
      const answer = () =>
        new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      await answer();
      return {
        ask(request) {
          const answered = answer();
          worker.postMessage(request);
          return answered;
        },
        end: () => worker.terminate(),
      };
    },
    cpuS() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  };
}

async function browserHost(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  const system = await browser.newBrowserCDPSession();
  const start = (job) =>
    page.evaluateHandle(async (sent) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      const answer = () =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        });
      const ready = answer();
      worker.postMessage(sent);
      await ready;
      return { worker, answer };
    }, job);
  return {
    name: `Chromium ${browser.version()}`,
    async start(job) {
      const handle = await start(job);
      return {
        ask: (request) =>
          handle.evaluate(({ worker, answer }, sent) => {
            const answered = answer();
            worker.postMessage(sent);
            return answered;
          }, request),
        end: () => handle.evaluate(({ worker }) => worker.terminate()),
      };
    },
    async cpuS() {
      const { processInfo } = await system.send('SystemInfo.getProcessInfo');
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** [host][kind] { cpu, wall }: million node-steps per second of every round, and whether both wrote the same bits. */
async function measure(hosts, network, steps, rounds) {
  const rates = hosts.map(() => KINDS.map(() => ({ cpu: [], wall: [] })));
  let sameBits = true;
  for (const [k, kind] of KINDS.entries()) {
    const job = { network, kind, output: 'magnitude' };
    const workers = [];
    for (const host of hosts) workers.push(await host.start(job));
    const stepCount = steps * Math.max(1, Math.round(NODE_STEPS[kind] / network.buses / steps));
    // Round -1 warms up: the engines compile what runs often once more.
    for (let round = -1; round < rounds; round++) {
      // Turns change, so that neither host always follows the other.
      for (const h of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const before = await hosts[h].cpuS();
        const ms = await workers[h].ask({ fromStep: 0, stepCount });
        const cpuS = (await hosts[h].cpuS()) - before;
        if (round < 0) continue;
        const million = (network.buses * stepCount) / 1e6;
        rates[h][k].cpu.push(million / cpuS);
        rates[h][k].wall.push((1000 * million) / ms);
      }
    }
    const prints = await Promise.all(workers.map((worker) => worker.ask('fingerprint')));
    sameBits &&= prints[0] === prints[1];
    await Promise.all(workers.map((worker) => worker.end()));
  }
  return { rates, sameBits };
}

function row(name, { rates, sameBits }) {
  const [node, chromium] = rates;
  const ratio = (k, clock) =>
    median(node[k][clock].map((rate, round) => chromium[k][clock][round] / rate)).toFixed(2);
  return [
    name,
    ...rates.flatMap((kinds) => kinds.map(({ cpu }) => median(cpu).toFixed(2))),
    ...KINDS.map((_, k) => `${ratio(k, 'cpu')} (${ratio(k, 'wall')})`),
    sameBits ? 'same' : 'DIFFERENT',
  ];
}

async function main() {
  const { values } = parseArgs({
    options: {
      buses: { type: 'string', default: '100,1000,10000' },
      rounds: { type: 'string', default: '5' },
    },
  });
  await buildWhenStale({
    outDir: OUT_DIR,
    sources: [
      'src',
      'workers',
      'tests/browser/launch.ts',
      'tests/runner/benchBrowser.mjs',
      'package-lock.json',
    ],
    build: bundle,
  });
  const load = (name) => import(pathToFileURL(join(OUT_DIR, `${name}.js`)).href);
  const { launchBrowser } = await load('launch');
  const { windowStepsFor } = await load('benchFlowRun');
  const server = await serve();
  const browser = await launchBrowser();
  try {
    const hosts = [nodeHost(), await browserHost(browser, server.url)];
    console.log(
      `Power flow in ${hosts.map(({ name }) => name).join(' and ')}: million node-steps per second on one thread,`,
    );
    console.log(
      'by CPU time, all |V| written; medians of alternating rounds. Ratio: Chromium to Node, in brackets by wall clock.\n',
    );
    console.log('| Case | Node f64 | f32 | Chromium f64 | f32 | Ratio f64 | f32 | Bits |');
    console.log(`|${' --- |'.repeat(8)}`);
    for (const buses of values.buses.split(',').map(Number)) {
      for (const loopShare of [0, 0.02]) {
        const loops = Math.round(loopShare * buses);
        const name = loops > 0 ? `${buses} with ${loops} loops` : `${buses} radial`;
        const network = { kind: 'feeders', buses, loopShare };
        const measured = await measure(hosts, network, windowStepsFor(buses), Number(values.rounds));
        if (!measured.sameBits) process.exitCode = 1;
        console.log(`| ${row(name, measured).join(' | ')} |`);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

await main();
