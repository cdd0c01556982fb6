import type { Circuit, CircuitBus, CircuitStudy, Terminal } from '../../../model/circuit';
import { regControlClass } from '../controls';
import type { Session } from '../session';
import { buildCapacitors } from './capacitors';
import { Build } from './context';
import { buildCapacitorControls, buildRegulators, type Targets } from './controls';
import { reportVoidNumbers } from './finite';
import { buildGenerators } from './generators';
import { buildInverterControls } from './inverterControls';
import { buildLines } from './lines';
import { buildLoads } from './loads';
import { buildReactors } from './reactors';
import { buildSources } from './sources';
import { openedElements } from './switching';
import { buildTransformers } from './transformers';
import { reportUnsupported } from './unsupported';

/** The circuit as a script left it. What cannot be told in the circuit's terms is reported. */
export function buildCircuit(session: Session): Circuit {
  const study = studyOf(session);
  const build = new Build(session, study.mode, openedElements(session));
  const sources = buildSources(build);
  const lines = buildLines(build);
  const transformers = buildTransformers(build);
  const banks = buildCapacitors(build);
  const reactors = [...buildReactors(build), ...banks.reactors];
  const generation = buildGenerators(build);
  const loads = [...buildLoads(build), ...generation.loads];
  const { capacitors } = banks;
  const { generators } = generation;
  const targets: Targets = {
    capacitors: new Set(capacitors.map(({ id }) => id)),
    elements: new Set([
      ...lines.map(({ id }) => `line.${id}`),
      ...transformers.map(({ id }) => `transformer.${id}`),
      ...capacitors.map(({ id }) => `capacitor.${id}`),
    ]),
    generators: generation.ids,
  };
  const terminals: Terminal[] = [
    ...sources.flatMap((source) => [source.terminal, source.returnTerminal]),
    ...lines.flatMap((line) => [line.from, line.to]),
    ...transformers.flatMap((unit) => unit.windings.map((winding) => winding.terminal)),
    ...[...capacitors, ...reactors].flatMap((element) => [element.terminal, element.returnTerminal]),
    ...[...loads, ...generators].map((element) => element.terminal),
  ];
  const circuit: Circuit = {
    name: session.circuitName ?? '',
    baseFrequencyHz: build.frequencyHz,
    voltageBasesV: session.voltageBasesAsked ? session.options.voltageBasesKv.map((kv) => kv * 1000) : [],
    buses: busesOf(session, terminals),
    sources,
    lines,
    transformers,
    capacitors,
    reactors,
    loads,
    generators,
    regulatorControls: buildRegulators(build),
    capacitorControls: buildCapacitorControls(build, targets),
    shapes: [...build.shapes.values()],
    ...buildInverterControls(build, targets),
    study,
  };
  reportUnsupported(build);
  reportRemoteBuses(circuit, session);
  reportVoidNumbers(circuit, session);
  return circuit;
}

function studyOf(session: Session): CircuitStudy {
  const { options } = session;
  return {
    mode: options.mode === 'other' ? (session.solvedMode ?? 'snapshot') : options.mode,
    stepS: options.stepS,
    loadMultiplier: options.loadMultiplier,
    tolerance: options.tolerance,
    controls: options.controls,
    maxControlIterations: options.maxControlIterations,
  };
}

/** Every bus that an element stands on, in order of appearance. */
function busesOf(session: Session, terminals: readonly Terminal[]): CircuitBus[] {
  const ids = new Set(terminals.map(({ busId }) => busId));
  return [...ids].map((id): CircuitBus => {
    const position = session.positions.get(id);
    const baseVoltageV = session.busBasesV.get(id) ?? NaN;
    return position === undefined
      ? { id, baseVoltageV }
      : { id, baseVoltageV, position: [position.x, position.y] };
  });
}

function reportRemoteBuses(circuit: Circuit, session: Session): void {
  const known = new Set(circuit.buses.map(({ id }) => id));
  for (const control of circuit.regulatorControls) {
    if (!control.enabled || control.remote === undefined || known.has(control.remote.busId)) continue;
    const object = session.objects(regControlClass).get(control.id);
    session.reports.error({
      ...(object === undefined ? {} : { place: object.place }),
      code: 'dss-control',
      field: `regcontrol.${control.id}.bus`,
      value: control.remote.busId,
      message: `RegControl.${control.id} measures at bus "${control.remote.busId}", on which nothing stands.`,
      remedy: 'Name a bus of the circuit.',
    });
  }
}
