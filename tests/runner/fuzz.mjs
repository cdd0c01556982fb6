/**
 * `npm run fuzz -- [INPUTS] [--kind NAME] [--from SEED]`: mutated inputs (100,000 unless said otherwise) through every
 * reader of circuits and the solver. Ends with 1 when one crashes, hangs, takes over a second of CPU or gives a result
 * that is no number; each is named by reader and seed. A worker reads, so that the main thread sees it hang.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { buildWhenStale, ROOT } from '../../src/cli/sources.mjs';

const OUT_DIR = join(ROOT, '.cache', 'fuzz');
const HANG_MS = 30_000;
const SHOWN = 20;

async function bundle(outDir) {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        input: { fuzzInputs: join(ROOT, 'tests/io/fuzz/fuzzInputs.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
}

async function work({ kinds, from, count }) {
  const { fuzzOne, fuzzReaders } = await import(pathToFileURL(join(OUT_DIR, 'fuzzInputs.js')).href);
  const readers = fuzzReaders(ROOT);
  const state = new Int32Array(workerData.progress);
  const tally = Object.fromEntries(
    kinds.map((kind) => [kind, { inputs: 0, read: 0, solved: 0, cpuMs: 0, slowestMs: 0 }]),
  );
  const complaints = [];
  for (let k = 0; k < count; k++) {
    Atomics.store(state, 0, k);
    const kind = kinds[k % kinds.length];
    const result = fuzzOne(kind, readers[kind], from + Math.floor(k / kinds.length));
    const sum = tally[kind];
    sum.inputs += 1;
    sum.read += result.read ? 1 : 0;
    sum.solved += result.solved ? 1 : 0;
    sum.cpuMs += result.cpuMs;
    sum.slowestMs = Math.max(sum.slowestMs, result.cpuMs);
    if (result.complaint !== undefined) complaints.push(result.complaint);
  }
  parentPort.postMessage({ tally, complaints });
}

/** Ends the run when the same input is still being read after HANG_MS. */
function watch(worker, progress, { kinds, from }) {
  let last = -1;
  return setInterval(() => {
    const now = Atomics.load(progress, 0);
    if (now === last) {
      const seed = from + Math.floor(now / kinds.length);
      console.error(`${kinds[now % kinds.length]} ${seed}: still not done after ${HANG_MS / 1000} s`);
      process.exitCode = 1;
      void worker.terminate();
    }
    last = now;
  }, HANG_MS);
}

async function main(argv) {
  const option = (name, fallback) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : fallback);
  const all = ['circuitFile', 'pandapower', 'openDss', 'networkTables'];
  const asked = option('--kind');
  if (asked !== undefined && !all.includes(asked)) throw new Error(`--kind is one of ${all.join(', ')}`);
  const job = {
    kinds: asked === undefined ? all : [asked],
    from: Number(option('--from', 1)),
    count: /^\d+$/.test(argv[0] ?? '') ? Number(argv[0]) : 100_000,
  };
  await buildWhenStale({
    outDir: OUT_DIR,
    sources: ['src', 'tests/io', 'tests/runner/fuzz.mjs', 'package-lock.json'],
    build: bundle,
  });
  const started = performance.now();
  const progress = new SharedArrayBuffer(4);
  const worker = new Worker(new URL(import.meta.url), { workerData: { job, progress } });
  const timer = watch(worker, new Int32Array(progress), job);
  worker.on('message', ({ tally, complaints }) => {
    console.table(tally);
    for (const complaint of complaints.slice(0, SHOWN)) console.error(complaint);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${job.count} inputs, ${complaints.length} complaints, ${seconds} s`);
    if (complaints.length > 0) process.exitCode = 1;
  });
  worker.on('error', (error) => {
    console.error(error);
    process.exitCode = 1;
  });
  worker.on('exit', () => clearInterval(timer));
}

if (isMainThread) await main(process.argv.slice(2));
else await work(workerData.job);
