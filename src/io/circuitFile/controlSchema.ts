import { z } from '../../model/schema/zod';

const id = z.string().min(1).max(200);
const number = z.number();
const nonNegative = z.number().min(0);
const row = z.int().min(0).max(100);

const regulatorControl = z.strictObject({
  id,
  transformerId: id,
  tapWinding: row,
  measuredWinding: row,
  phase: z.union([row, z.enum(['max', 'min'])]),
  remote: z.strictObject({ busId: id, node: z.int().min(0).max(1000), voltageRatio: number }).exactOptional(),
  setPointV: number,
  bandV: nonNegative,
  voltageRatio: number,
  currentRatingA: number,
  compensationRV: number,
  compensationXV: number,
  reversible: z.boolean(),
  reverseSetPointV: number,
  reverseBandV: number,
  reverseRV: number,
  reverseXV: number,
  delayS: nonNegative,
  tapDelayS: nonNegative,
  maxTapChange: number,
  voltageLimitV: number,
  inverseTime: z.boolean(),
  reversed: z.boolean().exactOptional(),
  enabled: z.boolean().default(true),
});

const measuredPhase = z.union([row, z.enum(['average', 'max', 'min'])]);

const capacitorControl = z.strictObject({
  id,
  capacitorId: id,
  elementId: z.string().max(200),
  elementTerminal: row,
  quantity: z.enum(['current', 'voltage', 'kvar', 'time', 'powerFactor']),
  onSetting: number,
  offSetting: number,
  voltageRatio: number,
  currentRatio: number,
  voltagePhase: measuredPhase,
  currentPhase: measuredPhase,
  voltageOverride: z.boolean(),
  voltageMinV: number,
  voltageMaxV: number,
  delayS: nonNegative,
  delayOffS: nonNegative,
  deadTimeS: nonNegative,
  enabled: z.boolean().default(true),
});

const inverterControl = z.strictObject({
  id,
  generatorIds: z.array(id),
  voltVarCurve: id.exactOptional(),
  voltWattCurve: id.exactOptional(),
  voltVarReference: z.enum(['available', 'rating']).exactOptional(),
  enabled: z.boolean().default(true),
});

const values = z
  .array(number)
  .min(1)
  .transform((list) => Float64Array.from(list));

const shape = z.strictObject({
  id,
  intervalS: z.number().positive(),
  p: values,
  q: values.exactOptional(),
  actual: z.boolean().default(false),
});

const curve = z.strictObject({ id, x: z.array(number).min(1), y: z.array(number).min(1) });

const study = z
  .strictObject({
    mode: z.enum(['snapshot', 'daily', 'yearly', 'duty']).default('snapshot'),
    stepS: z.number().positive().default(3600),
    loadMultiplier: number.default(1),
    tolerance: z.number().positive().default(1e-8),
    controls: z.enum(['static', 'time', 'off']).default('static'),
    maxControlIterations: z.int().min(1).max(10_000).default(15),
  })
  .default({
    mode: 'snapshot',
    stepS: 3600,
    loadMultiplier: 1,
    tolerance: 1e-8,
    controls: 'static',
    maxControlIterations: 15,
  });

export const controlSchemas = { regulatorControl, capacitorControl, inverterControl, shape, curve, study };
