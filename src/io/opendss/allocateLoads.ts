import type { Circuit } from '../../model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../sim/powerflow/circuit';
import { type CircuitTopology, circuitTopology } from '../../study/network/topology';
import { buildCircuit } from './build/circuit';
import { allocateMore, loadClass } from './load';
import { energyMeterClass, USUAL_PEAK_A, type EnergyMeterObject } from './meter';
import { Reports } from './reports';
import type { Session } from './session';

/**
 * `AllocateLoads`: loads given by connected kVA or kWh are scaled until the meters at the heads of their zones read their
 * peak currents (OpenDSS, ExecHelper.pas and EnergyMeter.pas). A snapshot with load multiplier 1 is solved; then, so many times as
 * `Set NumAllocIterations` says, each load takes on the factor of its meter, I_peak / I of the phase it stands on (of the mean
 * over phases for loads of several), and the circuit is solved again. Taps go on from one solution to the next.
 */
export function allocateLoads(session: Session): void {
  const meters = metersOf(session);
  if (meters === undefined) return;
  session.options.loadMultiplier = 1;
  session.options.mode = 'snapshot';
  session.options.modeName = 'snapshot';
  let solved = solvedAside(session, undefined);
  for (let pass = 0; pass < session.options.allocationPasses && solved !== undefined; pass++) {
    const factors = loadFactors(session, meters, solved);
    if (factors === undefined) return;
    for (const [id, factor] of factors) {
      const load = session.objects(loadClass).get(id);
      if (load !== undefined) allocateMore(load, factor);
    }
    solved = solvedAside(session, solved.circuit);
  }
  session.solved();
}

function refuse(session: Session, what: string, remedy: string, field?: string): undefined {
  session.reports.error({
    code: 'dss-allocate',
    ...(field === undefined ? {} : { field }),
    message: `AllocateLoads: ${what}.`,
    remedy,
  });
  return undefined;
}

function metersOf(session: Session): EnergyMeterObject[] | undefined {
  const meters = [...session.objects(energyMeterClass).values()].filter(({ enabled }) => enabled);
  const sensors = [...(session.tables.get('sensor')?.objects.values() ?? [])];
  if (sensors.some(({ enabled }) => enabled))
    return refuse(session, 'sensors are not supported', 'Use EnergyMeters with PeakCurrent alone.');
  const listed = meters.find(({ zoneListed }) => zoneListed);
  if (listed !== undefined)
    return refuse(
      session,
      'a zone by list is not supported',
      'Take ZoneList out; the zone is what hangs on the meter.',
      `energymeter.${listed.id}.zonelist`,
    );
  return meters;
}

/** The circuit as it stands here, solved; what building it finds is told at the end of the script. */
function solvedAside(session: Session, before: Circuit | undefined): SolvedCircuit | undefined {
  const { reports } = session;
  session.reports = new Reports();
  session.reports.place = reports.place;
  const built = buildCircuit(session);
  const [trouble] = session.reports.issues().filter(({ severity }) => severity === 'error');
  session.reports = reports;
  if (trouble !== undefined)
    return refuse(session, `the circuit is not complete here: ${trouble.message}`, trouble.remedy);
  const outcome = solveCircuit(
    before === undefined
      ? built
      : { ...built, transformers: before.transformers, capacitors: before.capacitors },
  );
  if (outcome.ok && outcome.value.solution.status === 'converged') return outcome.value;
  const reason = outcome.ok ? 'the power flow finds no solution' : outcome.issues[0]!.message;
  return refuse(session, reason.replace(/\.$/, ''), 'Give smaller allocation factors to begin with.');
}

/** Factor by load id, over the zones of all meters. */
function loadFactors(
  session: Session,
  meters: readonly EnergyMeterObject[],
  solved: SolvedCircuit,
): Map<string, number> | undefined {
  const { circuit } = solved;
  const topology = circuitTopology(circuit);
  const metered = new Set(meters.map(({ element }) => element));
  const factors = new Map<string, number>();
  for (const meter of meters) {
    const phases = phaseFactors(meter, solved);
    if (phases === undefined)
      return refuse(
        session,
        `EnergyMeter.${meter.id} measures at "${meter.element}", terminal ${meter.terminal}, which is no closed line or transformer`,
        'Name a line or transformer as class.name, and one of its terminals.',
        `energymeter.${meter.id}.element`,
      );
    const zone = zoneOf(meter, circuit, topology, metered);
    if (zone === undefined)
      return refuse(
        session,
        `the zone of EnergyMeter.${meter.id} leads back to where it measures`,
        'Open the loop, or allocate by hand.',
        `energymeter.${meter.id}.element`,
      );
    const mean = phases.reduce((sum, value) => sum + value, 0) / phases.length;
    for (const load of circuit.loads) {
      if (!load.enabled || !zone.has(load.terminal.busId)) continue;
      const node = load.terminal.nodes[0]!;
      const single = node < 1 || node > 3 ? 1 : phases.length === 1 ? phases[0]! : (phases[node - 1] ?? 1);
      factors.set(load.id, load.phases === 1 ? single : mean);
    }
  }
  return factors;
}

/** I_peak / I per phase of the metered terminal. */
function phaseFactors(
  { element, terminal, peakCurrentA }: EnergyMeterObject,
  { circuit, solution }: SolvedCircuit,
): number[] | undefined {
  const flow = solution.elements.find(({ kind, id }) => `${kind}.${id}` === element);
  const end = flow?.terminals[terminal - 1];
  if (flow === undefined || end === undefined || (flow.kind !== 'line' && flow.kind !== 'transformer'))
    return undefined;
  const unit = circuit.transformers.find(({ id }) => flow.kind === 'transformer' && id === flow.id);
  const { currentRe, currentIm } = end;
  return Array.from({ length: unit?.phases ?? currentRe.length }, (_, k) => {
    const iA = Math.sqrt(currentRe[k]! * currentRe[k]! + currentIm[k]! * currentIm[k]!);
    return iA > 0 ? (peakCurrentA[k] ?? USUAL_PEAK_A) / iA : 1;
  });
}

/** Buses behind a meter, up to the next one; undefined where they lead round to where it measures. */
function zoneOf(
  { element, terminal }: EnergyMeterObject,
  circuit: Circuit,
  { branches, busIds, rowOfBus }: CircuitTopology,
  metered: ReadonlySet<string>,
): Set<string> | undefined {
  const [kind, id] = [element.slice(0, element.indexOf('.')), element.slice(element.indexOf('.') + 1)];
  const line = kind === 'line' ? circuit.lines.find((each) => each.id === id) : undefined;
  const unit = kind === 'transformer' ? circuit.transformers.find((each) => each.id === id) : undefined;
  const ends =
    line === undefined ? (unit?.windings ?? []).map((each) => each.terminal) : [line.from, line.to];
  const start = ends[terminal - 1]?.busId;
  const zone = new Set(ends.map(({ busId }) => busId).filter((busId) => busId !== start));
  const beside = new Map<string, string[]>();
  for (const branch of branches) {
    if (metered.has(`${branch.kind}.${branch.id}`)) continue;
    const [from, to] = [busIds[branch.fromBus]!, busIds[branch.toBus]!];
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  for (const busId of zone) for (const next of beside.get(busId) ?? []) zone.add(next);
  const known = [...zone].filter((busId) => rowOfBus.has(busId));
  return start !== undefined && zone.has(start) ? undefined : new Set(known);
}
