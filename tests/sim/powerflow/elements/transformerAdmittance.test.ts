import { complex } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { transformerAdmittance } from '../../../../src/sim/powerflow/elements/transformerAdmittance';
import { Augmented, EARTH } from '../circuit/augmented';
import {
  coil,
  dynLimbs,
  expectAdmittance,
  HIGH,
  LEAKAGE,
  limbs,
  LOW,
  LOW_STAR,
  LOW_STARS,
  RATED_VA,
  unit,
  winding,
  type HandCoil,
} from './transformerUnits';

describe('transformerAdmittance against ideal coils with impedances', () => {
  it('is Dyn1 with the delta lagging', () => {
    expectAdmittance(
      unit([winding(HIGH, 'delta'), winding(LOW, 'wye')]),
      limbs(dynLimbs('Dyn1'), LEAKAGE),
      'A B C a b c n',
    );
  });

  it('is Dyn11 with the delta leading, tapped at the high side', () => {
    expectAdmittance(
      unit([winding(HIGH, 'delta', { tapPu: 1.05 }), winding(LOW, 'wye')], { deltaRotation: 'lead' }),
      limbs(dynLimbs('Dyn11', 1.05), LEAKAGE),
      'A B C a b c n',
    );
  });

  it('is Dyn5 as Dyn11 with the star reversed', () => {
    expectAdmittance(
      unit([winding(HIGH, 'delta'), winding(LOW, 'wye', { reversed: true })], { deltaRotation: 'lead' }),
      limbs(dynLimbs('Dyn5'), LEAKAGE),
      'A B C a b c n',
    );
  });

  it.each([
    ['Yd1', 'lag', ['a-b', 'b-c', 'c-a']],
    ['Yd11', 'lead', ['a-c', 'b-a', 'c-b']],
  ] as const)('is %s with the delta: %s', (_, deltaRotation, low) => {
    const pairs = ['A-N', 'B-N', 'C-N'].map(
      (ends, f) => [coil(ends, HIGH / Math.sqrt(3)), coil(low[f]!, LOW)] as const,
    );
    expectAdmittance(
      unit([winding(HIGH, 'wye'), winding(LOW, 'delta')], { deltaRotation }),
      limbs(pairs, LEAKAGE),
      'A B C N a b c',
    );
  });

  it('keeps the sense of the groups in a step-up transformer: the low delta first', () => {
    // The low side lags by 30 degrees whichever winding is named first: high phase a is parallel to low A-B, ahead of A.
    const pairs = ['A-B', 'B-C', 'C-A'].map(
      (ends, f) => [coil(ends, LOW), coil(LOW_STARS[f]!, HIGH / Math.sqrt(3))] as const,
    );
    expectAdmittance(
      unit([winding(LOW, 'delta'), winding(HIGH, 'wye')]),
      limbs(pairs, LEAKAGE),
      'A B C a b c n',
    );
  });

  it('is Yyn0, and Yyn6 with the star reversed, with its own neutral impedances', () => {
    for (const reversed of [false, true]) {
      const pairs = ['A', 'B', 'C'].map((high, f) => {
        const low = ['a', 'b', 'c'][f]!;
        return [coil(`${high}-N`, HIGH / Math.sqrt(3)), coil(reversed ? `n-${low}` : `${low}-n`, LOW_STAR)];
      }) as [HandCoil, HandCoil][];
      const system = limbs(pairs, LEAKAGE);
      system.impedance(['N'], [EARTH], [[complex(12, 5)]]);
      expectAdmittance(
        unit([winding(HIGH, 'wye', { neutralROhm: 12, neutralXOhm: 5 }), winding(LOW, 'wye', { reversed })]),
        system,
        'A B C N a b c n',
      );
    }
  });

  it('is Dd0', () => {
    const pairs = ['A-B', 'B-C', 'C-A'].map(
      (ends) => [coil(ends, HIGH), coil(ends.toLowerCase(), LOW)] as const,
    );
    expectAdmittance(
      unit([winding(HIGH, 'delta'), winding(LOW, 'delta')]),
      limbs(pairs, LEAKAGE),
      'A B C a b c',
    );
  });

  it('is an open delta on two limbs, and an open star facing an open delta', () => {
    const open = unit([winding(HIGH, 'delta'), winding(LOW, 'delta')], { phases: 2 });
    const pairs = ['A-B', 'B-C'].map((ends) => [coil(ends, HIGH), coil(ends.toLowerCase(), LOW)] as const);
    expectAdmittance(open, limbs(pairs, LEAKAGE), 'A B C a b c');
    const openStar = unit([winding(HIGH, 'wye', { nodes: [1, 2, 0] }), winding(LOW, 'delta')], { phases: 2 });
    const starPairs = [
      [coil('A-N', HIGH / Math.sqrt(3)), coil('a-b', LOW)],
      [coil('B-N', HIGH / Math.sqrt(3)), coil('b-c', LOW)],
    ] as const;
    expectAdmittance(openStar, limbs(starPairs, LEAKAGE), 'A B N a b c');
  });

  it('is a centre-tapped single-phase transformer of three windings', () => {
    // ANSI C57.12.20's split-phase unit: half windings in series; the star equivalent by hand from the three pairs.
    const va = 25e3;
    const [high, half] = [7200, 120];
    const transformer = unit(
      [
        winding(high, 'wye', { nodes: [1, 0], ratedSVa: va, rPercent: 0.6 }),
        winding(half, 'wye', { nodes: [1, 0], ratedSVa: va, rPercent: 1.2 }),
        winding(half, 'wye', { nodes: [0, 2], ratedSVa: va, rPercent: 1.1 }),
      ],
      { phases: 1, shortCircuitXPercent: [2.04, 2.1, 1.36] },
    );
    const star = [
      complex(0.006, 0.01 * 0.5 * (2.04 + 2.1 - 1.36)),
      complex(0.012, 0.01 * 0.5 * (2.04 + 1.36 - 2.1)),
      complex(0.011, 0.01 * 0.5 * (2.1 + 1.36 - 2.04)),
    ];
    const system = new Augmented();
    const coils = [
      { plus: 'A', minus: 'N', turns: high },
      { plus: 'a', minus: 'n', turns: half },
      { plus: 'm', minus: 'b', turns: half },
    ];
    coils.forEach(({ plus, turns }, k) => {
      const ohm = (turns * turns) / va;
      system.impedance([plus], [`in${k}`], [[complex(star[k]!.re * ohm, star[k]!.im * ohm)]]);
    });
    system.core(coils.map((each, k) => ({ ...each, plus: `in${k}` })));
    expectAdmittance(transformer, system, 'A N a n m b');
  });

  it('is a three-phase transformer of three windings with a tertiary delta', () => {
    const transformer = unit(
      [winding(110e3, 'wye'), winding(20e3, 'wye', { tapPu: 0.975 }), winding(10e3, 'delta')],
      { shortCircuitXPercent: [11, 18, 6.5] },
    );
    const star = [0.5 * (11 + 18 - 6.5), 0.5 * (11 + 6.5 - 18), 0.5 * (18 + 6.5 - 11)];
    const system = new Augmented();
    // A high star facing a delta: each delta coil joins its phase to the next.
    ['a-b', 'b-c', 'c-a'].forEach((tertiary, f) => {
      const letter = ['A', 'B', 'C'][f]!;
      const [plus, minus] = tertiary.split('-').map((end) => `${end}'`) as [string, string];
      const coils = [
        { plus: letter, minus: 'N', turns: 110e3 / Math.sqrt(3) },
        { plus: letter.toLowerCase(), minus: 'n', turns: (0.975 * 20e3) / Math.sqrt(3) },
        { plus, minus, turns: 10e3 },
      ];
      coils.forEach(({ plus: end, turns }, k) => {
        const ohm = (3 * turns * turns) / RATED_VA;
        system.impedance([end], [`${f}in${k}`], [[complex(0.006 * ohm, 0.01 * star[k]! * ohm)]]);
      });
      system.core(coils.map((each, k) => ({ ...each, plus: `${f}in${k}` })));
    });
    expectAdmittance(transformer, system, "A B C N a b c n a' b' c'");
  });

  it('has no admittance where the windings have no impedance', () => {
    const bare = [winding(HIGH, 'delta', { rPercent: 0 }), winding(LOW, 'wye', { rPercent: 0 })];
    expect(transformerAdmittance(unit(bare, { shortCircuitXPercent: [0] }))).toBeNull();
  });
});
