import { z } from '../../model/schema/zod';

/** The field names in which "no value" is allowed, and what stands for it inside. JSON writes it as null. */
export const ABSENT_VALUES: Readonly<Record<string, number>> = {
  baseVoltageV: NaN,
  ratedCurrentA: NaN,
  emergencyCurrentA: NaN,
  normalRatingVa: NaN,
  emergencyRatingVa: NaN,
  ratedSVa: NaN,
  maxPu: Infinity,
  parallelROhm: Infinity,
};

const id = z.string().min(1).max(200);
const number = z.number();
const positive = z.number().positive();
const nonNegative = z.number().min(0);
const numbers = z.array(z.number());
const flag = (value: boolean) => z.boolean().default(value);
const none = (inner: z.ZodNumber, absent: number) =>
  z
    .union([inner, z.null()])
    .default(null)
    .transform((value) => value ?? absent);

const terminal = z.strictObject({ busId: id, nodes: z.array(z.int().min(0).max(1000)).min(1).max(100) });

const bus = z.strictObject({
  id,
  baseVoltageV: none(positive, NaN),
  position: z.tuple([z.number(), z.number()]).exactOptional(),
});

const source = z.strictObject({
  id,
  terminal,
  returnTerminal: terminal,
  voltageV: nonNegative,
  angleDeg: number.default(0),
  rOhm: numbers,
  xOhm: numbers,
  enabled: flag(true),
});

const line = z.strictObject({
  id,
  from: terminal,
  to: terminal,
  lengthM: nonNegative.default(0),
  rOhm: numbers,
  xOhm: numbers,
  bS: numbers,
  ratedCurrentA: none(nonNegative, NaN),
  emergencyCurrentA: none(nonNegative, NaN),
  isSwitch: flag(false),
  open: flag(false),
  enabled: flag(true),
});

const connection = z.enum(['wye', 'delta']);

const winding = z.strictObject({
  terminal,
  connection,
  ratedVoltageV: positive,
  ratedSVa: positive,
  rPercent: number,
  tapPu: positive.default(1),
  tapMinPu: positive.default(0.9),
  tapMaxPu: positive.default(1.1),
  tapSteps: z.int().min(0).max(10_000).default(32),
  neutralROhm: number.default(-1),
  neutralXOhm: number.default(0),
  reversed: z.boolean().exactOptional(),
  series: z.boolean().exactOptional(),
});

const transformer = z.strictObject({
  id,
  phases: z.int().min(1).max(3),
  windings: z.array(winding).min(2).max(20),
  shortCircuitXPercent: numbers,
  noLoadLossPercent: nonNegative.default(0),
  magnetisingPercent: nonNegative.default(0),
  magnetisingPlace: z.union([z.int().min(0).max(19), z.enum(['split', 'middle'])]).default('middle'),
  deltaRotation: z.enum(['lag', 'lead']).default('lag'),
  antifloatPpm: number.default(0),
  normalRatingVa: none(nonNegative, NaN),
  emergencyRatingVa: none(nonNegative, NaN),
  ratingBase: z.string().default(''),
  bank: z.string().default(''),
  enabled: flag(true),
});

const step = z.strictObject({
  qVar: nonNegative,
  rOhm: number.default(0),
  xOhm: number.default(0),
  closed: flag(true),
});

const phases = z.int().min(1).max(3);

const capacitor = z.strictObject({
  id,
  terminal,
  returnTerminal: terminal,
  phases,
  connection,
  ratedVoltageV: positive,
  steps: z.array(step).min(1),
  enabled: flag(true),
});

const reactor = z.strictObject({
  id,
  terminal,
  returnTerminal: terminal,
  rOhm: numbers,
  xOhm: numbers,
  parallelROhm: none(positive, Infinity),
  connection,
  enabled: flag(true),
});

const limits = z
  .strictObject({
    minPu: nonNegative.default(0),
    maxPu: none(nonNegative, Infinity),
    lowPu: nonNegative.default(0),
  })
  .default({ minPu: 0, maxPu: Infinity, lowPu: 0 });

const shapeNames = z
  .strictObject({ yearly: id.exactOptional(), daily: id.exactOptional(), duty: id.exactOptional() })
  .default({});

const three = z.tuple([z.number(), z.number(), z.number()]);

const loadModel = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constantPower') }),
    z.strictObject({ kind: z.literal('constantImpedance') }),
    z.strictObject({ kind: z.literal('constantPQuadraticQ') }),
    z.strictObject({ kind: z.literal('exponential'), pExponent: number, qExponent: number }),
    z.strictObject({ kind: z.literal('constantCurrent') }),
    z.strictObject({ kind: z.literal('constantPFixedQ') }),
    z.strictObject({ kind: z.literal('constantPFixedX') }),
    z.strictObject({ kind: z.literal('zip'), p: three, q: three, cutOffPu: nonNegative.default(0) }),
  ])
  .default({ kind: 'constantPower' });

const load = z.strictObject({
  id,
  terminal,
  phases,
  connection,
  model: loadModel,
  ratedVoltageV: positive,
  limits,
  pW: number,
  qVar: number,
  shapes: shapeNames,
  fixed: flag(false),
  enabled: flag(true),
});

const generator = z.strictObject({
  id,
  kind: z.enum(['generator', 'photovoltaic', 'storage']),
  terminal,
  phases,
  connection,
  model: z
    .enum(['constantPower', 'constantImpedance', 'constantPConstantV', 'constantCurrent'])
    .default('constantPower'),
  ratedVoltageV: positive,
  ratedSVa: none(nonNegative, NaN),
  limits,
  pW: number,
  qVar: number,
  shapes: shapeNames,
  heldVoltagePu: positive.exactOptional(),
  qMinVar: number.exactOptional(),
  qMaxVar: number.exactOptional(),
  enabled: flag(true),
});

export const elementSchemas = { bus, source, line, transformer, capacitor, reactor, load, generator };
