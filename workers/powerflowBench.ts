import { type BenchJob, fingerprint, prepareBench } from '../src/synthesis/benchFlowRun';

/** What a thread of the power-flow benchmark is asked: solve these steps and say how long it took, or hash what is written. */
export type BenchRequest = { readonly fromStep: number; readonly stepCount: number } | 'fingerprint';

/** Prepares a case once; the answer to a request is a time in ms on `now`'s clock, or the hash. */
export function powerflowBench(job: BenchJob, now: () => number): (request: BenchRequest) => number {
  const { solve, written } = prepareBench(job);
  return (request) => {
    if (request === 'fingerprint') return fingerprint(written);
    const start = now();
    solve(request.fromStep, request.stepCount);
    return now() - start;
  };
}
