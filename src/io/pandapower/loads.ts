import type { CircuitGenerator, LoadModel, WindingConnection } from '../../model/circuit';
import { NO_LIMITS, terminalAt, THREE_PHASES } from '../circuitDraft';
import type { NetBus, Reading } from './reading';
import type { TableRow } from './tableRow';

const POWER: LoadModel = { kind: 'constantPower' };
const PHASES = ['a', 'b', 'c'] as const;

/** Tables load, motor, ward (its constant power), sgen, storage, asymmetric_load and asymmetric_sgen. */
export function readLoads(reading: Reading): void {
  for (const row of reading.rows('load')) {
    const scale = 1e6 * row.numberOr('scaling', 1);
    const power = { pW: scale * row.number('p_mw'), qVar: scale * row.numberOr('q_mvar', 0) };
    addLoad(reading, row, reading.idOf(row), power, loadModel(row));
  }
  for (const row of reading.rows('motor')) addLoad(reading, row, reading.idOf(row), motorPower(row), POWER);
  for (const row of reading.rows('ward')) {
    const power = { pW: 1e6 * row.numberOr('ps_mw', 0), qVar: 1e6 * row.numberOr('qs_mvar', 0) };
    if (power.pW !== 0 || power.qVar !== 0) addLoad(reading, row, reading.idOf(row), power, POWER);
  }
  for (const row of reading.rows('sgen')) addGenerator(reading, row, 'sgen');
  for (const row of reading.rows('storage')) addGenerator(reading, row, 'storage');
  for (const row of reading.rows('asymmetric_load')) addPhases(reading, row, 'load');
  for (const row of reading.rows('asymmetric_sgen')) addPhases(reading, row, 'sgen');
}

interface Power {
  readonly pW: number;
  readonly qVar: number;
}

/** Percentages of constant impedance and current: one pair for P and Q in version 2, one for each in version 3. */
function loadModel(row: TableRow): LoadModel {
  const shares = (letter: 'p' | 'q'): readonly [number, number, number] => {
    const share = (kind: 'z' | 'i'): number =>
      row.numberOr(`const_${kind}_${letter}_percent`, row.numberOr(`const_${kind}_percent`, 0)) / 100;
    const [z, i] = [share('z'), share('i')];
    if (z < 0 || i < 0 || z + i > 1 + 1e-12) {
      row.refuse(
        `const_z_${letter}_percent`,
        'and the constant current share exceed 0 to 100 %',
        'Correct the shares.',
      );
    }
    return [z, i, 1 - z - i];
  };
  const [p, q] = [shares('p'), shares('q')];
  if (p[2] === 1 && q[2] === 1) return POWER;
  if (p[0] === 1 && q[0] === 1) return { kind: 'constantImpedance' };
  if (p[1] === 1 && q[1] === 1) return { kind: 'constantCurrent' };
  return { kind: 'zip', p, q, cutOffPu: 0 };
}

function connectionOf(row: TableRow): WindingConnection {
  const type = row.text('type');
  return type !== null && type.toLowerCase() === 'delta' ? 'delta' : 'wye';
}

function service(row: TableRow, bus: NetBus): boolean {
  return row.flag('in_service', true) && bus.inService;
}

function addLoad(reading: Reading, row: TableRow, id: string, power: Power, model: LoadModel): void {
  const bus = reading.busOf(row, 'bus');
  if (!bus) return;
  const connection = connectionOf(row);
  reading.draft.loads.push({
    id,
    terminal: terminalAt(bus.id, connection === 'delta' ? THREE_PHASES : [...THREE_PHASES, 0]),
    phases: 3,
    connection,
    model,
    ratedVoltageV: bus.voltageV,
    limits: NO_LIMITS,
    ...power,
    shapes: {},
    fixed: false,
    enabled: service(row, bus),
  });
}

/** Electric power of a motor from its mechanical rating: P = P_mech / efficiency x loading, Q = P tan(phi) (pandapower). */
function motorPower(row: TableRow): Power {
  const share = (row.numberOr('loading_percent', 100) / 100) * row.numberOr('scaling', 1);
  const pW = ((1e6 * row.number('pn_mech_mw')) / row.positive('efficiency_percent')) * 100 * share;
  const cosPhi = row.positive('cos_phi');
  if (cosPhi > 1) row.refuse('cos_phi', 'is above 1', 'Give the power factor at this loading, up to 1.');
  const sVa = pW / cosPhi;
  return { pW, qVar: Math.sqrt(Math.max(0, sVa * sVa - pW * pW)) };
}

function generatorKind(row: TableRow, table: 'sgen' | 'storage'): CircuitGenerator['kind'] {
  if (table === 'storage') return 'storage';
  const type = row.text('type');
  return type !== null && type.toUpperCase() === 'PV' ? 'photovoltaic' : 'generator';
}

/** sgen counts generation positive, as a circuit does; storage counts charging positive, so its signs are turned. */
function addGenerator(reading: Reading, row: TableRow, table: 'sgen' | 'storage'): void {
  const bus = reading.busOf(row, 'bus');
  const scale = (table === 'storage' ? -1e6 : 1e6) * row.numberOr('scaling', 1);
  const pW = scale * row.number('p_mw');
  const qVar = scale * row.numberOr('q_mvar', 0);
  if (!bus) return;
  reading.draft.generators.push({
    ...generatorFrame(row, bus),
    id: reading.idOf(row),
    kind: generatorKind(row, table),
    terminal: terminalAt(bus.id, [...THREE_PHASES, 0]),
    phases: 3,
    ratedVoltageV: bus.voltageV,
    pW,
    qVar,
  });
}

type GeneratorFrame = Pick<
  CircuitGenerator,
  'connection' | 'model' | 'ratedSVa' | 'limits' | 'shapes' | 'enabled'
>;

function generatorFrame(row: TableRow, bus: NetBus): GeneratorFrame {
  return {
    connection: 'wye',
    model: 'constantPower',
    ratedSVa: row.has('sn_mva') ? 1e6 * row.number('sn_mva') : NaN,
    limits: NO_LIMITS,
    shapes: {},
    enabled: service(row, bus),
  };
}

/** One single-phase load or generator a phase: a to earth for wye, a to b for delta, as pandapower's runpp_3ph counts them. */
function addPhases(reading: Reading, row: TableRow, table: 'load' | 'sgen'): void {
  const bus = reading.busOf(row, 'bus');
  const connection = connectionOf(row);
  const scale = 1e6 * row.numberOr('scaling', 1);
  PHASES.forEach((letter, k) => {
    const pW = scale * row.numberOr(`p_${letter}_mw`, 0);
    const qVar = scale * row.numberOr(`q_${letter}_mvar`, 0);
    if (!bus || (pW === 0 && qVar === 0)) return;
    const across = connection === 'delta';
    const shared = {
      id: `${reading.idOf(row)} ${letter}`,
      terminal: terminalAt(bus.id, [k + 1, across ? ((k + 1) % 3) + 1 : 0]),
      phases: 1,
      connection,
      ratedVoltageV: across ? bus.voltageV : bus.voltageV / Math.sqrt(3),
      limits: NO_LIMITS,
      pW,
      qVar,
      shapes: {},
      enabled: service(row, bus),
    };
    if (table === 'load') reading.draft.loads.push({ ...shared, model: POWER, fixed: false });
    else {
      const frame = generatorFrame(row, bus);
      reading.draft.generators.push({ ...frame, ...shared, kind: generatorKind(row, 'sgen') });
    }
  });
}
