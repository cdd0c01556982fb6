import { decodeBase64 } from '../../numeric/decodeBase64';
import { KERNEL_BASE64 } from './kernelModule';
import { createKernelRow } from './kernelRow';
import type { ModalKernel } from './modalBlock';
import { createPlainRow } from './plainRow';
import type { RowMarch } from './rowMarch';

export { compileModal, FAST_DECAY } from './compileModal';
export { createKernelRow } from './kernelRow';
export { createPlainRow } from './plainRow';
export { MARCH_STEPS } from './rowHeader';
export * from './rowMarch';
export * from './cityYear';
export * from './modalBlock';
export { modalSystem, modesOf, type ModalSystem } from './modalSystem';
export {
  fillSunDrives,
  runModal,
  stateSize,
  uniformState,
  type ModalColumns,
  type ModalResults,
} from './runModal';
export { shareK, shareW } from './shares';
export * from './types';

/** The kernel's WebAssembly binary. */
export function modalKernelBytes(): Uint8Array {
  return decodeBase64(KERNEL_BASE64);
}

let compiled: { readonly module: ModalKernel | undefined } | undefined;

/** The kernel, compiled once when first needed; undefined where the engine has no WebAssembly SIMD. */
export function modalKernel(): ModalKernel | undefined {
  compiled ??= { module: compileKernel() };
  return compiled.module;
}

let march: RowMarch | undefined;

/** By the kernel where there is one; one for all, since what it keeps from one building to the next is only copies. */
export function rowMarch(): RowMarch {
  const kernel = modalKernel();
  march ??= kernel === undefined ? createPlainRow() : createKernelRow(kernel);
  return march;
}

function compileKernel(): ModalKernel | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    return new WebAssembly.Module(modalKernelBytes());
  } catch {
    return undefined;
  }
}
