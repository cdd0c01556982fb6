import { describe, expect, test } from 'vitest';
import { readPandapower } from '../../../src/io/pandapower';
import type { Circuit } from '../../../src/model/circuit';
import { netText, type Records, SMALL, withRow } from './netFile';

function read(
  tables: Records,
  options: Parameters<typeof readPandapower>[2] = {},
  version?: string,
): Circuit {
  const outcome = readPandapower(netText(tables, version), 'net.json', options);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

describe('a net of pandapower in SI units', () => {
  const circuit = read(SMALL);

  test('has a line with the totals of its length and parallel systems', () => {
    const line = circuit.lines[0]!;
    expect(line.id).toBe('line 0');
    // 0.3 ohm/km x 0.2 km / 2 and no zero sequence, so nothing between phases.
    expect(line.rOhm[0]).toBeCloseTo(0.03, 14);
    expect(line.rOhm[1]).toBe(0);
    expect(line.xOhm[8]).toBeCloseTo(0.009, 14);
    expect(line.bS[4]).toBeCloseTo(2 * Math.PI * 50 * 200e-9 * 0.2 * 2, 16);
    expect(line.ratedCurrentA).toBeCloseTo(320, 10);
    expect(line.lengthM).toBeCloseTo(200, 12);
  });

  test('has zero-sequence values as mutual parts: (z0 + 2 z1) / 3 and (z0 - z1) / 3', () => {
    const [line] = read(withRow('line', { r0_ohm_per_km: 1.2, x0_ohm_per_km: 0.36, c0_nf_per_km: 80 })).lines;
    expect(line!.rOhm[0]).toBeCloseTo(((1.2 + 2 * 0.3) / 3) * 0.1, 14);
    expect(line!.rOhm[1]).toBeCloseTo(((1.2 - 0.3) / 3) * 0.1, 14);
    expect(line!.bS[1]).toBeCloseTo(2 * Math.PI * 50 * ((80 - 200) / 3) * 1e-9 * 0.4, 16);
  });

  test('has the transformer as two parallel units, its taps, its T model and its clock number', () => {
    const unit = circuit.transformers[0]!;
    expect(unit.windings.map((winding) => winding.ratedSVa)).toEqual([800_000, 800_000]);
    expect(unit.windings.map((winding) => winding.rPercent)).toEqual([1.5, 1.5]);
    expect(unit.shortCircuitXPercent[0]).toBeCloseTo(4, 12);
    // 1.2 kW of 400 kVA, and the rest of 0.5 %.
    expect(unit.noLoadLossPercent).toBeCloseTo(0.3, 12);
    expect(unit.magnetisingPercent).toBeCloseTo(0.4, 12);
    expect(unit.magnetisingPlace).toBe('middle');
    expect(unit.normalRatingVa).toBeCloseTo(720_000, 6);
    expect(unit.windings[0]).toMatchObject({ tapPu: 0.975, tapMinPu: 0.95, tapMaxPu: 1.05, tapSteps: 4 });
    expect(unit.windings[1]).toMatchObject({ tapPu: 1, tapSteps: 0 });
    // Dyn5: a Dyn1 whose phases stand on nodes 3, 1, 2, each 120 degrees later.
    expect(unit.windings.map((winding) => winding.terminal.nodes)).toEqual([
      [1, 2, 3],
      [3, 1, 2, 0],
    ]);
    expect(unit.deltaRotation).toBe('lag');
  });

  test('has loads, bases and sources in watts, volts to earth and behind a stiff or a real impedance', () => {
    expect(circuit.loads[0]).toMatchObject({ pW: 25_000, qVar: 5_000, phases: 3, connection: 'wye' });
    expect(circuit.buses[1]!.baseVoltageV).toBeCloseTo(400 / Math.sqrt(3), 10);
    expect(circuit.sources[0]!.voltageV).toBeCloseTo((1.02 * 20_000) / Math.sqrt(3), 8);
    expect(circuit.sources[0]!.xOhm[0]).toBeLessThan(1e-5);
    const [source] = read(SMALL, { sources: 'shortCircuit' }).sources;
    // 1.1 x (20 kV)^2 / 110 MVA = 4 ohm, R = X / 2.
    expect(source!.xOhm[0]).toBeCloseTo(4 / Math.sqrt(1.25), 12);
    expect(source!.rOhm[4]).toBeCloseTo(2 / Math.sqrt(1.25), 12);
  });

  test('notes what it had to assume', () => {
    const outcome = readPandapower(netText(SMALL), 'net.json');
    expect(outcome.issues.map((issue) => [issue.severity, issue.code])).toEqual([
      ['note', 'pandapower-zero-sequence'],
      ['note', 'pandapower-vector-group'],
    ]);
  });

  test('can be named by the names of its elements', () => {
    const named = read(SMALL, { ids: 'name' });
    expect(named.buses.map((bus) => bus.id)).toEqual(['grid', 'station', 'house']);
    expect([named.lines[0]!.id, named.sources[0]!.id]).toEqual(['L1', 'ext_grid 0']);
  });

  test('counts storage that charges as a draw, and static generation as a gain', () => {
    const { generators } = read({
      ...SMALL,
      storage: [{ bus: 2, p_mw: 0.004, q_mvar: 0.001, in_service: true }],
      sgen: [{ bus: 2, p_mw: 0.003, q_mvar: -0.001, in_service: true, type: 'PV' }],
    });
    const found = generators.map((one) => [one.kind, one.pW, one.qVar]);
    expect(found).toEqual([
      ['photovoltaic', 3000, -1000],
      ['storage', -4000, -1000],
    ]);
  });

  test('has an asymmetric load as single phases, delta between neighbours', () => {
    const phases = { p_a_mw: 0.001, q_a_mvar: 0, p_b_mw: 0, q_b_mvar: 0, p_c_mw: 0.003, q_c_mvar: 0.0004 };
    const load = (type: string): Circuit['loads'] =>
      read({ ...SMALL, asymmetric_load: [{ bus: 2, ...phases, type }] }).loads.slice(1);
    expect(load('wye').map((one) => [one.terminal.nodes, one.pW])).toEqual([
      [[1, 0], 1000],
      [[3, 0], 3000],
    ]);
    expect(load('delta').map((one) => [one.terminal.nodes, one.ratedVoltageV])).toEqual([
      [[1, 2], 400],
      [[3, 1], 400],
    ]);
  });

  test('takes the one share of version 2 for P and Q, the two of version 3 each for its own', () => {
    const model = (columns: Record<string, unknown>): unknown =>
      read(withRow('load', columns)).loads[0]!.model;
    expect(model({ const_z_percent: 100, const_i_percent: 0 })).toEqual({ kind: 'constantImpedance' });
    expect(
      model({ const_z_p_percent: 25, const_i_p_percent: 25, const_z_q_percent: 50, const_i_q_percent: 0 }),
    ).toEqual({
      kind: 'zip',
      p: [0.25, 0.25, 0.5],
      q: [0.5, 0, 0.5],
      cutOffPu: 0,
    });
  });

  test('ignores a tap of version 3 without a kind, as pandapower does, and not one of version 2', () => {
    const three = withRow('trafo', { tap_changer_type: null, tap_phase_shifter: undefined });
    expect(read(three, {}, '3.0.0').transformers[0]!.windings[0]!.tapPu).toBe(1);
    const ratio = withRow('trafo', { tap_changer_type: 'Ratio' });
    expect(read(ratio, {}, '3.0.0').transformers[0]!.windings[0]!.tapPu).toBe(0.975);
  });

  test('cuts off the open end of a line and leaves one with two open ends out of service', () => {
    const open = (bus: number): Record<string, unknown> => ({ bus, element: 0, et: 'l', closed: false });
    const one = read({ ...SMALL, switch: [open(2)] });
    expect([one.lines[0]!.from.busId, one.lines[0]!.to.busId]).toEqual(['1', '2 (open end of line 0)']);
    expect(one.buses).toHaveLength(4);
    expect(read({ ...SMALL, switch: [open(1), open(2)] }).lines[0]!.enabled).toBe(false);
  });

  test('keeps bus switches as switches, with twice as much R as X where they have an impedance', () => {
    const at = { bus: 1, element: 2, et: 'b' };
    const { lines } = read({
      ...SMALL,
      switch: [
        { ...at, closed: false, z_ohm: 0 },
        { ...at, closed: true, z_ohm: 0.1 },
      ],
    });
    expect(lines.slice(0, 2).map((line) => [line.isSwitch, line.open])).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(lines[1]!.rOhm[0]).toBeCloseTo(0.2 / Math.sqrt(5), 12);
    expect(lines[1]!.xOhm[0]).toBeCloseTo(0.1 / Math.sqrt(5), 12);
  });

  test.each([
    ['records', JSON.stringify(SMALL['bus'])],
    ['index', JSON.stringify({ '0': SMALL['bus']![0], '1': SMALL['bus']![1], '2': SMALL['bus']![2] })],
    [
      'columns',
      JSON.stringify({
        name: { '0': 'grid', '1': 'station', '2': 'house' },
        vn_kv: { '0': 20, '1': 0.4, '2': 0.4 },
      }),
    ],
  ])('reads tables in orientation %s', (orient, body) => {
    const json = JSON.parse(netText(SMALL)) as { _object: Record<string, unknown> };
    json._object['bus'] = { _module: 'pandas.core.frame', _class: 'DataFrame', _object: body, orient };
    const outcome = readPandapower(JSON.stringify(json), 'net.json');
    expect(outcome.ok && outcome.value.buses.map((bus) => bus.id)).toEqual(['0', '1', '2']);
  });
});

describe('what cannot be read is refused by name and place', () => {
  const refusals: readonly (readonly [string, Records, string, string])[] = [
    ['a bus that is not there', withRow('load', { bus: 7 }), 'pandapower-cell', 'load 0'],
    ['a number that is missing', withRow('line', { r_ohm_per_km: null }), 'pandapower-cell', 'line 0'],
    ['a number as text', withRow('line', { x_ohm_per_km: '0.1 ohm' }), 'pandapower-cell', 'line 0'],
    ['a line without length', withRow('line', { length_km: 0 }), 'pandapower-cell', 'line 0'],
    [
      'a shift that no vector group has',
      withRow('trafo', { shift_degree: 147 }),
      'pandapower-cell',
      'trafo 0',
    ],
    ['a cross regulator', withRow('trafo', { tap_step_degree: 60 }), 'pandapower-cell', 'trafo 0'],
    [
      'an ideal phase shifter',
      withRow('trafo', { tap_phase_shifter: true, tap_step_degree: 5 }),
      'pandapower-cell',
      'trafo 0',
    ],
    ['an impedance below its resistance', withRow('trafo', { vk_percent: 2 }), 'pandapower-cell', 'trafo 0'],
    [
      'values that follow the tap',
      withRow('trafo', { tap_dependent_impedance: true }),
      'pandapower-cell',
      'trafo 0',
    ],
    [
      'a voltage-controlled generator',
      { ...SMALL, gen: [{ bus: 2, p_mw: 1, vm_pu: 1, in_service: true }] },
      'pandapower-gen',
      'gen 0',
    ],
    ['an extended ward', { ...SMALL, xward: [{ bus: 2, in_service: true }] }, 'pandapower-xward', 'xward 0'],
    [
      'a DC line',
      { ...SMALL, dcline: [{ from_bus: 1, to_bus: 2, in_service: true }] },
      'pandapower-dcline',
      'dcline 0',
    ],
    [
      'a switch at a line that is not there',
      { ...SMALL, switch: [{ bus: 2, element: 9, et: 'l', closed: false }] },
      'pandapower-cell',
      'switch 0',
    ],
    [
      'a switch at the wrong bus',
      { ...SMALL, switch: [{ bus: 0, element: 0, et: 'l', closed: false }] },
      'pandapower-cell',
      'switch 0',
    ],
    ['a net without a source', { ...SMALL, ext_grid: [] }, 'pandapower-no-source', 'ext_grid'],
    [
      'shares beyond 100 %',
      withRow('load', { const_z_percent: 60, const_i_percent: 60 }),
      'pandapower-cell',
      'load 0',
    ],
  ];

  test.each(refusals)('%s', (_name, tables, code, where) => {
    const outcome = readPandapower(netText(tables), 'net.json');
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => [issue.code, issue.where])).toContainEqual([code, where]);
  });

  test('elements out of service are no reason to refuse', () => {
    expect(read({ ...SMALL, gen: [{ bus: 2, p_mw: 1, vm_pu: 1, in_service: false }] }).sources).toHaveLength(
      1,
    );
  });

  test.each([
    ['not JSON', '{"bus": ', 'not-json'],
    ['no net', '{"a": 1}', 'pandapower-not-a-net'],
    ['a net of version 1', netText(SMALL, '1.6.0'), 'pandapower-version'],
  ])('%s', (_name, text, code) => {
    const outcome = readPandapower(text, 'net.json');
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => issue.code)).toContain(code);
  });
});
