import type { RunInput } from '../model/run';
import { hostingYearOf, type DistrictHosting, type DistrictHostingSettings } from '../study/districtHosting';
import type { ConnectYear } from './connect';
import type { HostingOptions } from './contract';
import type { WorkerPool } from './pool';

/**
 * The answers, in steps of one worker, which is free again one step after a cancellation. Throws what the pool throws, a
 * cancellation among it.
 */
export function hostingWith(
  pool: WorkerPool,
  input: RunInput,
  { result, transformers }: ConnectYear,
  questions: readonly DistrictHostingSettings[],
  { signal, onShare, onPlace, present = [] }: HostingOptions,
): Promise<readonly DistrictHosting[]> {
  const { inputHash } = result;
  return pool.run(
    inputHash,
    input,
    async (remote, alive) => {
      let step = await remote.host(inputHash, hostingYearOf(result, transformers), questions, present);
      while (!step.done && signal?.aborted !== true) {
        alive();
        onShare?.(step.share);
        if (step.place !== null) onPlace?.(step.place);
        step = await remote.hostOn();
      }
      if (step.done) return step.found;
      await remote.endHost();
      // The caller has been told by the pool and waits no longer.
      return [];
    },
    signal,
  );
}
