import { kernelBytes } from './batch';

let module: WebAssembly.Module | null | undefined;

/**
 * The batch kernel, compiled when first needed. Undefined where the engine has no SIMD: then the plain solver works behind
 * the same interface.
 */
export function kernelModule(): WebAssembly.Module | undefined {
  if (module === undefined) {
    try {
      module = new WebAssembly.Module(kernelBytes());
    } catch {
      module = null;
    }
  }
  return module ?? undefined;
}
