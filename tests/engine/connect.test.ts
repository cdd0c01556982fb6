import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectStanding } from '../../src/engine/contract';
import { LIMIT_PROFILES } from '../../src/model/limits';
import type { RunResult } from '../../src/study/runResult';
import { canConnect, type ConnectQuestion } from '../../src/study/canConnect';
import { createYearWorker } from '../../workers/yearWorker';
import { inProcessEngine, inProcessWorker } from './inProcess';
import { inputOf, measure, smallTown } from './smallTown';

/**
 * The question to a bus, asked of the engine. The cheapest wrong programs: an answer about the year of another scenario, a
 * worker that goes on searching for somebody who has left, and one that is taken for dead because its answer takes long.
 */
const district = smallTown(12);
const input = inputOf(district, { measures: [measure('heatPumps', 1)] });
const transformer = district.network!.transformers[0]!;
const { ratedSVa } = district.network!.transformerTypes.find(
  ({ id }) => id === transformer.transformerTypeId,
)!;
const question: ConnectQuestion = {
  busId: transformer.toBusId,
  pW: 1.5 * ratedSVa,
  direction: 'load',
  powerFactor: 0.95,
  phases: ['a', 'b', 'c'],
  limits: LIMIT_PROFILES['EN 50160'],
};

const engine = inProcessEngine(2);
let result: RunResult;
beforeAll(async () => {
  const ran = await engine.run(input);
  if (!ran.ok) throw new Error('no year');
  result = ran.value;
});
afterAll(() => engine.dispose());

describe('a question to a bus', () => {
  it('is answered as the study answers it, the verdict before the rest', async () => {
    const seen: ConnectStanding[] = [];
    const asked = await engine.connect(input, question, { onStanding: (standing) => seen.push(standing) });
    const direct = canConnect(input, result, question);
    expect(asked).toEqual(direct);
    if (!asked.ok) throw new Error('no answer');
    expect(asked.value.verdict).toBe('no');
    expect(asked.value.broken).toContainEqual(
      expect.objectContaining({ kind: 'transformerLoading', elementId: transformer.id }),
    );
    const withVerdict = seen.findIndex(({ verdict }) => verdict !== null);
    const withCapacity = seen.findIndex(({ capacity }) => capacity !== null);
    expect(withVerdict).toBeGreaterThan(50);
    expect(withCapacity).toBeGreaterThan(withVerdict);
    expect(seen[withVerdict]!.verdict!.binding).toEqual(asked.value.binding);
    expect(seen[withCapacity]!.capacity!.capacityW).toBe(asked.value.capacityW);
    for (const [row, { years, yearShare }] of seen.entries()) {
      const before = seen[row - 1];
      if (before?.years === years) expect(yearShare).toBeGreaterThanOrEqual(before.yearShare);
    }
  }, 120_000);

  it('is about the scenario that was asked about', async () => {
    const small = { ...question, pW: 0.05 * ratedSVa };
    const other = inputOf(district);
    const [here, there] = [await engine.connect(input, small), await engine.connect(other, small)];
    if (!here.ok || !there.ok) throw new Error('no answer');
    // Heat pumps at all twelve are in one of them only.
    expect(there.value.binding!.value).toBeLessThan(0.95 * here.value.binding!.value);
  }, 120_000);

  it('that cannot be answered comes back with what is wrong', async () => {
    const asked = await engine.connect(input, { ...question, busId: 'nowhere' });
    expect(asked.ok).toBe(false);
    expect(asked.issues.map(({ code }) => code)).toEqual(['connect-no-supply']);
  });

  it('leaves its worker within a step once nobody waits', async () => {
    const worker = createYearWorker();
    let steps = 0;
    let ends = 0;
    const counted = {
      ...worker,
      connectOn: () => ((steps += 1), worker.connectOn()),
      endConnect: () => ((ends += 1), worker.endConnect()),
    };
    const one = inProcessEngine(1, { spawn: () => inProcessWorker(counted) });
    one.adopt(result);
    const abort = new AbortController();
    const asked = await one.connect(input, question, {
      signal: abort.signal,
      onStanding: ({ yearShare }) => (yearShare > 0.1 ? abort.abort() : undefined),
    });
    expect(asked.issues.map(({ code }) => code)).toEqual(['run-cancelled']);
    // The only worker answers the next one.
    const next = await one.week(input, 0);
    expect(next.ok).toBe(true);
    expect([ends, steps < 12]).toEqual([1, true]);
    one.dispose();
  });

  it('may take longer than a silent worker is waited for', async () => {
    const issues: string[] = [];
    const worker = createYearWorker();
    const slow = inProcessWorker(worker);
    const { remote } = slow;
    const delayed = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return remote.connectOn();
    };
    const one = inProcessEngine(1, {
      spawn: () => ({ ...slow, remote: { ...remote, connectOn: delayed } as typeof remote }),
      jobTimeoutMs: 3000,
      onIssue: ({ code }) => issues.push(code),
    });
    one.adopt(result);
    const asked = await one.connect(input, { ...question, pW: 0.05 * ratedSVa });
    // 53 weeks a year at a tenth of a second.
    expect([asked.ok, issues]).toEqual([true, []]);
    one.dispose();
  }, 120_000);
});
