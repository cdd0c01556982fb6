import { compileKernel, type KernelModule } from './batch';

let compiled: { readonly module: KernelModule | undefined } | undefined;

/** The batch kernel, compiled once when first needed; undefined where the engine has no WebAssembly SIMD. */
export function kernelModule(): KernelModule | undefined {
  compiled ??= { module: compileKernel() };
  return compiled.module;
}
