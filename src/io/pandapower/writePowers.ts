import type {
  CircuitCapacitor,
  CircuitGenerator,
  CircuitLoad,
  CircuitReactor,
  LoadModel,
  Terminal,
  WindingConnection,
} from '../../model/circuit';
import type { Row } from './dataFrame';
import { isSeries } from './writeBranches';
import { isEarth, type Writing } from './writing';

const LETTERS = ['a', 'b', 'c'] as const;

/** Loads, generators, shunt capacitors and reactors. */
export function writePowers(writing: Writing): void {
  for (const load of writing.circuit.loads) writeLoad(writing, load);
  for (const generator of writing.circuit.generators) writeGenerator(writing, generator);
  for (const capacitor of writing.circuit.capacitors) writeCapacitor(writing, capacitor);
  for (const reactor of writing.circuit.reactors) if (!isSeries(reactor)) writeReactor(writing, reactor);
}

type Shares = readonly [z: number, i: number, p: number];

const CONSTANT: Readonly<Record<string, readonly [p: Shares, q: Shares]>> = {
  constantPower: [
    [0, 0, 1],
    [0, 0, 1],
  ],
  constantImpedance: [
    [1, 0, 0],
    [1, 0, 0],
  ],
  constantCurrent: [
    [0, 1, 0],
    [0, 1, 0],
  ],
  constantPQuadraticQ: [
    [0, 0, 1],
    [1, 0, 0],
  ],
  constantPFixedX: [
    [0, 0, 1],
    [1, 0, 0],
  ],
  constantPFixedQ: [
    [0, 0, 1],
    [0, 0, 1],
  ],
};

function sharesOf(model: LoadModel): readonly [p: Shares, q: Shares] | null {
  if (model.kind === 'zip') return [model.p, model.q];
  return CONSTANT[model.kind] ?? null;
}

function writeLoad(writing: Writing, load: CircuitLoad): void {
  const where = `load ${load.id}`;
  const shares = sharesOf(load.model);
  if (!shares) {
    writing.refuse(where, 'follows its voltage by exponents', 'Write it as a ZIP load.');
    return;
  }
  const { minPu, maxPu } = load.limits;
  if (minPu > 0 || maxPu !== Infinity) {
    writing.leaveOut(
      where,
      'its voltage limits are not written',
      `Valid while its voltage is in ${minPu} to ${maxPu} pu.`,
    );
  }
  const shared = {
    name: load.id,
    bus: writing.busRow(load.terminal),
    scaling: 1,
    sn_mva: null,
    in_service: load.enabled,
  };
  if (isBalanced(load.terminal, load.phases, load.connection)) {
    const k = writing.busVoltageV(load.terminal) / load.ratedVoltageV;
    const [p, q] = [atBusVoltage(load.pW, shares[0], k), atBusVoltage(load.qVar, shares[1], k)];
    writing.rows.load.push({
      ...shared,
      p_mw: p.power / 1e6,
      q_mvar: q.power / 1e6,
      const_z_p_percent: p.z,
      const_z_q_percent: q.z,
      const_i_p_percent: p.i,
      const_i_q_percent: q.i,
      type: load.connection,
    });
    return;
  }
  const constant = shares.every(([z, i]) => z === 0 && i === 0);
  if (!constant)
    writing.refuse(where, 'is unbalanced and follows its voltage', 'Write it with constant power.');
  const phases = perPhase(load.terminal, load.phases, load.connection, load.pW, load.qVar);
  if (phases) writing.rows.asymmetric_load.push({ ...shared, ...phases, type: load.connection });
  else
    writing.refuse(
      where,
      'stands on other nodes than 1, 2, 3 and earth',
      'Give it phases against earth or each other.',
    );
}

/** Shares at the load's rated voltage to shares at the bus's: a part z grows with k^2, a part i with k. */
function atBusVoltage(power: number, [z, i, p]: Shares, k: number): { power: number; z: number; i: number } {
  const sum = z * k * k + i * k + p;
  return { power: power * sum, z: 100 * ((z * k * k) / sum), i: 100 * ((i * k) / sum) };
}

function isBalanced(terminal: Terminal, phases: number, connection: WindingConnection): boolean {
  const live = connection === 'wye' ? terminal.nodes.slice(0, -1) : terminal.nodes;
  const star = connection === 'wye' ? terminal.nodes.at(-1) : 0;
  // A star point of its own carries no current when the load is balanced.
  return phases === 3 && [1, 2, 3].every((node) => live.includes(node)) && (star === 0 || (star ?? 0) > 3);
}

/** Phase columns of an unbalanced element; null where it is neither against earth nor between neighbours. */
function perPhase(
  terminal: Terminal,
  phases: number,
  connection: WindingConnection,
  pW: number,
  qVar: number,
): Row | null {
  const share = new Map<number, number>();
  const { nodes } = terminal;
  if (connection === 'wye') {
    if (nodes.at(-1) !== 0) return null;
    for (const node of nodes.slice(0, -1)) share.set(node, 1 / phases);
  } else {
    if (nodes.length !== 2) return null;
    // a is between phases 1 and 2, b between 2 and 3, c between 3 and 1.
    const [first, second] = [Math.min(...nodes), Math.max(...nodes)];
    share.set(first === 1 && second === 3 ? 3 : first, 1);
  }
  if ([...share.keys()].some((node) => node < 1 || node > 3)) return null;
  return Object.fromEntries(
    LETTERS.flatMap((letter, k) => {
      const part = share.get(k + 1) ?? 0;
      return [
        [`p_${letter}_mw`, (part * pW) / 1e6],
        [`q_${letter}_mvar`, (part * qVar) / 1e6],
      ];
    }),
  );
}

function writeGenerator(writing: Writing, generator: CircuitGenerator): void {
  const where = `generator ${generator.id}`;
  if (generator.model !== 'constantPower') {
    writing.refuse(where, 'is not of constant power', 'Write the power it delivers.');
    return;
  }
  const { terminal, phases, connection, pW, qVar } = generator;
  const shared = {
    name: generator.id,
    bus: writing.busRow(terminal),
    sn_mva: generator.ratedSVa / 1e6,
    scaling: 1,
    in_service: generator.enabled,
    type: generator.kind === 'photovoltaic' ? 'PV' : null,
    current_source: true,
  };
  if (isBalanced(terminal, phases, connection)) {
    if (generator.kind === 'storage') {
      // pandapower counts charging positive.
      writing.rows.storage.push({ ...shared, p_mw: (0 - pW) / 1e6, q_mvar: (0 - qVar) / 1e6, min_e_mwh: 0 });
    } else writing.rows.sgen.push({ ...shared, p_mw: pW / 1e6, q_mvar: qVar / 1e6 });
    return;
  }
  const rows = perPhase(terminal, phases, connection, pW, qVar);
  if (rows) writing.rows.asymmetric_sgen.push({ ...shared, ...rows, type: connection });
  else
    writing.refuse(
      where,
      'stands on other nodes than 1, 2, 3 and earth',
      'Give it phases against earth or each other.',
    );
}

function writeCapacitor(writing: Writing, capacitor: CircuitCapacitor): void {
  const where = `capacitor ${capacitor.id}`;
  const series = capacitor.connection === 'wye' && !isEarth(capacitor.returnTerminal);
  if (series || capacitor.phases !== 3) {
    writing.refuse(where, 'is not a three-phase shunt', 'Leave it out.');
    return;
  }
  const closed = capacitor.steps.filter((step) => step.closed);
  if (closed.some((step) => step.rOhm !== 0 || step.xOhm !== 0)) {
    writing.leaveOut(
      where,
      'the impedances in series with its steps are not written',
      'Expect slightly other reactive power.',
    );
  }
  writing.rows.shunt.push({
    name: capacitor.id,
    bus: writing.busRow(capacitor.terminal),
    p_mw: 0,
    q_mvar: closed.reduce((sum, step) => sum - step.qVar, 0) / 1e6,
    vn_kv: capacitor.ratedVoltageV / 1000,
    step: 1,
    max_step: 1,
    in_service: capacitor.enabled,
  });
}

/** S = 3 V^2 / conj(Z) at the phase voltage; a delta is three times as much. */
function writeReactor(writing: Writing, reactor: CircuitReactor): void {
  const where = `reactor ${reactor.id}`;
  if (reactor.terminal.nodes.length !== 3) {
    writing.refuse(where, 'is not a three-phase shunt', 'Leave it out.');
    return;
  }
  const r = writing.sequences(where, 'rOhm', reactor.rOhm).positive;
  const x = writing.sequences(where, 'xOhm', reactor.xOhm).positive;
  const lineV = writing.busVoltageV(reactor.terminal);
  const scale = (reactor.connection === 'delta' ? 3 : 1) * lineV * lineV;
  const squared = r * r + x * x;
  writing.rows.shunt.push({
    name: reactor.id,
    bus: writing.busRow(reactor.terminal),
    p_mw: (scale * (r / squared + 1 / reactor.parallelROhm)) / 1e6,
    q_mvar: (scale * (x / squared)) / 1e6,
    vn_kv: lineV / 1000,
    step: 1,
    max_step: 1,
    in_service: reactor.enabled,
  });
}
