import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../src/model/circuit';
import { solveWithAdded, withAddedPower } from '../../../src/study/network/addedPower';
import { EN_50160_LIMITS } from '../../../src/study/network/limits';
import { answerPointQuestion } from '../../../src/study/network/pointQuestion';
import { powerFlowSolver } from '../../../src/study/network/powerFlow';
import { BASE_V, circuit, line, load, source } from './circuits';
import { service } from './splitPhase';

/** Bus d behind a lateral of these phases, with a delta load or without. */
const lateral = (
  nodes: number[],
  loads = [load('pump', 'd', 2000, { nodes: [2, 3], connection: 'delta' })],
) => circuit({ sources: [source('s')], lines: [line('sd', 's', 'd', { nodes })], loads });

const power = (phase: number, direction: 'load' | 'generation' = 'load') =>
  ({ busId: 'd', phases: [phase], direction, pW: 1000, qVar: 0 }) as const;
const supply = (fed: number[]) => ({ baseVoltageV: () => BASE_V, fedPhases: () => fed });
const codes = (outcome: { issues: readonly { code: string }[] }) => outcome.issues.map(({ code }) => code);

const nodesOf = (parts: Circuit, phase: number, fed: number[]): readonly number[] => {
  const outcome = withAddedPower(parts, [power(phase)], supply(fed));
  if (!outcome.ok) throw new Error(codes(outcome).join());
  return outcome.value.loads.at(-1)!.terminal.nodes;
};
const ask = (parts: Circuit, busId: string, pW: number, phases: readonly number[]) =>
  answerPointQuestion(
    parts,
    {
      busId,
      direction: 'load',
      pW,
      powerFactor: 1,
      phases,
      limits: EN_50160_LIMITS,
      resolutionW: pW / 100,
      leastShare: 0.1,
    },
    powerFlowSolver(),
  );

describe('one phase at a bus in delta', () => {
  it('lies against the next phase that has supply, not against one that the bus lacks', () => {
    const parts = lateral([2, 3]);
    expect([1, 2, 3].map((phase) => nodesOf(parts, phase, [1, 2, 3]))).toEqual([
      [1, 2],
      [2, 3],
      [3, 1],
    ]);
    expect([2, 3].map((phase) => nodesOf(parts, phase, [2, 3]))).toEqual([
      [2, 3],
      [3, 2],
    ]);
    expect(nodesOf(parts, 1, [1, 3])).toEqual([1, 3]);
  });

  it('draws its power: far too much is refused on either phase', () => {
    for (const phase of [2, 3]) {
      const answer = ask(lateral([2, 3]), 'd', 30e6, [phase]);
      expect(answer.ok && answer.value.verdict).toBe('no');
      const little = ask(lateral([2, 3]), 'd', 1000, [phase]);
      expect(little.ok && little.value.verdict).toBe('yes');
    }
  });

  it('is refused by name where there is no second one', () => {
    // The pump stands on a phase that never arrives.
    const parts = lateral([3]);
    expect(codes(withAddedPower(parts, [power(3)], supply([3])))).toEqual(['added-no-partner']);
    const answer = ask(parts, 'd', 30e6, [3]);
    expect([answer.ok, codes(answer)]).toEqual([false, ['added-no-partner']]);
  });
});

it.each(['load', 'generation'] as const)('an added %s that would carry nothing is an error', (direction) => {
  const parts = lateral([2, 3]);
  const wrongly = solveWithAdded(parts, [power(3, direction)], supply([1, 2, 3]), powerFlowSolver());
  expect([wrongly.ok, codes(wrongly)]).toEqual([false, ['added-draws-nothing']]);
  expect(solveWithAdded(parts, [power(3, direction)], supply([2, 3]), powerFlowSolver()).ok).toBe(true);
});

it('a load that was dark before is no error of the addition', () => {
  const parts = lateral([2, 3], [load('dark', 'd', 500, { nodes: [1, 0] })]);
  expect(solveWithAdded(parts, [power(3)], supply([2, 3]), powerFlowSolver()).ok).toBe(true);
});

describe('the star point of an addition', () => {
  it('is that of a load if it has one: earth or a neutral, never a phase', () => {
    const star = (nodes: number[], more: number[][] = []) =>
      nodesOf(
        lateral(
          [1, 2, 3],
          [nodes, ...more].map((each, k) => load(`l${k}`, 'd', 500, { nodes: each })),
        ),
        1,
        [1, 2, 3],
      );
    expect(star([1, 0])).toEqual([1, 0]);
    expect(star([1, 5])).toEqual([1, 5]);
    expect(star([1, 2])).toEqual([1, 0]);
    expect(star([1, 2], [[2, 4]])).toEqual([1, 4]);
  });

  it('lets no 4 MW pass behind 25 kVA because a load of 240 V stands there', () => {
    for (const phases of [[1], [2], [1, 2]]) {
      const much = ask(service(), 'h', 4e6, phases);
      expect(much.ok && much.value.verdict).toBe('no');
    }
    const some = ask(service(), 'h', 6000, [1, 2]);
    expect(some.ok && some.value.verdict).toBe('yes');
  });
});
