import type { ConstantNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode, Unit } from 'mathjs';
import { UNIT_TABLE, type PowerKind } from './unitTable';

/** A refusal with its machine name and remedy; never leaves src/units. */
export class QuantityError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** factor x unit. `offset` marks a temperature on a scale with its own zero, which cannot be multiplied further. */
export interface Value {
  readonly factor: number;
  readonly unit: Unit | number | null;
  readonly name: string | null;
  readonly kind: PowerKind | null;
  readonly offset: 'degC' | 'degF' | null;
}

export interface UnitCalculator {
  unit(name: string): Unit;
  multiply(a: Unit | number, b: Unit | number): Value['unit'];
  divide(a: Unit | number, b: Unit | number): Value['unit'];
  power(a: Unit | number, exponent: number): Value['unit'];
}

/**
 * Walks a parsed tree by a whitelist: numbers, units of our own table, parentheses, `*`, `/`, unary minus and whole
 * powers of units. Everything else (functions, assignments, ranges, matrices, members, strings) is refused unevaluated.
 */
export function evaluateTree(calculator: UnitCalculator, tree: MathNode): Value {
  switch (tree.type) {
    case 'ConstantNode':
      return constant((tree as ConstantNode).value);
    case 'SymbolNode':
      return symbol(calculator, (tree as SymbolNode).name);
    case 'ParenthesisNode':
      return evaluateTree(calculator, (tree as ParenthesisNode).content);
    case 'OperatorNode':
      return operator(calculator, tree as OperatorNode);
    default:
      throw new QuantityError(
        'quantity-not-allowed',
        'holds something that is neither a number nor a unit',
        'Use numbers, units, *, / and ^ only.',
      );
  }
}

function constant(value: unknown): Value {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new QuantityError(
      'quantity-not-allowed',
      'holds a value that is not a number',
      'Type a number and a unit.',
    );
  }
  return { factor: value, unit: null, name: null, kind: null, offset: null };
}

function symbol(calculator: UnitCalculator, name: string): Value {
  const entry = UNIT_TABLE.get(name);
  if (!entry) {
    throw new QuantityError(
      'quantity-unknown-unit',
      `uses the unknown unit "${name.slice(0, 20)}"`,
      'Known units: W, kW, MW, kWh, MWh, VA, kVA, var, kvar, V, kV, A, ohm, m, m2, K, degC, h, day, year, EUR, ct, %.',
    );
  }
  if (entry.mathjsName === '') {
    return { factor: name === 'percent' ? 0.01 : 1, unit: 1, name, kind: null, offset: null };
  }
  const offset = name === 'degC' || name === 'degF' ? name : null;
  return { factor: 1, unit: calculator.unit(entry.mathjsName), name, kind: entry.kind ?? null, offset };
}

function operator(calculator: UnitCalculator, tree: OperatorNode): Value {
  const [first, second] = tree.args as readonly (MathNode | undefined)[];
  if (tree.fn === 'unaryMinus' && first) {
    const value = evaluateTree(calculator, first);
    return { ...value, factor: -value.factor };
  }
  if (!first || !second || !['multiply', 'divide', 'pow'].includes(tree.fn)) {
    throw new QuantityError(
      'quantity-not-allowed',
      `uses the operator "${tree.op}"`,
      'Use numbers, units, *, / and ^ only.',
    );
  }
  const left = evaluateTree(calculator, first);
  const right = evaluateTree(calculator, second);
  if (tree.fn === 'pow') return power(calculator, left, right);
  return combine(calculator, left, right, tree.fn === 'multiply');
}

function combine(calculator: UnitCalculator, left: Value, right: Value, multiply: boolean): Value {
  const factor = multiply ? left.factor * right.factor : left.factor / right.factor;
  const kind = left.kind ?? right.kind;
  if (multiply && left.unit === null && right.offset !== null) return { ...right, factor };
  if (left.offset !== null || right.offset !== null) {
    throw new QuantityError(
      'quantity-temperature',
      'combines a temperature in degrees with other units',
      'Use K for temperature differences.',
    );
  }
  if (left.unit === null && right.unit === null) return { ...left, factor };
  const a = left.unit ?? 1;
  const b = right.unit ?? 1;
  const unit = multiply ? calculator.multiply(a, b) : calculator.divide(a, b);
  const name = multiply && left.unit === null ? right.name : null;
  return { factor, unit, name, kind, offset: null };
}

function power(calculator: UnitCalculator, base: Value, exponent: Value): Value {
  const n = exponent.factor;
  if (
    exponent.unit !== null ||
    !Number.isInteger(n) ||
    n < -4 ||
    n > 4 ||
    base.factor !== 1 ||
    base.offset !== null
  ) {
    throw new QuantityError(
      'quantity-power',
      'raises to a power that is not a small whole number of a unit',
      'Write m^2 or m2.',
    );
  }
  return { ...base, unit: base.unit === null ? null : calculator.power(base.unit, n), name: null };
}
