/**
 * `npm run bench:browser -- [--only powerflow|buildings] [--buses 100,1000,10000] [--zones 10000] [--rounds 5]`: the
 * benchmarks of the power flow and of buildings in headless Chromium and in Node, by turns: the same code, the same case, a
 * worker each. Ends with 1 when the two do not write the same bits.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildWhenStale, ROOT } from '../../src/cli/sources.mjs';
import { median } from './median.mjs';

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
    'buildingsBench.node': join(ROOT, 'workers/buildingsBench.node.ts'),
    launch: join(ROOT, 'tests/browser/launch.ts'),
    benchFlowRun: join(ROOT, 'src/synthesis/benchFlowRun.ts'),
  };
  await build({
    ...common,
    ssr: { target: 'node' },
    build: { ...options, ssr: true, rolldownOptions: { input: node, output } },
  });
  for (const name of ['powerflowBench.browser', 'buildingsBench.browser']) {
    const input = { [name]: join(ROOT, `workers/${name}.ts`) };
    await build({
      ...common,
      build: { ...options, modulePreload: false, rolldownOptions: { input, output } },
    });
  }
}

/** The page's origin: an empty page and the workers. Isolated, so that the browser's clock is fine. */
async function serve() {
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const server = createServer(({ url }, response) => {
    const script = /^\/(powerflow|buildings)Bench\.browser\.js$/.exec(url)?.[0];
    if (!script && url !== '/') return response.writeHead(404).end();
    response.writeHead(200, { ...isolated, 'Content-Type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? readFileSync(join(OUT_DIR, script)) : '<!doctype html>');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Both hosts: `ask` sends a request to the worker of the bench and gives its answer, `cpuS` the CPU time used so far. */
function nodeHost() {
  return {
    name: `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    async start(bench, job) {
      const worker = new Worker(join(OUT_DIR, `${bench}Bench.node.js`), { workerData: job });
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
  const start = (bench, job) =>
    page.evaluateHandle(
      async ([script, sent]) => {
        const worker = new Worker(script, { type: 'module' });
        const answer = () =>
          new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
          });
        const ready = answer();
        worker.postMessage(sent);
        await ready;
        return { worker, answer };
      },
      [`/${bench}Bench.browser.js`, job],
    );
  return {
    name: `Chromium ${browser.version()}`,
    async start(bench, job) {
      const handle = await start(bench, job);
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

/**
 * [host][kind] { cpu, wall }: million rows times steps per second of every round, and whether both wrote the same bits.
 * `stepsOf` says how many steps a round of a kind has.
 */
async function measure(hosts, bench, jobOf, rows, stepsOf, rounds) {
  const rates = hosts.map(() => KINDS.map(() => ({ cpu: [], wall: [] })));
  let sameBits = true;
  for (const [k, kind] of KINDS.entries()) {
    const workers = [];
    for (const host of hosts) workers.push(await host.start(bench, jobOf(kind)));
    const stepCount = stepsOf(kind);
    // Round -1 warms up: the engines compile what runs often once more.
    for (let round = -1; round < rounds; round++) {
      // Turns change, so that neither host always follows the other.
      for (const h of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const before = await hosts[h].cpuS();
        const ms = await workers[h].ask({ fromStep: 0, stepCount });
        const cpuS = (await hosts[h].cpuS()) - before;
        if (round < 0) continue;
        const million = (rows * stepCount) / 1e6;
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

async function powerflow(hosts, buses, rounds, windowStepsFor) {
  for (const loopShare of [0, 0.02]) {
    const loops = Math.round(loopShare * buses);
    const network = { kind: 'feeders', buses, loopShare };
    const window = windowStepsFor(buses);
    const jobOf = (kind) => ({ network, kind, output: 'magnitude' });
    const stepsOf = (kind) => window * Math.max(1, Math.round(NODE_STEPS[kind] / buses / window));
    const measured = await measure(hosts, 'powerflow', jobOf, buses, stepsOf, rounds);
    print(loops > 0 ? `${buses} with ${loops} loops` : `${buses} radial`, measured);
  }
}

function print(name, measured) {
  if (!measured.sameBits) process.exitCode = 1;
  console.log(`| ${row(name, measured).join(' | ')} |`);
}

function head(title, hosts, what) {
  console.log(`${title} in ${hosts.map(({ name }) => name).join(' and ')}: million ${what} on one thread,`);
  console.log(
    'by CPU time; medians of alternating rounds. Ratio: Chromium to Node, in brackets by wall clock.\n',
  );
  console.log('| Case | Node f64 | f32 | Chromium f64 | f32 | Ratio f64 | f32 | Bits |');
  console.log(`|${' --- |'.repeat(8)}`);
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      buses: { type: 'string', default: '100,1000,10000' },
      zones: { type: 'string', default: '10000' },
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
  const rounds = Number(values.rounds);
  try {
    const hosts = [nodeHost(), await browserHost(browser, server.url)];
    if (values.only !== 'buildings') {
      head('Power flow', hosts, 'node-steps per second, all |V| written');
      for (const buses of values.buses.split(',').map(Number))
        await powerflow(hosts, buses, rounds, windowStepsFor);
      console.log();
    }
    if (values.only !== 'powerflow') {
      const buildings = Number(values.zones);
      head('Buildings', hosts, 'building-hours per second, sums and totals kept');
      const jobOf = (kind) => ({ buildings, kind });
      print(`${buildings}`, await measure(hosts, 'buildings', jobOf, buildings, () => 8760, rounds));
    }
  } finally {
    await browser.close();
    server.close();
  }
}

await main();
