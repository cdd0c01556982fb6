import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import type { LineType, Network } from '../../../src/model/network';
import type { Measure, MeasureType } from '../../../src/model/scenario';
import { differences, measureOf } from '../districts';
import { districtOf, HOMES, RING } from './ring';
import { solved } from './solved';

const district = districtOf(RING, HOMES);
const at =
  (type: MeasureType, parameters: Measure['parameters'] = {}) =>
  (from: District, ids?: readonly string[]): District =>
    MEASURES[type].apply(
      from,
      measureOf(type, 1, parameters),
      1,
      ids === undefined ? undefined : (id) => ids.includes(id),
    );
const lineOf = ({ network }: District, id: string) => network!.lines.find((line) => line.id === id)!;
const typeOf = (of: District, id: string) =>
  of.network!.lineTypes.find((type) => type.id === lineOf(of, id).lineTypeId)!;
const refusals = (type: MeasureType, from: District, parameters: Measure['parameters'] = {}) =>
  Object.fromEntries(MEASURES[type].refusals!(from, parameters));

describe('a parallel cable', () => {
  it('adds identical cables to the selected lines, and nothing else', () => {
    const after = at('parallelCable', { count: 2 })(district, ['A1', 'R2']);
    expect(lineOf(after, 'A1').parallel).toBe(3);
    expect(lineOf(after, 'R2').parallel).toBe(3);
    expect(differences(district, after).sort()).toEqual(
      ['1', '4'].flatMap((row) => [`network.lines.${row}.asBuilt`, `network.lines.${row}.parallel`]),
    );
  });

  it('counts from what was built: of two works the larger counts', () => {
    const two = at('parallelCable', { count: 2 });
    const one = at('parallelCable', { count: 1 });
    const larger = two(district);
    expect(differences(two(one(district)), larger)).toEqual([]);
    expect(one(larger)).toBe(larger);
    expect(two(larger)).toBe(larger);
  });

  it('halves the drop of the line in the power flow', () => {
    const dropOf = (of: District) => {
      const { vMinPu } = solved(of, 8000);
      return vMinPu('LV-C') - vMinPu('c1');
    };
    expect(dropOf(district) / dropOf(at('parallelCable')(district, ['C1']))).toBeCloseTo(2, 1);
  });
});

describe('a thicker cable', () => {
  it('is the next one of the catalogue, several sizes up, or the thickest', () => {
    // NAYY 4x150 with 270 A, then 4x240 with 357 A.
    const after = at('cableReplacement')(district, ['A1']);
    expect(typeOf(after, 'A1')).toMatchObject({ id: 'NAYY 4x240', ratedCurrentA: 357 });
    expect(lineOf(after, 'A1')).toMatchObject({ parallel: 1, lengthM: 100 });
    expect(differences(district, after).sort()).toEqual([
      'network.lines.4.asBuilt',
      'network.lines.4.lineTypeId',
    ]);
    const six = at('cableReplacement', { steps: 6 })(district, ['A1']);
    expect(typeOf(six, 'A1').id).toBe('NAYY 4x240');
    expect(at('cableReplacement', { steps: 6 })(after, ['A1'])).toBe(after);
  });

  it('comes out the same wherever it is done first, though the types in use change', () => {
    const thin: LineType = { ...RING.lineTypes[1]!, id: 'thin', ratedCurrentA: 180, r1OhmPerKm: 0.43 };
    const middle: LineType = { ...thin, id: 'middle', ratedCurrentA: 195, r1OhmPerKm: 0.4 };
    const lines = RING.lines.map((line) => ({
      ...line,
      lineTypeId: { A1: 'thin', A2: 'middle' }[line.id] ?? line.lineTypeId,
    }));
    const mixed = districtOf({ ...RING, lineTypes: [...RING.lineTypes, thin, middle], lines }, HOMES);
    const step = at('cableReplacement');
    const steps = at('cableReplacement', { steps: 6 });
    const [a, b] = [step(steps(mixed, ['A2']), ['A1']), steps(step(mixed, ['A1']), ['A2'])];
    expect(differences(a, b)).toEqual([]);
    // The 195 A that lie elsewhere, or lay there, come before the catalogue's 211 A.
    expect(typeOf(a, 'A1').id).toBe('middle');
  });

  it('is refused where there is none', () => {
    expect(refusals('cableReplacement', district)).toEqual(
      Object.fromEntries(
        ['R1', 'R2', 'R3', 'R4'].map((id) => [
          id,
          'There is no thicker type in the catalogue; lay a parallel one.',
        ]),
      ),
    );
  });
});

describe('overhead lines into the ground', () => {
  const overhead: LineType = {
    ...RING.lineTypes[1]!,
    id: 'overhead',
    ratedCurrentA: 180,
    r1OhmPerKm: 0.44,
    underground: false,
  };
  const network: Network = {
    ...RING,
    lineTypes: [...RING.lineTypes, overhead],
    lines: RING.lines.map((line) => (line.id === 'A4' ? { ...line, lineTypeId: 'overhead' } : line)),
  };
  const mixed = districtOf(network, HOMES);

  it('are replaced by the smallest cable that carries as much; cables are left', () => {
    expect(MEASURES.undergrounding.eligible(mixed)).toEqual(['A4']);
    const after = at('undergrounding')(mixed);
    // 142, 176, 211, 270, 357 A.
    expect(typeOf(after, 'A4')).toMatchObject({ id: 'NAYY 4x95', ratedCurrentA: 211 });
    expect(after.network!.lines.filter((line, row) => line !== network.lines[row]).length).toBe(1);
    expect(at('undergrounding')(after)).toBe(after);
    // A parallel cable goes beside cables only.
    expect(refusals('parallelCable', mixed)).toHaveProperty('A4');
    expect(refusals('parallelCable', after)).not.toHaveProperty('A4');
  });

  it('are told apart from cables with a reason where there are none', () => {
    expect(MEASURES.undergrounding.eligible(district)).toEqual([]);
    expect(at('undergrounding')(district)).toBe(district);
    expect(new Set(Object.values(refusals('undergrounding', district)))).toEqual(
      new Set(['It lies in the ground already.']),
    );
  });

  it('and thickened afterwards are thickened once', () => {
    const step = at('cableReplacement', { steps: 2 });
    const once = step(at('undergrounding')(mixed), ['A4']);
    // Two sizes above the 180 A that were built.
    expect(typeOf(once, 'A4').ratedCurrentA).toBe(270);
    expect(step(once, ['A4'])).toBe(once);
  });
});
