import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diskFiles } from '../../../src/cli/diskFiles';
import { writeCircuitFile } from '../../../src/io/circuitFile';
import { readOpenDss } from '../../../src/io/opendss';
import { readPandapower } from '../../../src/io/pandapower';
import type { Circuit, CircuitLoad, VoltageSource } from '../../../src/model/circuit';
import type { Outcome } from '../../../src/model/outcome';
import { networkCircuit } from '../../../src/sim/powerflow/network/networkCircuit';
import { readPeerGrid, readRows } from './peerCase';

/**
 * What of ../shared/data stands in circuits/: each circuit as our readers read it, and the reference's figures as they
 * are. `npm run validation -- --carry` writes them.
 */
const SHARED = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
export const HAVE_SHARED = existsSync(SHARED);

const EXPECTED_HEAD = 'node,v_mag_volt,angle_deg,v_pu';
const text = (path: string): string => readFileSync(`${SHARED}/${path}`, 'utf8');

/** Text of every carried file but case.json, by its path in circuits/. */
export function carriedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['ieee13/circuit.json', written(feeder('ieee13', 'IEEE13Nodeckt.dss'))],
    ['ieee13/expected.csv', expectedOf('feeders/ieee13/ref/IEEE13Nodeckt_tight.csv')],
    ['ieee13-published-taps/expected.csv', expectedOf('feeders/ieee13/ref/IEEE13Nodeckt_published_taps.csv')],
    ['ieee37/circuit.json', written(feeder('ieee37', 'ieee37.dss'))],
    ['ieee37/expected.csv', expectedOf('feeders/ieee37/ref/ieee37_tight.csv')],
    ['../published/ieee13/published.csv', text('feeders/ieee13/ref/gridlabd_autotest_asserts.csv')],
    ['../published/ieee37/published.csv', text('feeders/ieee37/ref/gridlabd_autotest_asserts.csv')],
    ...europeanBranch(),
    ...['cigre-lv', 'cigre-mv', 'cigre-mv-pv-wind'].flatMap(pandapowerCase),
    ...peerCase(),
  ]);
}

function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

const written = (circuit: Circuit): string => value(writeCircuitFile(circuit));
const feeder = (folder: string, main: string): Circuit =>
  value(readOpenDss(main, diskFiles(`${SHARED}/feeders/${folder}`))).circuit;

/** The columns that are compared, in the reference's own digits. */
function expectedOf(path: string, keep: (node: string) => boolean = () => true): string {
  const [head, ...rows] = text(path).trim().split('\n');
  const columns = EXPECTED_HEAD.split(',').map((name) => head!.split(',').indexOf(name));
  const lines = rows.map((row) => columns.map((column) => row.split(',')[column]!));
  return [EXPECTED_HEAD, ...lines.filter(([node]) => keep(node!)).map((cells) => cells.join(',')), ''].join(
    '\n',
  );
}

/** Everything behind this bus of the European LV feeder; the feeder itself has 1.6 MB. */
const CUT_BUS = '707';

/** The bus keeps the voltages that OpenDSS found for it, so what lies behind it must come out as in the whole feeder. */
function europeanBranch(): [string, string][] {
  const whole = feeder('european_lv', 'Master.dss');
  const reference = 'feeders/european_lv/ref/Master_tight.csv';
  const inside = new Set([CUT_BUS]);
  for (let size = 0; size < inside.size;) {
    size = inside.size;
    for (const line of whole.lines) if (inside.has(line.from.busId)) inside.add(line.to.busId);
  }
  const rows = expectedOf(reference, (node) => node.startsWith(`${CUT_BUS}.`))
    .trim()
    .split('\n')
    .slice(1);
  const circuit: Circuit = {
    ...whole,
    name: `european lv behind bus ${CUT_BUS}`,
    buses: whole.buses.filter((bus) => inside.has(bus.id)),
    sources: rows.map((row): VoltageSource => {
      const [node, volt, degree] = row.split(',');
      const number = Number(node!.split('.')[1]);
      return {
        id: `phase ${number}`,
        terminal: { busId: CUT_BUS, nodes: [number] },
        returnTerminal: { busId: CUT_BUS, nodes: [0] },
        voltageV: Number(volt),
        angleDeg: Number(degree),
        rOhm: [1e-9],
        xOhm: [1e-9],
        enabled: true,
      };
    }),
    lines: whole.lines.filter((line) => inside.has(line.from.busId)),
    transformers: [],
    loads: whole.loads
      .filter((load) => inside.has(load.terminal.busId))
      .map((load): CircuitLoad => ({ ...load, shapes: {} })),
    shapes: [],
  };
  return [
    ['european-lv-branch/circuit.json', written(circuit)],
    ['european-lv-branch/expected.csv', expectedOf(reference, (node) => inside.has(node.split('.')[0]!))],
  ];
}

interface PandapowerFigures {
  readonly inputs: { readonly bus: readonly { index: number; vn_kv: number }[] };
  readonly results: {
    readonly res_bus: readonly { index: number; vm_pu: number; va_degree: number }[];
  };
}

/** Balanced results, spread over three phases 120 degrees apart. */
function pandapowerCase(name: string): [string, string][] {
  const stem = `pandapower/${name.replaceAll('-', '_')}`;
  const circuit = value(readPandapower(text(`${stem}.pandapower.json`), name));
  const { inputs, results } = JSON.parse(text(`${stem}.json`)) as PandapowerFigures;
  const ratedKv = new Map(inputs.bus.map((bus) => [bus.index, bus.vn_kv]));
  const rows = results.res_bus.flatMap((bus) =>
    [1, 2, 3].map((phase) => {
      const volts = (bus.vm_pu * ratedKv.get(bus.index)! * 1000) / Math.sqrt(3);
      return `${bus.index}.${phase},${volts},${bus.va_degree - 120 * (phase - 1)},${bus.vm_pu}`;
    }),
  );
  return [
    [`${name}/circuit.json`, written(circuit)],
    [`${name}/expected.csv`, [EXPECTED_HEAD, ...rows, ''].join('\n')],
  ];
}

/** Night, noon of a summer's day with feed-in, an evening. */
export const PEER_STEPS = [12, 4380, 8000];

function peerCase(): [string, string][] {
  const folder = `${SHARED}/peer-case/n104`;
  const { network, connections, loadIds } = readPeerGrid(`${folder}/grid.json`);
  const nominalV = new Map(network.buses.map((bus) => [bus.id, bus.nominalVoltageV]));
  const bare = networkCircuit(network, [], 'split');
  const [template] = networkCircuit(network, connections, 'split').loads;
  const loads = connections.map((connection, row): CircuitLoad => {
    const { busId, phases } = connection;
    const lineV = nominalV.get(busId)!;
    return {
      ...template!,
      id: String(loadIds[row]),
      terminal: { busId, nodes: [...phases.map((phase) => 'abc'.indexOf(phase) + 1), 0] },
      phases: phases.length,
      ratedVoltageV: phases.length === 1 ? lineV / Math.sqrt(3) : lineV,
    };
  });
  const ofSteps = (rows: readonly string[][]): string[][] =>
    rows.filter(([step]) => PEER_STEPS.includes(Number(step)));
  const powers = ofSteps(readRows(`${folder}/steps_loads.csv`)).map(
    ([step, load, , , p, q]) => `${step},${load},${p},${q}`,
  );
  const expected = ofSteps(readRows(`${folder}/ref_asym_ref.csv`)).flatMap(([step, bus, ...values]) =>
    [0, 1, 2].map((f) => {
      const pu = Number(values[f]);
      const volts = (pu * nominalV.get(bus!)!) / Math.sqrt(3);
      return `${step},${bus}.${f + 1},${volts},${(Number(values[3 + f]) * 180) / Math.PI},${pu}`;
    }),
  );
  return [
    ['peer-n104/circuit.json', written({ ...bare, name: 'peer case n104', loads })],
    ['peer-n104/loads.csv', ['step,load,p_w,q_var', ...powers, ''].join('\n')],
    ['peer-n104/expected.csv', [`step,${EXPECTED_HEAD}`, ...expected, ''].join('\n')],
  ];
}
