import { describe, expect, it } from 'vitest';
import { readBuildingFile } from '../../src/io/buildingFile';
import { readCircuitFile } from '../../src/io/circuitFile';
import { writeIdf } from '../../src/io/idf';
import { readNetworkTables } from '../../src/io/networkTables';
import { memoryFiles, readOpenDss } from '../../src/io/opendss';
import { readPandapower } from '../../src/io/pandapower';
import type { Issue } from '../../src/model/outcome';
import { issueWords, placeWords } from '../../src/words';
import { room } from '../io/idf/exported';
import { netText, SMALL, withRow } from '../io/pandapower/netFile';
import { cabin } from '../model/buildingModel/cabin';
import { englishIn } from './findings/english';

/** Findings of a broken file, each in German; names of files, classes and columns stay as the file has them. */
function expectGerman(issues: readonly Issue[], codes: readonly string[]): void {
  expect([...new Set(issues.map(({ code }) => code))]).toEqual(expect.arrayContaining([...codes]));
  for (const issue of issues) {
    const { message, remedy } = issueWords('de', issue);
    expect(message).not.toBe(issue.message);
    expect(englishIn(message), message).toEqual([]);
    expect(remedy).not.toBe(issue.remedy);
    expect(englishIn(remedy), remedy).toEqual([]);
    expect(englishIn(placeWords('de', issue)), placeWords('de', issue)).toEqual([]);
  }
}

describe('what is wrong with a file is said in German, without an English sentence', () => {
  it('of OpenDSS', () => {
    const script = [
      'New Circuit.test basekv=12.47 bus1=src',
      'New Line.L1 bus1=src bus2=b phases=3 length=x1 units=km rmatrix=(1 2 3 4)',
      'New Line.L2 linecode=n2 bus1=src bus2=b.x switch=q1',
      'New Load.D1 bus1=b kv=12.47 kw=10 conn=q2 pf=7 n1=1',
      'New Transformer.T1 windings=2 kvs=(12.47 0.4 0.2) bank=',
      'New Wonder.W1 a=1',
      'New Monitor.M1 element=Line.L1',
      'New Monitor.M2 element=Line.L1',
      'New Recloser.R1 monitoredobj=Line.n4',
      'New RegControl.C1 transformer=n3 winding=2',
      'Set mode=s1 tolerance=-1 w1=3',
      'Redirect m1.dss',
      'Buscoords m1.csv',
      'F1 e1',
      'Solve mode=harmonics',
    ].join('\n');
    const outcome = readOpenDss('main.dss', memoryFiles({ 'main.dss': script }));
    expect(outcome.issues.length).toBeGreaterThan(12);
    expectGerman(outcome.issues, ['dss-number', 'dss-reference', 'dss-word']);
  });

  it('of pandapower', () => {
    const broken = [
      'no JSON at all',
      '{"_class": "pandapowerNet", "_object": {}}',
      netText(SMALL, '1.4.0'),
      netText({ ...SMALL, ext_grid: [], svc: [{ name: 'S', bus: 0, in_service: true }], controller: [{}] }),
      netText(withRow('line', { to_bus: 99, length_km: -1, r_ohm_per_km: 'x' })),
      netText(withRow('trafo', { shift_degree: 17, vector_group: 'Dzz', vk_percent: 0 })),
      netText(withRow('load', { const_z_percent: 80, const_i_percent: 70, scaling: null })),
    ];
    const issues = broken.flatMap((text) => readPandapower(text, 'net.json').issues);
    expect(issues.length).toBeGreaterThan(10);
    expectGerman(issues, ['pandapower-svc', 'pandapower-controller']);
  });

  it('of network tables and drawings', () => {
    const lines = [
      'id,from_bus,to_bus,length_m,r1_ohm_per_km,x1_ohm_per_km,rated_a,w1',
      'L1,n1,n2,100,m1,-0.08,0,1',
      ',n1,n2,0.1,0.2,0.08',
    ].join('\n');
    const drawing = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { kind: 'w1' },
          geometry: { type: 'Point', coordinates: [8, 47] },
        },
        { type: 'Feature', properties: { kind: 'bus' }, geometry: null },
      ],
    });
    const issues = [
      [{ name: 'lines.csv', text: lines }],
      [{ name: 'lines.csv', text: lines.split('\n').slice(0, 2).join('\n') }],
      [{ name: 'w1.csv', text: 'a,b\n1,"2' }],
      [{ name: 'map.geojson', text: drawing }],
      [],
    ].flatMap((files) => readNetworkTables(files).issues);
    expect(issues.length).toBeGreaterThan(7);
    expectGerman(issues, ['network-table-cell', 'network-feature', 'network-table-empty']);
  });

  it('of EnergyPlus input that a building cannot become', () => {
    const whole = cabin.elements[0]!;
    const issues = [
      ...writeIdf(room({ heating: { setpointDegC: 20, convectiveShare: 0.4 } })).issues,
      ...writeIdf({ ...room({}), name: 'a,b;c' }).issues,
      ...writeIdf({ ...cabin, elements: [whole, whole] }).issues,
      ...writeIdf({ ...cabin, zones: [] }).issues,
    ];
    expect(issues.length).toBeGreaterThan(5);
    expectGerman(issues, ['idf-no-weather', 'idf-convective-share']);
  });

  it('of circuits and buildings in the formats of this program', () => {
    const circuit = {
      ...{ schema: 'gridtwin-circuit/1', baseFrequencyHz: 'fifty', sources: [], w1: 1 },
      buses: [{ id: 'n1', baseVoltageV: -1 }],
    };
    const issues = [
      ...readCircuitFile('{"schema": "gridtwin-circuit/1",', 'c.json').issues,
      ...readCircuitFile(JSON.stringify(circuit), 'c.json').issues,
      ...readCircuitFile(JSON.stringify({ ...circuit, schema: 'gridtwin-circuit/9' }), 'c.json').issues,
      ...readBuildingFile(JSON.stringify({ ...cabin, zones: [{ id: 'x', volumeM3: '' }] }), 'b.json').issues,
    ];
    expect(issues.length).toBeGreaterThan(6);
    expectGerman(issues, ['not-json', 'schema-unknown-field', 'schema-invalid-type']);
  });
});
