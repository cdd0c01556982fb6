import { describe, expect, test } from 'vitest';
import {
  formatTopologyReport,
  type NetworkFromTables,
  type NetworkTableFile,
  readNetworkTables,
} from '../../../src/io/networkTables';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import { drawing, drawnLine, drawnPoint } from './drawing';

function read(files: readonly NetworkTableFile[]): NetworkFromTables {
  const outcome = readNetworkTables(files);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

function codes(files: readonly NetworkTableFile[]): string[] {
  const outcome = readNetworkTables(files);
  expect(outcome.ok).toBe(false);
  return outcome.issues
    .filter((issue) => issue.severity === 'error')
    .map((issue) => `${issue.code} ${issue.field ?? ''}`);
}

const LINES = {
  name: 'lines.csv',
  text: `id,from_bus,to_bus,length_m,r1_ohm_per_km,x1_ohm_per_km,r0_ohm_per_km,x0_ohm_per_km,c1_nf_per_km,phases,parallel,rated_a
main,station,corner,200,0.206,0.08,0.824,0.32,300,abc,2,270
service,corner,house,50,0.641,0.085,2.5,0.3,,b,,142
`,
};
const TRANSFORMERS = {
  name: 'transformers.csv',
  text: `id,from_bus,to_bus,rated_kva,from_kv,to_kv,uk_percent,load_loss_kw,no_load_loss_kw,no_load_current_percent,vector_group,tap_percent
t1,mv,station,400,20,0.4,4,4.6,0.6,0.3,Dyn5,-2.5
`,
};
const CONNECTIONS = {
  name: 'connections.csv',
  text: 'id,bus,phases,p_kw,q_kvar,kind\nhouse 1,house,b,6,1.5,\nroof,corner,abc,9,0,photovoltaic\n',
};
const SOURCES = {
  name: 'sources.csv',
  text: 'id,bus,kv,voltage_pu,short_circuit_mva,r_over_x\ngrid,mv,20,1.02,200,0.5\n',
};
const TABLES = [LINES, TRANSFORMERS, CONNECTIONS, SOURCES];

describe('a network from tables', () => {
  const { circuit, report } = read(TABLES);

  test('has the series and shunt matrices that the sequence values give', () => {
    const main = circuit.lines.find((line) => line.id === 'main')!;
    // Two parallel cables of 0.2 km: R1 = 0.206 x 0.2 / 2 = 0.0206, R0 = 0.0824; own (R0 + 2 R1) / 3, mutual (R0 - R1) / 3.
    expect(main.rOhm[0]).toBeCloseTo(0.0412, 12);
    expect(main.rOhm[1]).toBeCloseTo(0.0206, 12);
    // B = 2 pi 50 Hz x 300 nF/km x 0.2 km x 2; C0 = C1, so nothing beside the diagonal.
    expect(main.bS[4]).toBeCloseTo(2 * Math.PI * 50 * 300e-9 * 0.4, 15);
    expect(main.bS[1]).toBeCloseTo(0, 15);
    expect(main.ratedCurrentA).toBe(540);
    const service = circuit.lines.find((line) => line.id === 'service')!;
    expect(service.from).toEqual({ busId: 'corner', nodes: [2] });
    // One conductor with earth return: (2 R1 + R0) / 3 x 0.05 km.
    expect(service.rOhm).toHaveLength(1);
    expect(service.rOhm[0]).toBeCloseTo(((2 * 0.641 + 2.5) / 3) * 0.05, 12);
  });

  test('has the nameplate of the transformer as impedance, losses and clock number', () => {
    const [unit] = circuit.transformers;
    // ur = 4.6 kW / 400 kVA = 1.15 %, ux = sqrt(16 - 1.3225); half of the resistance in each winding.
    expect(unit!.windings.map((winding) => winding.rPercent)).toEqual([0.575, 0.575]);
    expect(unit!.shortCircuitXPercent[0]).toBeCloseTo(Math.sqrt(4 * 4 - 1.15 * 1.15), 12);
    expect(unit!.noLoadLossPercent).toBeCloseTo(0.15, 12);
    expect(unit!.magnetisingPercent).toBeCloseTo(Math.sqrt(0.3 * 0.3 - 0.15 * 0.15), 12);
    expect(unit!.windings[0]!.tapPu).toBeCloseTo(0.975, 12);
    expect([unit!.windings[0]!.connection, unit!.windings[1]!.connection]).toEqual(['delta', 'wye']);
  });

  test('spreads the voltage level along the lines', () => {
    expect(circuit.buses.find((bus) => bus.id === 'house')!.baseVoltageV).toBeCloseTo(400 / Math.sqrt(3), 9);
  });

  test('is solved, the house below its neighbours on its own phase and 150 degrees behind the source', () => {
    const solved = solveCircuit(circuit);
    if (!solved.ok) throw new Error(solved.issues[0]!.message);
    const { compiled, solution } = solved.value;
    const volts = (busId: string, node: number): [number, number] => {
      const row = compiled.nodes.nodeOf(busId, node);
      return [solution.voltageRe[row]!, solution.voltageIm[row]!];
    };
    const magnitude = ([re, im]: [number, number]): number => Math.hypot(re, im);
    expect(magnitude(volts('house', 2))).toBeLessThan(magnitude(volts('corner', 2)));
    expect(magnitude(volts('corner', 2))).toBeLessThan(magnitude(volts('corner', 1)));
    const [re, im] = volts('station', 1);
    expect((Math.atan2(im, re) * 180) / Math.PI).toBeGreaterThan(-152);
    expect((Math.atan2(im, re) * 180) / Math.PI).toBeLessThan(-149);
    // The source's 1.02 over the tap 0.975, before the small drops.
    expect(magnitude([re, im]) / (400 / Math.sqrt(3))).toBeCloseTo(1.02 / 0.975, 2);
  });

  test('has nothing to report', () => {
    expect(formatTopologyReport(report)).toBe('Nothing to mend.');
  });
});

describe('tables that are not right', () => {
  test('tell of columns and properties that are not read: a slip would leave the default in silence', () => {
    const slip = { ...LINES, text: LINES.text.replace('c1_nf_per_km', 'c1_nf_per_mk') };
    const told = (files: readonly NetworkTableFile[]) =>
      readNetworkTables(files)
        .issues.filter(({ code }) => code === 'network-table-unread')
        .map(({ severity, where, field }) => `${severity} ${where} ${field}`);
    expect(told(TABLES)).toEqual([]);
    expect(told([slip, ...TABLES.slice(1)])).toEqual(['warning lines.csv, line 1 c1_nf_per_mk']);
    const lines = [0, 1].map((k) =>
      drawnLine(
        `l${k}`,
        [
          [100 * k, 0],
          [100 * k + 100, 0],
        ],
        { kv: 0.4, year: 1980 },
      ),
    );
    const house = drawnPoint('connection', 'c', [200, 0], { p_kw: 5, direction: 'load' });
    const grid = drawnPoint('source', 'g', [0, 0], { kv: 0.4, volts: 1.02 });
    expect(told([drawing([...lines, house, grid])])).toEqual([
      'warning feature 1 of net.geojson year',
      'warning feature 4 of net.geojson volts',
    ]);
  });

  test('name the file, line, column and value of every cell that cannot be used', () => {
    const outcome = readNetworkTables([
      { name: 'lines.csv', text: LINES.text.replace('200,0.206', 'long,-1') },
      TRANSFORMERS,
      { name: 'connections.csv', text: 'id,bus,phases,p_kw\nhouse 1,house,bx,6kW\n' },
      SOURCES,
    ]);
    expect(outcome.ok).toBe(false);
    const found = outcome.issues.map((issue) => [issue.where, issue.field, issue.value]);
    expect(found).toContainEqual(['lines.csv, line 2 "main"', 'length_m', 'long']);
    expect(found).toContainEqual(['connections.csv, line 2 "house 1"', 'phases', 'bx']);
    expect(found).toContainEqual(['connections.csv, line 2 "house 1"', 'p_kw', '6kW']);
  });

  test.each([
    [
      'a column that is missing',
      [{ name: 'lines.csv', text: 'id,from_bus,to_bus\na,b,c\n' }, SOURCES],
      'network-table-column length_m',
    ],
    [
      'an id used twice',
      [{ ...LINES, text: LINES.text.replace('service', 'main') }, ...TABLES.slice(1)],
      'circuit-duplicate-id id',
    ],
    [
      'a vector group that no such unit has',
      [LINES, { ...TRANSFORMERS, text: TRANSFORMERS.text.replace('Dyn5', 'Dyn6') }, SOURCES],
      'network-table-cell vector_group',
    ],
    ['a file that is no table', [{ name: 'notes.csv', text: 'a,b\n1,2\n' }], 'network-table-kind '],
    ['no rows at all', [], 'network-table-empty '],
  ] as const)('%s is refused by name', (_name, files, expected) => {
    expect(codes(files)).toContain(expected);
  });
});

describe('oddities of tables', () => {
  test('a line of length 0 joins its buses, equal rows stay as parallel lines, both told', () => {
    const text = `${LINES.text}link,corner,hall,0,0.2,0.08,,,,,,\nlink2,corner,hall,30,0.2,0.08,,,,,,\nlink3,hall,corner,30,0.2,0.08,,,,,,\n`;
    const { circuit, report } = read([{ name: 'lines.csv', text }, ...TABLES.slice(1)]);
    expect(report.zeroLength).toEqual(['link']);
    expect(circuit.lines.find((line) => line.id === 'link')!.isSwitch).toBe(true);
    expect(report.duplicates).toEqual([{ lineId: 'link3', sameAsId: 'link2', kept: true }]);
    expect(report.loops.map((loop) => [...loop].sort())).toEqual([
      ['link', 'link2'],
      ['link', 'link3'],
    ]);
    expect(circuit.lines).toHaveLength(5);
  });

  test('an open switch leaves an island, named with its buses and loads', () => {
    const switches = { name: 'switches.csv', text: 'id,from_bus,to_bus,closed\ns,corner,far,no\n' };
    const lines = { name: 'lines.csv', text: `${LINES.text}far line,far,end,80,0.2,0.08,,,,,,\n` };
    const connections = { name: 'connections.csv', text: `${CONNECTIONS.text}farm,end,abc,12,3,\n` };
    const { report } = read([lines, TRANSFORMERS, connections, SOURCES, switches]);
    expect(report.islands).toEqual([{ busIds: ['far', 'end'], loadIds: ['farm'], loadW: 12000 }]);
    const closed = read([
      lines,
      TRANSFORMERS,
      connections,
      SOURCES,
      { ...switches, text: switches.text.replace('no', 'yes') },
    ]);
    expect(closed.report.islands).toEqual([]);
  });
});
