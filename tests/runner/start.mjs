/** `npm start`: builds the app when stale, serves it on this machine and prints its address. */
import { parseArgs } from 'node:util';
import { preview } from 'vite';
import { ROOT } from '../../src/cli/sources.mjs';
import { buildApp } from './build.mjs';

// `--host` alone means every address of this machine, as in other servers of this kind.
const args = process.argv
  .slice(2)
  .flatMap((arg, at, all) =>
    arg === '--host' && (all[at + 1] === undefined || all[at + 1].startsWith('-'))
      ? ['--host', '0.0.0.0']
      : [arg],
  );
const { values } = parseArgs({ args, options: { port: { type: 'string' }, host: { type: 'string' } } });
const port = values.port === undefined ? 4173 : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port} is not a port number (0 to 65535).`);
  process.exit(1);
}

console.log('Gridtwin: building if anything changed ...');
await buildApp();
const server = await preview({
  root: ROOT,
  logLevel: 'warn',
  // A port that was asked for is taken or refused; the usual one gives way to the next free one.
  preview: { port, strictPort: values.port !== undefined, host: values.host ?? 'localhost', open: false },
}).catch((error) => {
  console.error(`${error.message}. Choose another port: npm start -- --port NUMBER`);
  process.exit(1);
});
const { network = [] } = server.resolvedUrls ?? {};
if (network.length > 0) console.log(`For phones and other machines of this network: ${network.join('  ')}`);
console.log(
  `Gridtwin runs at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`}  (Ctrl+C stops it)`,
);
