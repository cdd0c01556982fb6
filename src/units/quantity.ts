import type { MathNode } from 'mathjs';
import { evaluateTree, QuantityError, type UnitCalculator, type Value } from './quantityTree';
import { CREATED_UNITS } from './unitTable';

/**
 * Structurally the model's `Outcome<number>`; written out here because units lie below the model and import nothing of it.
 */
export type QuantityOutcome =
  | { readonly ok: true; readonly value: number; readonly issues: readonly QuantityIssue[] }
  | { readonly ok: false; readonly issues: readonly QuantityIssue[] };

export interface QuantityIssue {
  readonly severity: 'error';
  readonly code: string;
  readonly source: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

export interface QuantityParser {
  /** Value of the typed text in `targetUnit`, for example `parse('12 kWh/day', 'W')` = 500. */
  parse(text: string, targetUnit: string): QuantityOutcome;
}

/** Longest text that is looked at; a quantity needs no more, and the parser's time stays bounded. */
const MAX_LENGTH = 60;

let loading: Promise<QuantityParser> | undefined;

/** Loads mathjs (175 kB compressed) on first use. */
export function loadQuantityParser(): Promise<QuantityParser> {
  loading ??= createQuantityParser();
  return loading;
}

/** Reads a typed quantity such as `0.35 W/(m2 K)` or `400 kVA` in the unit asked for. Never evaluates the text. */
export async function parseQuantity(text: string, targetUnit: string): Promise<QuantityOutcome> {
  return (await loadQuantityParser()).parse(text, targetUnit);
}

async function createQuantityParser(): Promise<QuantityParser> {
  const mathjs = await import('mathjs');
  const math = mathjs.create({
    ...mathjs.parseDependencies,
    ...mathjs.unitDependencies,
    ...mathjs.createUnitDependencies,
    ...mathjs.multiplyDependencies,
    ...mathjs.divideDependencies,
    ...mathjs.powDependencies,
  });
  for (const [name, definition] of CREATED_UNITS) {
    if (definition === null) math.createUnit(name);
    else math.createUnit(name, definition);
  }
  const calculator: UnitCalculator = {
    unit: (name) => math.unit(1, name),
    multiply: (a, b) => math.multiply(a, b) as Value['unit'],
    divide: (a, b) => math.divide(a, b) as Value['unit'],
    power: (a, exponent) => math.pow(a, exponent) as Value['unit'],
  };
  const parseTree = (text: string): MathNode => math.parse(text);
  return { parse: (text, targetUnit) => parseWith(calculator, parseTree, text, targetUnit) };
}

function parseWith(
  calculator: UnitCalculator,
  parseTree: (text: string) => MathNode,
  text: string,
  targetUnit: string,
): QuantityOutcome {
  const read = (source: string): Value => {
    let tree: MathNode;
    try {
      tree = parseTree(source);
    } catch {
      throw new QuantityError('quantity-syntax', 'is not a quantity', example(targetUnit));
    }
    return evaluateTree(calculator, tree);
  };
  try {
    const typed = read(normaliseQuantity(text));
    return {
      ok: true,
      value: convert(calculator, typed, read(normaliseUnit(targetUnit)), targetUnit),
      issues: [],
    };
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return {
      ok: false,
      issues: [
        {
          severity: 'error',
          code: error.code,
          source: 'typed quantity',
          value: shown,
          message: `"${shown}" ${error.message}.`,
          remedy: error.remedy,
        },
      ],
    };
  }
}

function convert(calculator: UnitCalculator, typed: Value, target: Value, targetUnit: string): number {
  if (typed.offset !== null || target.offset !== null) return convertTemperature(typed, target, targetUnit);
  if (typed.unit === null) {
    // A bare number is taken in the unit asked for: the field's label states it.
    return finite(typed.factor / target.factor, targetUnit);
  }
  if (typed.kind !== null && target.kind !== null && typed.kind !== target.kind) {
    throw new QuantityError(
      'quantity-power-kind',
      `is ${typed.kind} power, and ${target.kind} power is needed`,
      example(targetUnit),
    );
  }
  const ratio = target.unit === null ? typed.unit : calculator.divide(typed.unit, target.unit);
  if (typeof ratio !== 'number') {
    throw new QuantityError(
      'quantity-dimension',
      `cannot be expressed in ${targetUnit}`,
      example(targetUnit),
    );
  }
  return finite((ratio * typed.factor) / target.factor, targetUnit);
}

function convertTemperature(typed: Value, target: Value, targetUnit: string): number {
  if (target.offset === null) {
    if (targetUnit !== 'K') {
      throw new QuantityError(
        'quantity-dimension',
        `cannot be expressed in ${targetUnit}`,
        example(targetUnit),
      );
    }
    return finite(kelvin(typed), targetUnit);
  }
  if (typed.unit !== null && typed.offset === null && typed.name !== 'K') {
    throw new QuantityError('quantity-dimension', `is not a temperature`, example(targetUnit));
  }
  if (typed.unit === null) return finite(typed.factor, targetUnit);
  const absolute = kelvin(typed);
  return finite(target.offset === 'degF' ? (absolute - 273.15) * 1.8 + 32 : absolute - 273.15, targetUnit);
}

function kelvin(value: Value): number {
  if (value.offset === 'degC') return value.factor + 273.15;
  if (value.offset === 'degF') return (value.factor - 32) / 1.8 + 273.15;
  return value.factor;
}

function finite(value: number, targetUnit: string): number {
  if (!Number.isFinite(value))
    throw new QuantityError('quantity-range', 'is not a finite number', example(targetUnit));
  return value;
}

function example(targetUnit: string): string {
  return targetUnit === '1'
    ? 'Type a number, for example "0.5" or "50 %".'
    : `Type a number and a unit, for example "12 ${targetUnit}".`;
}

/** Typographic forms to plain ones; decimal comma to point; thousands gaps closed. */
function normaliseQuantity(text: string): string {
  if (text.length > MAX_LENGTH) {
    throw new QuantityError(
      'quantity-too-long',
      `is longer than ${MAX_LENGTH} characters`,
      'Type a number and a unit.',
    );
  }
  const plain = normaliseUnit(text.trim()).replace(/(\d)[\u2009\u202f\u00a0 ](?=\d{3}(?!\d))/g, '$1');
  if (plain === '') throw new QuantityError('quantity-empty', 'is empty', 'Type a number and a unit.');
  if (/\d,\d{3}(?!\d)/.test(plain)) {
    throw new QuantityError(
      'quantity-ambiguous-comma',
      'has a comma that may mark thousands or decimals',
      'Write 3500 or 3.5 without the comma.',
    );
  }
  return plain.replace(/(\d),(?=\d)/g, '$1.');
}

function normaliseUnit(text: string): string {
  return text
    .replace(/[−–]/g, '-')
    .replace(/[·×⋅]/g, '*')
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/Ω/g, ' ohm')
    .replace(/€/g, ' EUR')
    .replace(/°\s*([CF])/g, ' deg$1')
    .replace(/°/g, ' deg')
    .replace(/µ/g, 'u')
    .replace(/%/g, ' percent');
}
