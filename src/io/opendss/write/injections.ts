import type { CircuitGenerator, CircuitLoad, CircuitShape, LoadModel } from '../../../model/circuit';
import { limitText, list, unlessEnabled, type Writer } from './writer';

export function writeShape(writer: Writer, shape: CircuitShape): void {
  const { id, intervalS, p, q, actual } = shape;
  writer.line(
    `New LoadShape.${writer.name('loadshape', id)} npts=${p.length} sinterval=${intervalS} mult=${list([...p])}`,
    q === undefined ? '' : `qmult=${list([...q])}`,
    actual ? 'useactual=yes' : '',
  );
}

function modelText(model: LoadModel): string {
  switch (model.kind) {
    case 'constantPower':
      return 'model=1';
    case 'constantImpedance':
      return 'model=2';
    case 'constantPQuadraticQ':
      return 'model=3';
    case 'exponential':
      return `model=4 CVRwatts=${model.pExponent} CVRvars=${model.qExponent}`;
    case 'constantCurrent':
      return 'model=5';
    case 'constantPFixedQ':
      return 'model=6';
    case 'constantPFixedX':
      return 'model=7';
    case 'zip':
      return `model=8 ZIPV=${list([...model.p, ...model.q, model.cutOffPu])}`;
  }
}

/** Shapes come first: actual values would take the place of P and Q. */
export function writeLoad(writer: Writer, load: CircuitLoad): void {
  const { minPu, maxPu, lowPu } = load.limits;
  writer.line(
    `New Load.${writer.name('load', load.id)} phases=${load.phases} bus1=${writer.bus(load.terminal)} conn=${load.connection}`,
    writer.shapes(load.shapes),
    `kv=${load.ratedVoltageV / 1000} kw=${load.pW / 1000} kvar=${load.qVar / 1000} ${modelText(load.model)}`,
    `vminpu=${minPu} vmaxpu=${limitText(maxPu)} vlowpu=${lowPu} ${load.fixed ? 'status=fixed' : ''} ${unlessEnabled(load.enabled)}`,
  );
}

const CLASSES = { generator: 'Generator', photovoltaic: 'PVSystem', storage: 'Storage' } as const;

/** `pvsystem.name`, as controls name inverters. */
export function inverterName(writer: Writer, { id, kind }: CircuitGenerator): string {
  const className = CLASSES[kind].toLowerCase();
  return `${className}.${writer.name('generator', id)}`;
}

export function writeGenerator(
  writer: Writer,
  unit: CircuitGenerator,
  /** Shapes whose values are powers. */
  actualShapes: ReadonlySet<string>,
): void {
  const { id, kind, model, limits } = unit;
  const className = CLASSES[kind];
  const models = {
    constantPower: 1,
    constantImpedance: 2,
    constantPConstantV: 3,
    constantCurrent: 0,
  } as const;
  if (model === 'constantCurrent' || (model === 'constantPConstantV' && kind !== 'generator'))
    writer.refuse(kind, id, 'is neither of constant power nor of constant impedance.');
  // There a shape multiplies the irradiance.
  if (kind !== 'generator' && Object.values(unit.shapes).some((shape) => actualShapes.has(shape as string)))
    writer.refuse(kind, id, 'follows a shape of actual powers.');
  if (limits.lowPu !== 0)
    writer.report(
      'warning',
      kind,
      id,
      'loses its lower voltage limit, which OpenDSS has for loads only.',
      'Nothing to do.',
    );
  writer.line(
    `New ${className}.${writer.name('generator', id)} phases=${unit.phases} bus1=${writer.bus(unit.terminal)}`,
    `conn=${unit.connection} kv=${unit.ratedVoltageV / 1000} model=${models[model]}`,
    `vminpu=${limits.minPu} vmaxpu=${limitText(limits.maxPu)} ${writer.shapes(unit.shapes)}`,
    powerText(writer, unit),
    model === 'constantPConstantV' ? heldText(unit) : '',
    unlessEnabled(unit.enabled),
  );
}

function heldText({ heldVoltagePu = 1, qMinVar, qMaxVar }: CircuitGenerator): string {
  const limits = [
    qMaxVar === undefined ? '' : `maxkvar=${qMaxVar / 1000}`,
    qMinVar === undefined ? '' : `minkvar=${qMinVar / 1000}`,
  ];
  return `vpu=${heldVoltagePu} ${limits.join(' ')}`;
}

function powerText(writer: Writer, unit: CircuitGenerator): string {
  const { id, kind, pW, qVar } = unit;
  const kw = pW / 1000;
  if (kind === 'generator') {
    return `kw=${kw} ${unit.ratedSVa > 0 ? `kva=${unit.ratedSVa / 1000} ` : ''}kvar=${qVar / 1000}`;
  }
  const ratedSVa = inverterRating(writer, unit);
  const rest = `kva=${ratedSVa / 1000} kvar=${qVar / 1000}`;
  if (pW * pW + qVar * qVar > ratedSVa * ratedSVa * (1 + 1e-12) || (kind === 'photovoltaic' && pW < 0))
    writer.refuse(kind, id, 'has a power that its rating does not allow.');
  if (kind === 'photovoltaic') return `pmpp=${kw} irradiance=1 %cutin=0 %cutout=0 ${rest}`;
  const state = pW > 0 ? 'discharging' : pW < 0 ? 'charging' : 'idling';
  return `kwrated=${Math.abs(kw) || ratedSVa / 1000} kwhrated=1000 kwhstored=500 %idlingkw=0 state=${state} ${rest}`;
}

/** An inverter of unknown rating gets the one that its power needs: OpenDSS would take its own, and cut the power to it. */
function inverterRating(writer: Writer, { id, kind, pW, qVar, ratedSVa }: CircuitGenerator): number {
  if (ratedSVa > 0) return ratedSVa;
  writer.report(
    'warning',
    kind,
    id,
    'has no rating and is written with the one that its power needs.',
    'Give it a rating.',
  );
  return Math.max(1, Math.sqrt(pW * pW + qVar * qVar));
}
