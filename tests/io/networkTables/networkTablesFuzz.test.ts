import { describe, expect, test } from 'vitest';
import { type NetworkTableFile, readNetworkTables } from '../../../src/io/networkTables';
import { draws, mutateJson, mutateText } from '../mutations';
import { expectSound } from '../soundCircuit';
import { drawing, drawnLine, drawnPoint } from './drawing';

const SEED = 20261127;

const TABLES: readonly NetworkTableFile[] = [
  { name: 'buses.csv', text: 'id,kv,x_m,y_m\nstation,0.4,0,0\nhouse,,50,10\n' },
  {
    name: 'lines.csv',
    text: `id,from_bus,to_bus,length_m,r1_ohm_per_km,x1_ohm_per_km,r0_ohm_per_km,x0_ohm_per_km,c1_nf_per_km,phases,parallel,rated_a
main,station,corner,200,0.206,0.08,0.824,0.32,300,abc,2,270
service,corner,house,50,0.641,0.085,2.5,0.3,,b,,142
`,
  },
  {
    name: 'transformers.csv',
    text: 'id,from_bus,to_bus,rated_kva,from_kv,to_kv,uk_percent,load_loss_kw,vector_group\nt1,mv,station,400,20,0.4,4,4.6,Dyn5\n',
  },
  { name: 'switches.csv', text: 'id,from_bus,to_bus,closed\ns,corner,end,true\n' },
  {
    name: 'connections.csv',
    text: 'id,bus,phases,p_kw,q_kvar,kind,connection,model\nhouse 1,house,b,6,1.5,load,wye,constantPower\nroof,corner,abc,9,0,photovoltaic,,\nshop,end,ab,3,0,load,delta,constantCurrent\n',
  },
  { name: 'sources.csv', text: 'id,bus,kv,voltage_pu,short_circuit_mva,r_over_x\ngrid,mv,20,1.02,200,0.5\n' },
];

const DRAWING: unknown = JSON.parse(
  drawing([
    drawnPoint('source', 'grid', [0, 50], { kv: 20 }),
    drawnLine(
      'mv',
      [
        [0, 50],
        [0, 0],
      ],
      { kv: 20 },
    ),
    drawnPoint('transformer', 't', [0, 0], { rated_kva: 400, from_kv: 20, to_kv: 0.4, uk_percent: 4 }),
    drawnLine('main', [
      [0, 0],
      [50, 0],
      [100, 0],
    ]),
    drawnLine(
      'side',
      [
        [60, 0.2],
        [60, 40],
      ],
      { length_m: 45 },
    ),
    drawnLine('stray', [
      [40, 20],
      [80, 20],
    ]),
    drawnPoint('connection', 'house', [60, 42], { p_kw: 5, phases: 'b' }),
    drawnPoint('bus', 'pillar', [100, 0.1]),
  ]).text,
);

function check(files: readonly NetworkTableFile[]): boolean {
  const started = performance.now();
  const outcome = readNetworkTables(files);
  expect(outcome.issues.length + (outcome.ok ? 1 : 0)).toBeGreaterThan(0);
  if (outcome.ok) expectSound(outcome.value.circuit);
  expect(performance.now() - started).toBeLessThan(1000);
  return outcome.ok;
}

describe('whatever is in tables or drawings, reading them gives a sound circuit or issues', () => {
  test('1,000 mutated tables', () => {
    let read = 0;
    for (let k = 0; k < 1000; k++) {
      const draw = draws(SEED, `table ${k}`);
      const at = draw(TABLES.length);
      if (
        check(TABLES.map((file, row) => (row === at ? { ...file, text: mutateText(file.text, draw) } : file)))
      )
        read += 1;
    }
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(900);
  });

  test('1,000 mutated drawings', () => {
    let read = 0;
    for (let k = 0; k < 1000; k++) {
      const text = JSON.stringify(mutateJson(DRAWING, draws(SEED, `drawing ${k}`)));
      if (check([{ name: 'net.geojson', text }])) read += 1;
    }
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(900);
  });

  test('a town of 3,000 lines takes less than two seconds', () => {
    const lines = Array.from({ length: 3000 }, (_, k) => {
      const [x, y] = [(k % 60) * 20, Math.floor(k / 60) * 20];
      return drawnLine(
        `l${k}`,
        k % 2 === 0
          ? [
              [x, y],
              [x + 20, y],
            ]
          : [
              [x, y],
              [x, y + 20],
            ],
      );
    });
    const started = performance.now();
    const outcome = readNetworkTables([
      drawing([drawnPoint('source', 'grid', [0, 0], { kv: 0.4 }), ...lines]),
    ]);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(outcome.ok && outcome.value.circuit.lines.length).toBeGreaterThanOrEqual(3000);
  });
});
