import { describe, expect, it } from 'vitest';
import { readDistrictFile, writeDistrict } from '../../../src/io';
import { MEASURES, networkQuantities } from '../../../src/measures';
import type { District } from '../../../src/model/district';
import type { Measure } from '../../../src/model/scenario';
import { differences, measureOf } from '../districts';
import { districtOf, HOMES, RING } from './ring';
import { solved } from './solved';

/**
 * The ring's feeders: A1 to A4 (100, 100, 150 against the flow, 100 m) with a home at each joint, A5, B1, C1. The cheapest wrong programs:
 * a regulator at every line, at the worst joint or at the head; one that forgets the off-load tap; a price for what stood already.
 */
const district = districtOf(RING, HOMES);
const at = (
  type: 'onLoadTapChanger' | 'lineRegulator' | 'transformerTap' | 'conservationVoltageReduction',
  parameters: Measure['parameters'] = {},
  from: District = district,
  ids?: readonly string[],
) => MEASURES[type].apply(from, measureOf(type, 1, parameters), 1, ids && ((id) => ids.includes(id)));

describe('an on-load tap changer', () => {
  const figures = { stepPercent: 2.5, minTap: -4, maxTap: 4, setPointPu: 1.02, bandPu: 0.04 };

  it('is put into the transformer with its figures, and changes nothing else', () => {
    const after = at('onLoadTapChanger', {}, district, ['T-A']);
    expect(after.network!.transformers[0]!.onLoadTapChanger).toEqual(figures);
    expect(differences(district, after)).toEqual(['network.transformers.0.onLoadTapChanger']);
    expect(at('onLoadTapChanger', {}, after, ['T-A'])).toBe(after);
  });

  it('is one exchange where it is new and a visit where its figures change', () => {
    const after = at('onLoadTapChanger', {}, district, ['T-A']);
    const moved = at('onLoadTapChanger', { setPointPercent: 100 }, after, ['T-A', 'T-B']);
    expect(networkQuantities(RING, after.network!)).toEqual([
      { elementId: 'T-A', item: 'onLoadTapChanger', amount: 1 },
    ]);
    expect(networkQuantities(after.network!, moved.network!)).toEqual([
      { elementId: 'T-A', item: 'fieldVisit', amount: 1 },
      { elementId: 'T-B', item: 'onLoadTapChanger', amount: 1 },
    ]);
  });

  it('and the off-load tap stand in either order: that tap is its middle', () => {
    const tap = { tapPercent: 2.5 };
    const one = at('onLoadTapChanger', {}, at('transformerTap', tap));
    const other = at('transformerTap', tap, at('onLoadTapChanger'));
    expect(differences(one, other)).toEqual([]);
    expect(one.network!.transformers[0]).toMatchObject({ tapPercent: 2.5, onLoadTapChanger: figures });
    // Whatever the off-load tap, it holds its own set-point.
    for (const from of [one, at('onLoadTapChanger')])
      expect(Math.abs(solved(from, 500).vMinPu('LV-A') - 1.02)).toBeLessThanOrEqual(0.02 + 1e-6);
    expect(solved(at('transformerTap', tap), 500).vMinPu('LV-A')).toBeLessThan(0.98);
  });

  it('holds its voltage under a lower set-point of the primary substation, and both say so', () => {
    const lowered = { reductionPercent: 5 };
    const alone = at('conservationVoltageReduction', lowered);
    const both = at('conservationVoltageReduction', lowered, at('onLoadTapChanger'));
    expect(solved(alone, 500).vMinPu('LV-A')).toBeLessThan(0.955);
    expect(solved(both, 500).vMinPu('LV-A')).toBeGreaterThanOrEqual(1);
    expect(solved(both, 500).vMinPu('MV-A')).toBeLessThan(0.955);
    const { caveat } = MEASURES.conservationVoltageReduction;
    expect(caveat!(district)).toBeNull();
    expect(caveat!(at('onLoadTapChanger'))).toContain('the 3 stations');
    expect(MEASURES.onLoadTapChanger.caveat!(district)).toBeNull();
    expect(MEASURES.onLoadTapChanger.caveat!(alone)).toContain('nothing is saved');
  });

  it('is refused with figures that cannot regulate, and comes out as it went into a file', () => {
    const refused = MEASURES.onLoadTapChanger.refusals!(district, { bandPercent: 2.9 });
    expect([...refused.values()]).toEqual(new Array(3).fill(expect.stringContaining('narrower')));
    const after = at('lineRegulator', {}, at('onLoadTapChanger'));
    const read = readDistrictFile(writeDistrict(after), 'file');
    if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('; '));
    expect(differences(read.value.network, after.network)).toEqual([]);
    const [first, ...others] = after.network!.transformers;
    const faulty = { ...first!, onLoadTapChanger: { ...figures, bandPu: 0.01 } };
    const text = writeDistrict({
      ...after,
      network: { ...after.network!, transformers: [faulty, ...others] },
    });
    const wrong = readDistrictFile(text, 'file');
    expect(wrong.ok).toBe(false);
    expect(wrong.issues[0]).toMatchObject({
      code: 'regulator-figures',
      where: 'transformer "T-A"',
      field: 'onLoadTapChanger',
    });
  });

  it('is told what is wrong with its figures, and not what is right', () => {
    const after = at('onLoadTapChanger');
    const [first, ...others] = after.network!.transformers;
    const remedyOf = (change: Partial<typeof figures>, tapPercent = 0): string => {
      const faulty = { ...first!, tapPercent, onLoadTapChanger: { ...figures, ...change } };
      const network = { ...after.network!, transformers: [faulty, ...others] };
      const read = readDistrictFile(writeDistrict({ ...after, network }), 'file');
      return read.issues.map(({ remedy }) => remedy).join('; ');
    };
    expect(remedyOf({ maxTap: 9 })).toContain('a reach of at most 20 %');
    expect(remedyOf({ minTap: 0, maxTap: 0 })).toContain('a lowest position of at most 0');
    expect(remedyOf({ bandPu: 0.01 })).toMatch(/^Give a band of at least 3 %/);
    // By its own off-load tap: 0.983 x 2.5 % / (0.8 - 0.1) = 3.51 %.
    expect(remedyOf({ setPointPu: 1, bandPu: 0.034 }, -5)).toBe('');
    expect(remedyOf({ setPointPu: 1, bandPu: 0.034 }, -20)).toMatch(/^Give a band of at least 3\.5\d? %/);
  });

  it('is refused by its measure where a step would jump over the band', () => {
    const { onLoadTapChanger } = MEASURES;
    const eight = { stepPercent: 2.5, positions: 8, setPointPercent: 100 };
    const refused = onLoadTapChanger.refusals!(district, { ...eight, bandPercent: 3 });
    expect([...refused.values()][0]).toContain('jump over it');
    expect(onLoadTapChanger.refusals!(district, { ...eight, bandPercent: 3.5 }).size).toBe(0);
  });
});

describe('a line regulator', () => {
  const standing = ({ network }: District) =>
    network!.lines.filter(({ voltageRegulator }) => voltageRegulator !== undefined).map(({ id }) => id);

  it('stands where half of the drop of its feeder is passed', () => {
    // r l P of A1 to A4 with 4, 3, 2 and 1 homes behind: 100 x 4, 100 x 3, 150 x 2, 100 x 1, in all 1,100. A1 ends at 400, A2 at 700.
    expect(standing(at('lineRegulator'))).toEqual(['A2', 'A5', 'B1', 'C1']);
    expect(MEASURES.lineRegulator.eligible(district)).toEqual(['A2', 'A5', 'B1', 'C1']);
    // A cable laid beside it does not move the place.
    const beside = MEASURES.parallelCable.apply(
      district,
      measureOf('parallelCable', 1),
      1,
      (id) => id === 'A2',
    );
    expect(standing(at('lineRegulator', {}, beside))).toEqual(['A2', 'A5', 'B1', 'C1']);
  });

  it('stands at the lines that are named where it is to stand anywhere', () => {
    expect(standing(at('lineRegulator', { place: 0 }, district, ['A3', 'R2']))).toEqual(['A3']);
    const refused = Object.fromEntries(MEASURES.lineRegulator.refusals!(district, { place: 0 }));
    expect(Object.keys(refused)).toEqual(['R1', 'R2', 'R3', 'R4']);
    expect(refused['R2']).toContain('no low-voltage line');
    expect(MEASURES.lineRegulator.refusals!(district).get('A3')).toContain('half');
  });

  it('writes its figures, counts as one piece, and lifts what lies behind it alone', () => {
    const after = at('lineRegulator', { setPointPercent: 103 }, district, ['A2']);
    const figures = { stepPercent: 1.25, minTap: -8, maxTap: 8, setPointPu: 1.03, bandPu: 0.02 };
    expect(after.network!.lines.find(({ id }) => id === 'A2')!.voltageRegulator).toEqual(figures);
    expect(differences(district, after)).toEqual(['network.lines.5.voltageRegulator']);
    expect(networkQuantities(RING, after.network!)).toEqual([
      { elementId: 'A2', item: 'lineRegulator', amount: 1 },
    ]);
    const [without, withIt] = [solved(district, 3000), solved(after, 3000)];
    expect(withIt.vMinPu('a1')).toBeCloseTo(without.vMinPu('a1'), 3);
    expect(withIt.vMinPu('a2')).toBeGreaterThan(without.vMinPu('a2') + 0.02);
    expect(withIt.vMinPu('a4')).toBeGreaterThan(without.vMinPu('a4') + 0.02);
  });
});

describe('what a regulator stands beside', () => {
  it('a second station is built without one, and a larger transformer keeps it', () => {
    const regulated = at('onLoadTapChanger');
    const second = MEASURES.newSubstation.apply(
      regulated,
      measureOf('newSubstation', 1),
      1,
      (id) => id === 'T-A',
    );
    const [kept, added] = ['T-A', 'T-A+2'].map((id) =>
      second.network!.transformers.find((one) => one.id === id),
    );
    expect(kept!.onLoadTapChanger).toBeDefined();
    expect(added).toBeDefined();
    expect(added!.onLoadTapChanger).toBeUndefined();
    const larger = MEASURES.transformerReplacement.apply(
      regulated,
      measureOf('transformerReplacement', 1),
      1,
    );
    expect(larger.network!.transformers.map((one) => one.onLoadTapChanger)).toEqual(
      regulated.network!.transformers.map((one) => one.onLoadTapChanger),
    );
  });
});
