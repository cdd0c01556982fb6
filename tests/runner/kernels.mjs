/**
 * Compiles the power-flow kernel (AssemblyScript) into one committed TypeScript file: `npm run kernels`. With `--check`
 * writes nothing and fails when the committed file is not what the sources give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCE = 'src/sim/powerflow/batch/kernel/index.ts';
const TARGET = 'src/sim/powerflow/batch/kernelModule.ts';

/** Text of the committed file. */
export async function compileKernel() {
  let binary;
  const { error, stderr } = await asc.main(
    [
      ...[SOURCE, '--outFile', 'kernel.wasm', '--baseDir', ROOT],
      ...['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--zeroFilledMemory'],
      ...['--initialMemory', '1', '--enable', 'simd,bulk-memory'],
    ],
    {
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const text = Buffer.from(binary).toString('base64');
  return [
    '/** The compiled kernel, written by `npm run kernels` from the AssemblyScript in kernel/. Do not edit. */',
    `export const KERNEL_BASE64 = '${text}';`,
    '',
  ].join('\n');
}

async function main(argv) {
  const text = await compileKernel();
  const target = join(ROOT, TARGET);
  if (!argv.includes('--check')) {
    writeFileSync(target, text);
    return 0;
  }
  if (readFileSync(target, 'utf8') === text) return 0;
  console.error(`${TARGET} is not what the kernel's sources give: run "npm run kernels" and commit it.`);
  return 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
