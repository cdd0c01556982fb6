import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale, ROOT } from '../../src/cli/sources.mjs';

/**
 * Builds a page of tests/runner with the sources of the app, serves it, and gives what `run` makes of the address and the browser.
 * The folder is two below the root: launch.ts finds the root from where it stands.
 */
export async function withBenchPage({ page, drawnBy = 'processor' }, run) {
  const outDir = join(ROOT, '.cache', `bench-${page}`);
  await buildWhenStale({
    outDir,
    sources: ['src', 'tests', 'package-lock.json'],
    build: (fresh) => bundle(page, fresh),
  });
  const { launchBrowser } = await import(pathToFileURL(join(outDir, 'launch.js')).href);
  const server = await serve(page, outDir);
  const browser = await launchBrowser(drawnBy);
  try {
    return await run({ browser, url: server.url });
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundle(page, outDir) {
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
  const input = { [page]: join(ROOT, `tests/runner/${page}.ts`) };
  await build({ ...common, build: { ...options, rolldownOptions: { input, output } } });
}

async function serve(page, outDir) {
  const html = `<!doctype html><html lang="en"><script type="module" src="/${page}.js"></script></html>`;
  const server = createServer(({ url }, response) => {
    if (url !== '/' && !/^\/[\w/.-]+\.js$/.test(url)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': url === '/' ? 'text/html' : 'text/javascript' });
    response.end(url === '/' ? html : readFileSync(join(outDir, url)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
