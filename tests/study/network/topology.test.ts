import { describe, expect, it } from 'vitest';
import { busesBehind, feedTree } from '../../../src/study/network/feedTree';
import { circuitTopology, linePhases, unfedBuses } from '../../../src/study/network/topology';
import { voltageProfile } from '../../../src/study/network/voltageProfile';
import { compileCircuit } from '../../../src/sim/powerflow/circuit';
import { randomCircuit } from '../../sim/powerflow/circuit/randomCircuits';
import { circuit, line, load, source, street, transformer } from './circuits';
import { denseSolver } from './denseSolver';

const treeOf = (parts: Parameters<typeof circuitTopology>[0]) => feedTree(circuitTopology(parts), ['s']);

describe('topology of a circuit', () => {
  it('follows phases through laterals: a line carries what its conductors bring, not what it is drawn with', () => {
    const parts = circuit({
      sources: [source('s')],
      lines: [
        line('main', 's', 'a'),
        line('lateral', 'a', 'b', { nodes: [2] }),
        // Drawn with three phases behind a single-phase lateral.
        line('tail', 'b', 'c'),
        // Phase 3 arrives on node 1.
        line('turned', 'a', 'd', { nodes: [3], to: { busId: 'd', nodes: [1] } }),
      ],
      loads: [load('l', 'c', 1000)],
    });
    const topology = circuitTopology(parts);
    expect(linePhases(parts, topology).map((each) => each.carriedPhases)).toEqual([[1, 2, 3], [2], [2], [3]]);
    expect(topology.fedPhases[topology.rowOfBus.get('d')!]).toEqual([1]);
    expect(unfedBuses(topology)).toEqual([
      { busId: 'b', islandId: 's', unfedPhases: [1, 3], fedPhases: [2] },
      { busId: 'c', islandId: 's', unfedPhases: [1, 3], fedPhases: [2] },
    ]);
  });

  it('names islands after their source or first bus, and finds everything behind an open line without supply', () => {
    const parts = street(1000, {
      lines: [line('sa', 's', 'a'), line('ab', 'a', 'b', { open: true }), line('bc', 'b', 'c')],
    });
    const topology = circuitTopology(parts);
    expect(
      topology.islands.map(({ id, busIds, sourceIds, meshed }) => [id, busIds, sourceIds, meshed]),
    ).toEqual([
      ['s', ['s', 'a'], ['source-s'], false],
      ['b', ['b', 'c'], [], false],
    ]);
    expect(unfedBuses(topology).map((each) => each.busId)).toEqual(['b', 'c']);
    expect(linePhases(parts, topology)[1]).toMatchObject({ lineId: 'ab', open: true, carriedPhases: [] });
  });

  it('feeds through windings limb by limb: delta without one phase keeps the limb between the other two', () => {
    const parts = circuit({
      sources: [
        source('s', {
          terminal: { busId: 's', nodes: [1, 2] },
          rOhm: [1, 0, 0, 1],
          xOhm: [1, 0, 0, 1],
          returnTerminal: { busId: 's', nodes: [0, 0] },
        }),
      ],
      transformers: [transformer('t', 's', 'a')],
    });
    const topology = circuitTopology(parts);
    expect(topology.fedPhases[topology.rowOfBus.get('a')!]).toEqual([2]);
    const lead = circuitTopology({
      ...parts,
      transformers: [transformer('t', 's', 'a', { deltaRotation: 'lead' })],
    });
    expect(lead.fedPhases[lead.rowOfBus.get('a')!]).toEqual([1]);
    const off = circuitTopology({ ...parts, transformers: [transformer('t', 's', 'a', { enabled: false })] });
    expect(unfedBuses(off).map((each) => each.busId)).toEqual(['a']);
  });

  it('says of phases what the power flow says, but for dead limbs of a transformer that lacks a phase', () => {
    const gaps = (parts: Parameters<typeof circuitTopology>[0]) => {
      const topology = circuitTopology(parts);
      const compiled = compileCircuit(parts);
      if (!compiled.ok) throw new Error(compiled.issues[0]!.message);
      const { nodes } = compiled.value;
      const wider: string[] = [];
      nodes.numberOfNode.forEach((number, row) => {
        const busId = nodes.busIds[nodes.busOfNode[row]!]!;
        const supplied = topology.fedPhases[topology.rowOfBus.get(busId)!]!.includes(number);
        if (number > 3 || supplied === (nodes.fed[row] === 1)) return;
        wider.push(`${busId}.${number}${supplied ? ' unfed' : ''}`);
      });
      return wider;
    };
    for (let seed = 1; seed <= 12; seed++) {
      const { circuit: parts } = randomCircuit({ seed, stations: 2, houses: 8, ties: 1 });
      const opened = parts.lines.map((each, k) => ({ ...each, open: (k * 7 + seed) % 9 === 0 }));
      expect(gaps({ ...parts, lines: opened })).toEqual([]);
    }
    const twoPhases = line('sa', 's', 'a', { nodes: [1, 2] });
    const behind = { sources: [source('s')], lines: [twoPhases], transformers: [transformer('t', 'a', 'b')] };
    expect(gaps(circuit(behind))).toEqual(['a.3', 'b.1', 'b.3']);
  });

  it('calls a closed ring meshed, a bank of single-phase units not, and two whole parallel lines meshed', () => {
    const meshed = (lines: ReturnType<typeof line>[]) =>
      circuitTopology(circuit({ sources: [source('s')], lines })).islands[0]!.meshed;
    const ring = [line('sa', 's', 'a'), line('ab', 'a', 'b')];
    expect(meshed(ring)).toBe(false);
    expect(meshed([...ring, line('bs', 'b', 's')])).toBe(true);
    expect(meshed([...ring, line('bs', 'b', 's', { open: true })])).toBe(false);
    expect(meshed([1, 2, 3].map((phase) => line(`p${phase}`, 's', 'a', { nodes: [phase] })))).toBe(false);
    expect(meshed([line('p', 's', 'a'), line('q', 's', 'a')])).toBe(true);
  });
});

describe('distance and what stands behind', () => {
  const forked = circuit({
    sources: [source('s')],
    transformers: [transformer('t', 's', 'r')],
    lines: [
      line('ra', 'r', 'a', { lengthM: 120 }),
      // Drawn towards the source: direction of drawing must not matter.
      line('ba', 'b', 'a', { lengthM: 80 }),
      line('ac', 'a', 'c', { lengthM: 50 }),
    ],
  });

  it('adds line lengths from the source, nothing for transformers', () => {
    const tree = treeOf(forked);
    const at = (busId: string) => tree.distanceM[tree.topology.rowOfBus.get(busId)!];
    expect(['s', 'r', 'a', 'b', 'c'].map(at)).toEqual([0, 0, 120, 200, 170]);
    expect(busesBehind(tree, 'ra').sort()).toEqual(['a', 'b', 'c']);
    expect(busesBehind(tree, 'ba')).toEqual(['b']);
    expect(busesBehind(tree, 't')).toHaveLength(4);
    expect(busesBehind(tree, 'nothing')).toEqual([]);
  });

  it('takes the shortest way in a mesh, marks the loop and only the loop', () => {
    const tree = treeOf(
      circuit({
        sources: [source('s')],
        lines: [
          line('s0', 's', 'o', { lengthM: 10 }),
          line('oa', 'o', 'a', { lengthM: 100 }),
          line('ob', 'o', 'b', { lengthM: 10 }),
          line('ab', 'a', 'b', { lengthM: 20 }),
          line('ac', 'a', 'c', { lengthM: 5 }),
        ],
      }),
    );
    const at = (busId: string) => tree.distanceM[tree.topology.rowOfBus.get(busId)!];
    expect(['o', 'a', 'b', 'c'].map(at)).toEqual([10, 40, 20, 45]);
    const loops = tree.groups.flatMap(([branch], group) => (tree.inLoop[group] === 1 ? [branch!.id] : []));
    expect(loops.sort()).toEqual(['ab', 'oa', 'ob']);
    expect(busesBehind(tree, 'oa')).toEqual([]);
    expect(busesBehind(tree, 'ob').sort()).toEqual(['a', 'b', 'c']);
  });

  it('draws the voltage profile per phase, falling along a loaded street', () => {
    const parts = street(15_000, { loads: [load('l', 'c', 12_000, { nodes: [1, 0] })] });
    const solved = denseSolver(parts);
    if (!solved.ok) throw new Error('unsolved');
    const { points, segments } = voltageProfile(treeOf(parts), solved.value);
    const phase = (node: number) => points.filter((each) => each.node === node).map((each) => each.vPu);
    expect(points.filter((each) => each.node === 1).map((each) => each.distanceM)).toEqual([
      0, 100, 200, 300,
    ]);
    const loaded = phase(1);
    expect(loaded.every((v, k) => k === 0 || v < loaded[k - 1]! - 1e-3)).toBe(true);
    // Without coupling or load the other phases stay flat.
    expect(Math.max(...phase(2)) - Math.min(...phase(2))).toBeLessThan(1e-9);
    expect(segments).toHaveLength(9);
    expect(segments.every(({ from, to }) => to.distanceM - from.distanceM === 100)).toBe(true);
  });
});
