/**
 * Compiles the kernels (AssemblyScript) into one committed TypeScript file each: `npm run kernels`. With `--check` writes
 * nothing and fails when a committed file is not what the sources give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Each has its sources in kernel/ and is committed as kernelModule.ts. */
const FOLDERS = ['src/sim/powerflow/batch', 'src/sim/buildings/modal'];

/** Text of the committed file. */
export async function compileKernel(folder = FOLDERS[0]) {
  let binary;
  const { error, stderr } = await asc.main(
    [
      ...[`${folder}/kernel/index.ts`, '--outFile', 'kernel.wasm', '--baseDir', ROOT],
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
  let status = 0;
  for (const folder of FOLDERS) {
    const text = await compileKernel(folder);
    const target = `${folder}/kernelModule.ts`;
    if (!argv.includes('--check')) writeFileSync(join(ROOT, target), text);
    else if (readFileSync(join(ROOT, target), 'utf8') !== text) {
      console.error(`${target} is not what the kernel's sources give: run "npm run kernels" and commit it.`);
      status = 1;
    }
  }
  return status;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
