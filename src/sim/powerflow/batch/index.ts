import type { CompiledFlow } from '../flow';
import { createKernelSolver, createPlainSolver } from './batchSolver';
import { decodeBase64 } from '../../numeric/decodeBase64';
import { kernelTakes } from './injections';
import { KERNEL_BASE64 } from './kernelModule';
import type { BatchOutputs, BatchSettings, BatchSolver, KernelModule } from './types';

export * from './types';

/**
 * Compiles the kernel: once per shell, which may post it to its workers. Undefined where there is no WebAssembly SIMD; the
 * solvers then do without. In a browser's main thread compile `kernelBytes()` asynchronously instead.
 */
export function compileKernel(): KernelModule | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    return new WebAssembly.Module(kernelBytes());
  } catch {
    return undefined;
  }
}

/** The kernel's WebAssembly binary. */
export function kernelBytes(): Uint8Array {
  return decodeBase64(KERNEL_BASE64);
}

/**
 * A solver of many steps. Without `module` (no WebAssembly SIMD), or for rows that the kernel has no law for, the scalar
 * solver works behind the same interface.
 */
export function createBatchSolver(
  flow: CompiledFlow,
  settings: BatchSettings,
  module: KernelModule | undefined,
  outputs: BatchOutputs = {},
): BatchSolver {
  return module && kernelTakes(flow.problem.injections)
    ? createKernelSolver(flow, settings, module, outputs)
    : createPlainSolver(flow, settings, outputs);
}
