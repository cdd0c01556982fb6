import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileKernel } from '../../../runner/kernels.mjs';
import { compileKernel as compileModule, kernelBytes } from '../../../../src/sim/powerflow/batch';

it('the committed kernel is what its sources give', async () => {
  const committed = readFileSync('src/sim/powerflow/batch/kernelModule.ts', 'utf8');
  expect((await compileKernel()) === committed, 'run "npm run kernels" and commit kernelModule.ts').toBe(
    true,
  );
});

it('decodes to a WebAssembly module', () => {
  expect([...kernelBytes().subarray(0, 4)]).toEqual([0, 97, 115, 109]);
  // Without it every other test here would quietly run on the scalar solver.
  expect(compileModule()).toBeInstanceOf(WebAssembly.Module);
  const text = /'([^']+)'/.exec(readFileSync('src/sim/powerflow/batch/kernelModule.ts', 'utf8'))![1]!;
  expect(Buffer.from(text, 'base64').equals(kernelBytes())).toBe(true);
});
