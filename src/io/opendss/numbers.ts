import { acos, asin, atan2, cos, exp, ln, pow, sin } from '../../sim/numeric/elementary';
import { listEntries, type Variables } from './tokens';

const ZERO = '0'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);

/** A decimal number as Pascal's `Val` reads it (no hexadecimal, no words); undefined where it is none. */
export function parseReal(text: string): number | undefined {
  let at = 0;
  let digits = 0;
  const sign = text.charCodeAt(0);
  if (sign === 43 || sign === 45) at = 1;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) digits++;
  if (text.charCodeAt(at) === 46) {
    at += 1;
    for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) digits++;
  }
  if (digits === 0) return undefined;
  if (at < text.length) {
    if (skipExponent(text, at) !== text.length) return undefined;
  }
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Place after an exponent; -1 where there is none. */
function skipExponent(text: string, start: number): number {
  let at = start;
  if (text[at] !== 'e' && text[at] !== 'E') return -1;
  at += 1;
  if (text[at] === '+' || text[at] === '-') at += 1;
  const first = at;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at));
  return at > first ? at : -1;
}

/** The ten registers of OpenDSS's calculator; x is the first. */
type Stack = number[];
type Operation = (stack: Stack) => void;

const STACK_SIZE = 10;
const MAX_WORDS = 1000;
/** OpenDSS (RPN.pas) converts degrees with this many digits of pi. */
const RAD_PER_DEG = 3.14159265359 / 180;

function unary(compute: (x: number) => number): Operation {
  return (stack) => {
    stack[0] = compute(stack[0]!);
  };
}

function binary(compute: (y: number, x: number) => number): Operation {
  return (stack) => {
    stack[1] = compute(stack[1]!, stack[0]!);
    dropX(stack);
  };
}

/** Every register moves one down; the last keeps its value. */
function dropX(stack: Stack): void {
  stack.shift();
  stack.push(stack.at(-1)!);
}

function enter(stack: Stack, value: number): void {
  stack.unshift(value);
  stack.pop();
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['+', binary((y, x) => y + x)],
  ['-', binary((y, x) => y - x)],
  ['*', binary((y, x) => y * x)],
  ['/', binary((y, x) => y / x)],
  ['^', binary((y, x) => pow(y, x))],
  ['atan2', binary((y, x) => atan2(y, x) / RAD_PER_DEG)],
  ['sqrt', unary((x) => Math.sqrt(x))],
  ['sqr', unary((x) => x * x)],
  ['inv', unary((x) => 1 / x)],
  ['ln', unary((x) => ln(x))],
  ['log10', unary((x) => ln(x) / ln(10))],
  ['exp', unary((x) => exp(x))],
  ['sin', unary((x) => sin(x * RAD_PER_DEG))],
  ['cos', unary((x) => cos(x * RAD_PER_DEG))],
  ['tan', unary((x) => sin(x * RAD_PER_DEG) / cos(x * RAD_PER_DEG))],
  ['asin', unary((x) => asin(x) / RAD_PER_DEG)],
  ['acos', unary((x) => acos(x) / RAD_PER_DEG)],
  ['atan', unary((x) => atan2(x, 1) / RAD_PER_DEG)],
  ['pi', (stack) => enter(stack, 3.141592653589793)],
  ['swap', (stack) => stack.splice(0, 2, stack[1]!, stack[0]!)],
  ['rollup', (stack) => enter(stack, stack[0]!)],
  ['rolldn', dropX],
]);

/**
 * A number, or reverse Polish arithmetic such as `8 1000 /` (OpenDSS evaluates what it cannot read as a number). Undefined
 * where a word is neither number nor operation, or the result is not finite.
 */
export function evaluate(text: string, variables: Variables): number | undefined {
  const direct = parseReal(text);
  if (direct !== undefined) return direct;
  const words = listEntries(text, variables);
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const stack: Stack = new Array<number>(STACK_SIZE).fill(0);
  for (const { text: word } of words) {
    const value = parseReal(word);
    if (value !== undefined) {
      enter(stack, value);
      continue;
    }
    const operation = OPERATIONS.get(word.toLowerCase());
    if (operation === undefined) return undefined;
    operation(stack);
  }
  const result = stack[0]!;
  return Number.isFinite(result) ? result : undefined;
}

/** Rounds halves to even, as Pascal does. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
