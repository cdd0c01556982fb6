import { expect, it } from 'vitest';
import { workerReader, type DistrictWorkerHandle } from '../../src/engine/districtWorker';
import { fail } from '../../src/model/outcome';

/** The cheapest wrong programs: a reading that is cancelled goes on for ever, and a worker that dies keeps everybody waiting. */
const FILES = [{ name: 'a.geojson', text: '{}' }];

function spawning(read: DistrictWorkerHandle['read']) {
  const seen = { ended: 0, die: (_reason: string): void => undefined };
  const reader = workerReader(() => ({
    read,
    onDeath: (callback) => {
      seen.die = callback;
    },
    terminate: () => {
      seen.ended += 1;
    },
  }));
  return { seen, reader };
}
const never = () => new Promise<never>(() => undefined);

it('gives what was read, and lets the worker go', async () => {
  const refusal = fail<never>([]);
  const { seen, reader } = spawning((files, wishes) => {
    expect([files, wishes]).toEqual([FILES, { climate: 'nordic' }]);
    return Promise.resolve(refusal);
  });
  expect(await reader(FILES, { climate: 'nordic' }, new AbortController().signal)).toBe(refusal);
  expect(seen.ended).toBe(1);
});

it('ends at once when it is cancelled', async () => {
  const { seen, reader } = spawning(never);
  const asked = new AbortController();
  const reading = reader(FILES, {}, asked.signal);
  asked.abort();
  expect((await reading).ok).toBe(false);
  expect(seen.ended).toBe(1);
});

it('tells of a worker that dies or does not start', async () => {
  const { seen, reader } = spawning(never);
  const reading = reader(FILES, {}, new AbortController().signal);
  seen.die('out of memory');
  expect((await reading).issues).toMatchObject([{ code: 'import-worker' }]);
  expect((await reading).issues[0]!.message).toContain('out of memory');
  const failing = spawning(() => Promise.reject(new Error('no script')));
  const found = await failing.reader(FILES, {}, new AbortController().signal);
  expect(found.issues[0]!.message).toContain('no script');
  expect(failing.seen.ended).toBe(1);
});
