import fc from 'fast-check';
import { complex, conj, multiply } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitLine, Terminal } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { rowCurrent } from '../nodal';
import { type CircuitOptions, type Phasor, randomCircuit } from './randomCircuits';

const options = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  stations: fc.integer({ min: 1, max: 3 }),
  houses: fc.integer({ min: 2, max: 12 }),
  ties: fc.constantFrom(0, 2),
  charging: fc.boolean(),
  capacitors: fc.boolean(),
}) satisfies fc.Arbitrary<CircuitOptions>;

const RUNS = { seed: 31, numRuns: 40 };

function solved(circuit: Circuit, tolerancePu = 1e-12): SolvedCircuit {
  const outcome = solveCircuit(circuit, { settings: { tolerancePu, maxIterations: 80 } });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  expect(outcome.value.solution.status).toBe('converged');
  return outcome.value;
}

/** Volts by `bus.node`. */
function volts({ compiled, solution }: SolvedCircuit): Map<string, Phasor> {
  const { nodes } = compiled;
  return new Map(
    [...nodes.numberOfNode].map((number, row) => [
      `${nodes.busIds[nodes.busOfNode[row]!]!}.${number}`,
      [solution.voltageRe[row]!, solution.voltageIm[row]!],
    ]),
  );
}

/** Largest gap of two results as a share of the voltage; every node of `a` has to be in `b`. */
function largestGap(
  a: ReadonlyMap<string, Phasor>,
  b: ReadonlyMap<string, Phasor>,
  rename: (node: string) => string = (node) => node,
): number {
  let largest = 0;
  for (const [node, [re, im]] of a) {
    const [otherRe, otherIm] = b.get(rename(node))!;
    // Math.max passes NaN on, so a hole cannot look like agreement.
    largest = Math.max(largest, Math.hypot(re - otherRe, im - otherIm) / Math.hypot(re, im));
  }
  return largest;
}

/** What the loads draw, W, from the voltages by OpenDSS's formulas (nodal.ts), not by the solver's. */
function drawnW({ compiled, solution }: SolvedCircuit): number {
  const { problem, injections, nodes, circuit, baseV } = compiled;
  const at = new Map([...nodes.blockOfNode].map((block, row) => [3 * block + nodes.slotOfNode[row]!, row]));
  const pu = (place: number): { re: number; im: number } => {
    const row = at.get(place);
    if (row === undefined) return { re: 0, im: 0 };
    return { re: solution.voltageRe[row]! / baseV[row]!, im: solution.voltageIm[row]! / baseV[row]! };
  };
  let total = 0;
  circuit.loads.forEach((load, k) => {
    for (
      let row = injections.loadRow[k]!;
      row < injections.loadRow[k]! + injections.loadRowCount[k]!;
      row++
    ) {
      const [a, b] = [pu(problem.injections.plus[row]!), pu(problem.injections.minus[row]!)];
      const v = complex(a.re - b.re, a.im - b.im);
      const power = complex(load.pW / load.phases, load.qVar / load.phases);
      total += (multiply(v, conj(rowCurrent(problem, row, power, v))) as { re: number }).re;
    }
  });
  return total;
}

const mapTerminals = (circuit: Circuit, of: (terminal: Terminal) => Terminal): Circuit => ({
  ...circuit,
  sources: circuit.sources.map((each) => {
    return { ...each, terminal: of(each.terminal), returnTerminal: of(each.returnTerminal) };
  }),
  lines: circuit.lines.map((each) => ({ ...each, from: of(each.from), to: of(each.to) })),
  transformers: circuit.transformers.map((each) => ({
    ...each,
    windings: each.windings.map((winding) => ({ ...winding, terminal: of(winding.terminal) })),
  })),
  capacitors: circuit.capacitors.map((each) => {
    return { ...each, terminal: of(each.terminal), returnTerminal: of(each.returnTerminal) };
  }),
  loads: circuit.loads.map((each) => ({ ...each, terminal: of(each.terminal) })),
});

describe('laws of a solved circuit', () => {
  it('the random circuits hold what they claim to hold', () => {
    const many = Array.from({ length: 30 }, (_, seed) =>
      randomCircuit({ seed, stations: 3, houses: 12, ties: 2, charging: true, capacitors: true }),
    );
    const loads = many.flatMap(({ circuit }) => circuit.loads);
    const lines = many.flatMap(({ circuit }) => circuit.lines);
    const units = many.flatMap(({ circuit }) => circuit.transformers);
    for (const count of [1, 2, 3]) expect(lines.some((line) => line.from.nodes.length === count)).toBe(true);
    for (const kind of ['constantPower', 'constantCurrent', 'constantImpedance', 'zip']) {
      expect(loads.some((load) => load.model.kind === kind && load.connection === 'delta')).toBe(true);
      expect(loads.some((load) => load.model.kind === kind && load.phases === 1)).toBe(true);
    }
    for (const connection of ['wye', 'delta']) {
      expect(units.some((unit) => unit.phases === 3 && unit.windings[0]!.connection === connection)).toBe(
        true,
      );
    }
    expect(units.some((unit) => unit.phases === 1 && unit.windings[1]!.tapPu !== 1)).toBe(true);
    expect(many.some(({ tieIds }) => tieIds.length > 4)).toBe(true);
  });

  it('losses from branch currents are what the source gives and the loads do not take', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { circuit } = randomCircuit(drawn);
        const scaleW = circuit.loads.reduce((sum, load) => sum + Math.abs(load.pW), 1000);
        for (const [tolerancePu, allowed] of [
          [1e-8, 1e-7],
          [1e-12, 1e-10],
        ] as const) {
          const result = solved(circuit, tolerancePu);
          const { sourcePW, lossW, elements } = result.solution;
          expect(Math.abs(sourcePW - drawnW(result) - lossW)).toBeLessThan(allowed * scaleW);
          for (const { kind, lossW: own } of elements)
            if (kind === 'line') expect(own).toBeGreaterThan(-1e-6);
        }
      }),
      RUNS,
    );
  });

  it('cyclic relabelling of the phases permutes the result', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { circuit } = randomCircuit(drawn);
        const next = (node: number): number => (node === 0 ? 0 : (node % 3) + 1);
        const relabelled = mapTerminals(circuit, ({ busId, nodes }) => ({ busId, nodes: nodes.map(next) }));
        const rename = (node: string): string => node.replace(/\d$/, (digit) => String(next(Number(digit))));
        expect(largestGap(volts(solved(circuit)), volts(solved(relabelled)), rename)).toBeLessThan(1e-11);
      }),
      RUNS,
    );
  });

  it('the order of buses and elements means nothing', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 1e6 }), (drawn, salt) => {
        const { circuit } = randomCircuit(drawn);
        const shuffled = <Item>(list: readonly Item[]): Item[] =>
          list
            .map((item, k) => ({ item, rank: (Math.imul(k + 1, 2654435761) ^ (salt * 40503)) >>> 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const moved: Circuit = {
          ...circuit,
          buses: shuffled(circuit.buses),
          lines: shuffled(circuit.lines).map((line, k) =>
            k % 2 === 0 ? line : { ...line, from: line.to, to: line.from },
          ),
          transformers: shuffled(circuit.transformers),
          capacitors: shuffled(circuit.capacitors),
          loads: shuffled(circuit.loads),
        };
        expect(largestGap(volts(solved(circuit)), volts(solved(moved)))).toBeLessThan(1e-11);
      }),
      RUNS,
    );
  });

  it('a line without shunts may be split in two', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(options, fc.nat(10_000), share, (drawn, pick, part) => {
        const { circuit } = randomCircuit({ ...drawn, charging: false });
        const line = circuit.lines[pick % circuit.lines.length]!;
        const piece = (size: number, more: Partial<CircuitLine>): CircuitLine => ({
          ...line,
          lengthM: size * line.lengthM,
          rOhm: line.rOhm.map((value) => size * value),
          xOhm: line.xOhm.map((value) => size * value),
          ...more,
        });
        const middle = { busId: 'middle', nodes: line.from.nodes };
        const lines = [
          ...circuit.lines.filter((each) => each !== line),
          piece(part, { to: middle, id: 'first' }),
          piece(1 - part, { from: middle, id: 'second' }),
        ];
        const buses = [...circuit.buses, { id: 'middle', baseVoltageV: NaN }];
        const [whole, halves] = [solved(circuit), solved({ ...circuit, buses, lines })];
        expect(largestGap(volts(whole), volts(halves))).toBeLessThan(1e-11);
        expect(Math.abs(whole.solution.lossW - halves.solution.lossW)).toBeLessThan(1e-5);
      }),
      RUNS,
    );
  });

  it('a mesh with its ties open is the tree, and a closed tie is not', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { circuit, tieIds } = randomCircuit({ ...drawn, ties: 3, charging: false });
        const tie = (line: CircuitLine): boolean => tieIds.includes(line.id);
        const opened = circuit.lines.map((line) => (tie(line) ? { ...line, open: true } : line));
        const tree = volts(solved({ ...circuit, lines: circuit.lines.filter((line) => !tie(line)) }));
        expect(largestGap(tree, volts(solved({ ...circuit, lines: opened })))).toBeLessThan(1e-12);
        if (tieIds.length < 3 || drawn.houses < 6) return;
        expect(largestGap(tree, volts(solved(circuit)))).toBeGreaterThan(1e-9);
      }),
      RUNS,
    );
  });

  it('without load and shunts every bus has the voltage of its ratios and vector groups', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { circuit, flat } = randomCircuit({
          ...drawn,
          charging: false,
          capacitors: false,
          loads: false,
        });
        const found = volts(solved(circuit));
        const expected = new Map(
          [...found.keys()].map((node) => {
            const dot = node.lastIndexOf('.');
            return [node, flat.get(node.slice(0, dot))![Number(node.slice(dot + 1)) - 1]!];
          }),
        );
        expect(largestGap(found, expected)).toBeLessThan(1e-11);
      }),
      RUNS,
    );
  });

  it('the bases of the buses change no volt', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 1e6 }), (drawn, salt) => {
        const { circuit } = randomCircuit(drawn);
        const buses = circuit.buses.map((bus, k) => {
          const factor = [1, 0.5, 3][(Math.imul(k + 1, salt) >>> 3) % 3]!;
          return { ...bus, baseVoltageV: factor * bus.baseVoltageV };
        });
        const scaled = circuit.buses.map((bus) => ({ ...bus, baseVoltageV: 7 * bus.baseVoltageV }));
        const given = volts(solved(circuit));
        expect(largestGap(given, volts(solved({ ...circuit, buses })))).toBeLessThan(1e-10);
        expect(largestGap(given, volts(solved({ ...circuit, buses: scaled })))).toBeLessThan(1e-10);
      }),
      RUNS,
    );
  });

  it('doubled ratings halve loadings and change nothing else, to the bit', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { circuit } = randomCircuit(drawn);
        const doubled: Circuit = {
          ...circuit,
          lines: circuit.lines.map((line) => ({ ...line, ratedCurrentA: 2 * line.ratedCurrentA })),
          transformers: circuit.transformers.map((unit) => {
            return { ...unit, normalRatingVa: 2 * unit.normalRatingVa };
          }),
        };
        const [a, b] = [solved(circuit).solution, solved(doubled).solution];
        expect(b.voltageRe).toEqual(a.voltageRe);
        expect(b.voltageIm).toEqual(a.voltageIm);
        expect(b.lossW).toBe(a.lossW);
        a.elements.forEach((element, k) => {
          if (element.kind !== 'line' && element.kind !== 'transformer') return;
          expect(element.loading).toBeGreaterThanOrEqual(0);
          expect(b.elements[k]!.loading).toBe(element.loading / 2);
        });
      }),
      RUNS,
    );
  });
});
