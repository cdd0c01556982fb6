import type { CircuitGenerator, CircuitLoad } from '../../../model/circuit';
import type { DssObject } from '../definitions';
import { generatorClass, type GeneratorObject } from '../generator';
import type { InverterObject } from '../inverter';
import { photovoltaicClass, photovoltaicPower } from '../photovoltaic';
import { storageClass, storagePower } from '../storage';
import type { Build, Subject } from './context';
import { wholeOpen } from './open';
import { photovoltaicShapes } from './photovoltaicShapes';
import { terminalOf } from './terminals';

export interface Generators {
  readonly generators: CircuitGenerator[];
  /** Generators that feed in like a load of negative power. */
  readonly loads: CircuitLoad[];
  /** Ids in the circuit, by `class.name`. */
  readonly ids: ReadonlyMap<string, string>;
}

interface Drawing {
  readonly bus1: string;
  readonly phases: number;
  readonly connection: 'wye' | 'delta';
}

export function buildGenerators(build: Build): Generators {
  const generators: CircuitGenerator[] = [];
  const loads: CircuitLoad[] = [];
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const idOf = ({ className, object }: Subject): string => {
    const name = `${className}.${object.id}`;
    const id = taken.has(object.id) ? name : object.id;
    taken.add(id);
    ids.set(name, id);
    return id;
  };
  for (const unit of build.session.objects(generatorClass).values()) {
    const subject = { className: 'generator', object: unit };
    checkGenerator(build, subject, unit);
    if (unit.model === 4 || unit.model === 5) loads.push(asLoad(build, subject, unit));
    else generators.push({ id: idOf(subject), ...circuitGenerator(build, subject, unit) });
  }
  for (const unit of build.session.objects(photovoltaicClass).values()) {
    const subject = { className: 'pvsystem', object: unit };
    const { kw, kvar } = photovoltaicPower(unit);
    const made = inverter(build, subject, unit, kw, kvar);
    const shapes = photovoltaicShapes(build, unit, made.shapes);
    generators.push({ id: idOf(subject), kind: 'photovoltaic', ...made, shapes });
  }
  for (const unit of build.session.objects(storageClass).values()) {
    const subject = { className: 'storage', object: unit };
    const { kw, kvar } = storagePower(unit);
    const made = inverter(build, subject, unit, kw, kvar);
    generators.push({ id: idOf(subject), kind: 'storage', ...made, shapes: {} });
  }
  return { generators, loads, ids };
}

function placed(build: Build, subject: Subject, unit: Drawing & DssObject) {
  const { phases, connection } = unit;
  const order = connection === 'wye' || phases < 3 ? phases + 1 : phases;
  return {
    terminal: terminalOf(build, subject, unit.bus1, phases, order),
    phases,
    connection,
    enabled: unit.enabled && !wholeOpen(build, subject, order),
  };
}

/** What holds its voltage is never taken as an impedance (generator.pas, DoPVTypeGen). */
const UNLIMITED = { minPu: 0, maxPu: 1000, lowPu: 0 };

function circuitGenerator(
  build: Build,
  subject: Subject,
  unit: GeneratorObject,
): Omit<CircuitGenerator, 'id'> {
  return {
    kind: 'generator',
    ...placed(build, subject, unit),
    model: unit.model === 2 ? 'constantImpedance' : unit.model === 3 ? 'constantPConstantV' : 'constantPower',
    ratedVoltageV: unit.kv * 1000,
    ratedSVa: unit.kva * 1000,
    limits: unit.model === 3 ? UNLIMITED : { minPu: unit.vMinPu, maxPu: unit.vMaxPu, lowPu: 0 },
    pW: unit.kw * 1000 * multiplier(build, unit),
    qVar: unit.kvar * 1000 * multiplier(build, unit),
    shapes: build.shapeNames(subject, unit),
    ...(unit.model === 3
      ? { heldVoltagePu: unit.vPu, qMinVar: unit.minKvar * 1000, qMaxVar: unit.maxKvar * 1000 }
      : {}),
  };
}

function multiplier(build: Build, unit: GeneratorObject): number {
  return unit.fixed ? 1 : build.session.options.generatorMultiplier;
}

/** Models 4 and 5 hold P, and Q or the reactance. */
function asLoad(build: Build, subject: Subject, unit: GeneratorObject): CircuitLoad {
  return {
    id: `generator.${unit.id}`,
    ...placed(build, subject, unit),
    model: { kind: unit.model === 4 ? 'constantPFixedQ' : 'constantPFixedX' },
    ratedVoltageV: unit.kv * 1000,
    limits: { minPu: unit.vMinPu, maxPu: unit.vMaxPu, lowPu: 0 },
    pW: -unit.kw * 1000 * multiplier(build, unit),
    qVar: -unit.kvar * 1000,
    shapes: build.shapeNames(subject, unit),
    fixed: true,
  };
}

function checkGenerator(build: Build, subject: Subject, unit: GeneratorObject): void {
  if (!unit.enabled) return;
  if (unit.model === 6) {
    build.error(subject, {
      code: 'dss-unsupported',
      property: 'model',
      value: 6,
      message: `Generator.${unit.id} has a model of its own (6), which is not supported.`,
      remedy: 'Use model 1, 2, 3, 4, 5 or 7.',
    });
  }
  if (unit.model === 7) {
    build.warning(subject, {
      code: 'dss-generator-model',
      property: 'model',
      value: 7,
      message: `Generator.${unit.id} (model 7) is taken as constant power; its current limit below Vminpu is not modelled.`,
      remedy: 'Nothing to do while its voltage stays within its limits.',
    });
  }
}

function reportOverTime(build: Build, subject: Subject, unit: InverterObject): void {
  const { className, object } = subject;
  for (const property of unit.overTime) {
    if (build.mode === 'snapshot') {
      build.note(`${className}.${property}`, subject, {
        code: 'dss-over-time',
        property,
        message: `${className}.${property} acts over time and is not supported there; a snapshot does without.`,
        remedy: 'Nothing to do for a snapshot.',
      });
    } else if (unit.enabled) {
      build.error(subject, {
        code: 'dss-unsupported',
        property,
        message: `${className}.${object.id}.${property} changes the solution over time and is not supported.`,
        remedy: 'Take it out, or model it otherwise.',
      });
    }
  }
}

function inverter(
  build: Build,
  subject: Subject,
  unit: InverterObject,
  kw: number,
  kvar: number,
): Omit<CircuitGenerator, 'id' | 'kind'> {
  const shapes = build.shapeNames(subject, unit);
  reportOverTime(build, subject, unit);
  if (build.mode !== 'snapshot' && subject.className === 'storage' && unit.enabled) {
    build.warning(subject, {
      code: 'dss-storage-over-time',
      message: `Storage.${unit.id} keeps its present power over time; its state of charge is not followed, nor are shapes and triggers.`,
      remedy: 'Nothing to do for a single step of known power.',
    });
  }
  return {
    ...placed(build, subject, unit),
    model: unit.model === 2 ? 'constantImpedance' : 'constantPower',
    ratedVoltageV: unit.kv * 1000,
    ratedSVa: unit.kva * 1000,
    limits: { minPu: unit.vMinPu, maxPu: unit.vMaxPu, lowPu: 0 },
    pW: kw * 1000,
    qVar: kvar * 1000,
    shapes,
  };
}
