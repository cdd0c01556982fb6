import { beforeAll, describe, expect, it } from 'vitest';
import { BUILDING_LOADS } from '../../../src/sim/arrays/buildingLoads';
import { BLOCK_CHUNK, type BlockChunk } from '../../../src/sim/arrays/chunk';
import { answerBlock, initialBlockState, simulateBlock } from '../../../src/study/blockChunk';
import { compileRun, type CompiledRun } from '../../../src/study/compiledRun';
import { NO_ROWS, type PackedRows } from '../../../src/study/loads/packedRows';
import { PER_BUILDING, SUMMED } from '../../../src/study/loads/packedRow';
import { inputOf, measure, smallTown } from '../../engine/smallTown';

/**
 * A block's chunk has the same bits whichever rows are at hand. The cheapest wrong programs: one that drops a column of the
 * rows at hand, one that adds the rest in another order, one that forgets the state at the end.
 */
const MEASURES = [
  measure('heatPumps', 0.5),
  measure('vehiclesUnmanaged', 0.7),
  measure('rooftopPhotovoltaics', 0.6),
  measure('splitAirConditioner', 0.5),
  measure('hotWaterTanks', 0.5),
];
const BUILDINGS = 20;
const ALL = Array.from({ length: BUILDINGS }, (_, row) => row);

function runOf(stepS: 3600 | 900): CompiledRun {
  const outcome = compileRun({ ...inputOf(smallTown(BUILDINGS), { measures: MEASURES }), stepS });
  if (!outcome.ok) throw new Error('no run');
  return outcome.value;
}

/** Of packed rows, those that are kept. */
function some({ rows, ends, bytes }: PackedRows, keep: (row: number) => boolean): PackedRows {
  const places = rows.flatMap((row, i) => (keep(row) ? [i] : []));
  const parts = places.map((i) => bytes.slice(i === 0 ? 0 : ends[i - 1], ends[i]));
  const kept = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  const keptEnds = parts.map((part) => {
    kept.set(part, at);
    return (at += part.length);
  });
  return { rows: places.map((i) => rows[i]!), ends: keptEnds, bytes: kept };
}

function expectSame(chunk: BlockChunk, reference: BlockChunk): void {
  for (const [name, column] of Object.entries(reference)) {
    const own = chunk[name as keyof BlockChunk];
    expect(own.length, name).toBe(column.length);
    expect(Buffer.compare(Buffer.from(own.buffer), Buffer.from(column.buffer)), name).toBe(0);
  }
}

describe.each([3600, 900] as const)('a block of which rows are at hand, in steps of %i s', (stepS) => {
  let run: CompiledRun;
  let states: Float64Array[];
  // A week of winter and of summer, and the day at the end of the year.
  const chunks = [0, 1, 27, 52];
  beforeAll(() => {
    run = runOf(stepS);
    states = [initialBlockState(run, 0)];
    states.push(answerBlock(run, 0, 0, states[0]!, NO_ROWS, []).chunk.stateEnd);
  });

  it('has the same bits, whichever they are', () => {
    for (const chunk of chunks) {
      const state = states[Math.min(chunk, 1)]!;
      const { chunk: reference, packed } = answerBlock(run, 0, chunk, state, NO_ROWS, ALL);
      expect(packed.rows).toEqual(ALL);
      // The week that is shown comes another way.
      const shown = simulateBlock(run, 0, chunk, state);
      expect(reference.stateEnd).toEqual(shown.stateEnd);
      expect(reference.netPW).toEqual(shown.loads.netPW);
      expect(reference.netQVar).toEqual(shown.loads.netQVar);
      for (const keep of [
        () => true,
        (row: number) => row % 2 === 0,
        (row: number) => row % 7 !== 3,
        (row: number) => row === BUILDINGS - 1,
      ]) {
        const kept = some(packed, keep);
        const wanted = ALL.filter((row) => !keep(row) && row % 3 > 0);
        const before = state.slice();
        const again = answerBlock(run, 0, chunk, state, kept, wanted);
        expectSame(again.chunk, reference);
        expect(state).toEqual(before);
        expect(again.packed).toEqual(
          wanted.length === 0 ? NO_ROWS : some(packed, (row) => wanted.includes(row)),
        );
      }
      // Nothing of it is trivially zero.
      for (const name of ['netPW', 'netQVar', 'buildingImportJ', 'fuelJ', 'endUseW'] as const)
        expect(
          reference[name].some((value) => value > 0),
          name,
        ).toBe(true);
    }
  });

  it('takes less than a fifth of what doubles would take', () => {
    const { packed, chunk } = answerBlock(run, 0, 1, states[1]!, NO_ROWS, ALL);
    const steps = chunk.fuelW.length;
    const columns = 6 + SUMMED.reduce((sum, name) => sum + chunk[name].length / steps, 0);
    expect(packed.bytes.length).toBeLessThan((BUILDINGS * columns * steps * 8) / 5);
  });

  it('is not compiled for them', () => {
    const fresh = runOf(stepS);
    const { packed } = answerBlock(run, 0, 1, states[1]!, NO_ROWS, ALL);
    const taken: number[][] = [];
    const take = fresh.compiled.take.bind(fresh.compiled);
    fresh.compiled.take = (rows) => {
      taken.push([...rows]);
      return take(rows);
    };
    answerBlock(
      fresh,
      0,
      1,
      states[1]!,
      some(packed, (row) => row !== 5),
      [],
    );
    expect(taken).toEqual([[5]]);
  });
});

describe('the columns of a block', () => {
  it('are all packed: sums have their course in the loads, the rest belongs to a building', () => {
    for (const name of SUMMED) expect(Object.keys(BUILDING_LOADS)).toContain(name);
    const byPhase = ['netPW', 'netQVar', 'answeringW'];
    // By carrier it is summed up from the buildings' own.
    expect([...SUMMED, ...PER_BUILDING, ...byPhase, 'fuelJ'].sort()).toEqual(Object.keys(BLOCK_CHUNK).sort());
  });
});
