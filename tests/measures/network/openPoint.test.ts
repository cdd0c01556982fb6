import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import type { Network } from '../../../src/model/network';
import { feedTreeOf } from '../../../src/measures/network/feedTree';
import { differences, measureOf } from '../districts';
import { districtOf, HOMES, line, RING, TYPES, type Home } from './ring';
import { solved } from './solved';

/**
 * The ring S-A-B-C-S with 5, 1 and 14 homes. Loaded most, when open at R1 to R4: 20, 15, 14, 20. The cheapest wrong
 * programs: one that closes and forgets to open, one that balances the number of stations, one that never stops.
 */
const shift = (from: District, ids?: readonly string[]) =>
  MEASURES.openPointShift.apply(
    from,
    measureOf('openPointShift', 1),
    1,
    ids === undefined ? undefined : (id) => ids.includes(id),
  );
const openOf = ({ network }: District) =>
  network!.switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId);
const openAt = (lineId: string): Network => ({
  ...RING,
  switches: RING.switches.map((one) => ({
    ...one,
    closed: one.lineId !== lineId,
    normallyOpen: one.lineId === lineId,
  })),
});
const refusals = (from: District) => Object.fromEntries(MEASURES.openPointShift.refusals!(from));

describe('the open point of a ring', () => {
  it.each(['R1', 'R2', 'R4'])('stands where the most loaded line carries least, coming from %s', (from) => {
    const district = districtOf(openAt(from), HOMES);
    const after = shift(district);
    expect(openOf(after)).toEqual(['R3']);
    expect(after.network!.switches.every(({ closed, normallyOpen }) => closed !== normallyOpen)).toBe(true);
    expect(differences(district, after).every((path) => path.startsWith('network.switches.'))).toBe(true);
    expect(shift(after)).toBe(after);
    // One station of the ring asks for all of it.
    expect(differences(shift(district, ['T-B']), after)).toEqual([]);
  });

  it('is left where it is best, with the reason', () => {
    const best = districtOf(openAt('R3'), HOMES);
    expect(shift(best)).toBe(best);
    expect(refusals(best)['T-A']).toBe('Its ring is open where the load is spread best already.');
  });

  it('lowers the highest line loading in the power flow', () => {
    const heads = (of: District) => {
      const { pFromW } = solved(of, 8000);
      return Math.max(Math.abs(pFromW('R1')), Math.abs(pFromW('R4')));
    };
    const district = districtOf(RING, HOMES);
    expect(heads(shift(district)) / heads(district)).toBeCloseTo(14 / 20, 1);
  });

  it('cannot move without a second switch, without a ring or in a closed loop', () => {
    const alone = districtOf({ ...RING, switches: RING.switches.slice(0, 1) }, HOMES);
    expect(refusals(alone)['T-B']).toBe('No other line of its ring can be opened.');
    const radial = {
      ...RING,
      lines: RING.lines.filter(({ id }) => id !== 'R1'),
      switches: RING.switches.slice(1),
    };
    expect(refusals(districtOf(radial, HOMES))['T-B']).toContain('No open line joins');
    const closed = { ...RING, switches: RING.switches.map((one) => ({ ...one, closed: true })) };
    expect(refusals(districtOf(closed, HOMES))['T-B']).toContain('closed loops');
  });

  it.each([
    ['a4', 'b1'],
    ['b1', 'a4'],
  ])('between two feeders, from %s to %s, never leaves a transformer fed from its LV side', (from, to) => {
    // A tie between the ends of two stations' feeders: opening R2 or R3 would feed a station backwards.
    const network: Network = {
      ...openAt('R1'),
      lines: [...RING.lines, line('tie', from, to, { lengthM: 30 })],
      switches: [
        ...openAt('R1').switches,
        ...['A2', 'A4', 'B1', 'tie'].map((id) => ({
          id: `SW-${id}`,
          lineId: id,
          closed: id !== 'tie',
          normallyOpen: id === 'tie',
        })),
      ],
    };
    const district = districtOf(network, HOMES);
    const after = shift(district);
    expect(() => solved(after, 1000)).not.toThrow();
    // B has 160 kVA for one home, A 400 for five: 2 and 4 homes load them most evenly, the cables too.
    expect(openOf(after)).toContain('A4');
    expect(shift(after)).toBe(after);
    // With strong cables, 2,500 kVA at B and 160 at A all of A would hang best on B, R1 open:
    // A's transformer would then be fed from its LV side.
    const uneven: Network = {
      ...network,
      lines: network.lines.map((one) => ({ ...one, parallel: 10 })),
      // The ring is open at R2, and only R1 could be opened instead.
      switches: network.switches
        .filter(({ lineId }) => lineId !== 'R3' && lineId !== 'R4')
        .map((one) => (/^R/.test(one.lineId) ? { ...one, closed: one.lineId === 'R1' } : one)),
      transformerTypes: [...RING.transformerTypes, TYPES.kva2500],
      transformers: RING.transformers.map((one) => ({
        ...one,
        transformerTypeId: (one.id === 'T-B' ? TYPES.kva2500 : TYPES.kva160).id,
      })),
    };
    const leaning = shift(districtOf(uneven, HOMES));
    expect(() => solved(leaning, 1000)).not.toThrow();
    expect(openOf(leaning)).toContain('A2');
  });

  it('of any ring with any homes stays radial, feeds everybody and cannot be bettered by one more switching', () => {
    const busIds = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1'];
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }),
        fc.constantFrom('R1', 'R2', 'R3', 'R4'),
        (households, from) => {
          const homes = busIds.map((busId, i): Home => ({ busId, households: households[i]! }));
          const after = shift(districtOf(openAt(from), homes));
          const tree = feedTreeOf(after.network!, after.buildings);
          expect(tree.isRadial).toBe(true);
          expect(tree.order.length).toBe(RING.buses.length);
          expect(openOf(after).length).toBe(1);
          const [a, b, c] = [
            households.slice(0, 5).reduce((sum, n) => sum + n),
            households[5]!,
            households[6]!,
          ];
          // Heads carry most: whichever is open, R1 and R4 share the whole.
          const most = { R1: a + b + c, R2: Math.max(a, b + c), R3: Math.max(a + b, c), R4: a + b + c };
          expect(most[openOf(after)[0] as 'R1']).toBe(Math.min(...Object.values(most)));
          expect(shift(after)).toBe(after);
        },
      ),
      { numRuns: 60 },
    );
  });
});
