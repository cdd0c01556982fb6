import { fingerprint } from '../src/synthesis/benchFlowRun';
import { prepareBuildings, type BuildingsBenchJob } from '../src/synthesis/benchBuildingsRun';
import type { BenchRequest } from './powerflowBench';

/** Prepares a city once; the answer to a request is a time in ms on `now`'s clock, or a hash of all that came out. */
export function buildingsBench(job: BuildingsBenchJob, now: () => number): (request: BenchRequest) => number {
  const { solve, written } = prepareBuildings(job);
  return (request) => {
    if (request === 'fingerprint') return fingerprint(written());
    const start = now();
    solve(request.fromStep, request.stepCount);
    return now() - start;
  };
}
