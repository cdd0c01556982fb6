import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/contract';
import type { PooledEngine } from '../../src/engine/engine';
import type { District } from '../../src/model/district';
import { END_USES, NET_SIGNS, type RunInput } from '../../src/model/run';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';
import { BUSY } from './busyTown';

let engine: PooledEngine;
let input: RunInput;
let result: RunResult;
let reversedLineId: string;

/** The small town with one LV main drawn against the flow: ends and path swapped, nothing else. */
function withReversedLine(district: District): { district: District; lineId: string } {
  const network = district.network!;
  const lineId = network.lines.find(({ role }) => role === 'lvMain')!.id;
  const lines = network.lines.map((line) =>
    line.id === lineId
      ? { ...line, fromBusId: line.toBusId, toBusId: line.fromBusId, path: [...line.path].reverse() }
      : line,
  );
  return { district: { ...district, network: { ...network, lines } }, lineId };
}

beforeAll(async () => {
  const town = withReversedLine(smallTown());
  reversedLineId = town.lineId;
  input = inputOf(town.district, { measures: BUSY });
  engine = inProcessEngine(2);
  const ran = await engine.run(input);
  if (!ran.ok) throw new Error(ran.issues.map((issue) => issue.message).join('; '));
  result = ran.value;
}, 120_000);

afterAll(() => engine.dispose());

describe('the buildings behind a branch', () => {
  const cases = (): [string, string][] => {
    const { lines, transformers } = input.district.network!;
    return [
      ['a transformer', transformers[0]!.id],
      ['an LV main drawn against the flow', reversedLineId],
      ['another LV main', lines.filter(({ role }) => role === 'lvMain').at(-1)!.id],
      ['a service cable', lines.find(({ role }) => role === 'service')!.id],
      [
        'an MV line that carries load',
        lines
          .filter(({ role }) => role === 'mv')
          .map(({ id }) => id)
          .find((id) => Math.abs(result.table.branchEnergyFromJ[result.rows.branchIds.indexOf(id)]!) > 1e9)!,
      ],
    ];
  };

  it('sum with storages and losses to its load, in the worst hour, at noon in June and in a night', async () => {
    for (const [name, id] of cases()) {
      const row = result.rows.branchIds.indexOf(id);
      expect(row, name).toBeGreaterThanOrEqual(0);
      for (const step of [result.table.branchLoadingMaxStep[row]!, 4092, 20]) {
        const outcome = await engine.attribution(input, id, step);
        if (!outcome.ok) throw new Error(`no attribution: ${name}`);
        const { branchPW, contributors, storageW, lossW } = outcome.value;
        const parts = contributors.reduce((sum, { netW }) => sum + netW, storageW + lossW);
        const scale = contributors.reduce(
          (sum, { netW }) => sum + Math.abs(netW),
          Math.abs(storageW) + lossW,
        );
        expect(contributors.length, name).toBeGreaterThan(0);
        // The flow is solved to 1e-9 of its voltages; the parts must close as well as it does.
        expect(Math.abs(parts - branchPW) / Math.max(scale, 1000), `${name}, step ${step}`).toBeLessThan(
          1e-6,
        );
        expect(contributors.map(({ netW }) => netW)).toEqual(
          contributors.map(({ netW }) => netW).sort((a, b) => b - a),
        );
        for (const { netW, endUseW } of contributors) {
          const uses = END_USES.reduce((sum, use, i) => sum + NET_SIGNS[i]! * endUseW[use], 0);
          expect(uses).toBe(netW);
        }
      }
    }
  });

  it('are those whose cables lead there: each building once per level', async () => {
    const { transformers } = input.district.network!;
    const behind: string[] = [];
    for (const { id } of transformers) {
      const outcome = await engine.attribution(input, id, 12);
      if (outcome.ok) behind.push(...outcome.value.contributors.map(({ buildingId }) => buildingId));
    }
    expect(behind.sort()).toEqual([...result.rows.buildingIds].sort());
  });

  it('of a branch or a building that does not exist are refused by name', async () => {
    const outcome = await engine.attribution(input, 'no-such-cable', 12);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]).toMatchObject({ code: 'element-unknown', where: 'no-such-cable' });
    const year = await engine.buildingYear(input, 'no-such-house');
    expect(year.ok ? undefined : year.issues[0]!.where).toBe('no-such-house');
  });
});
