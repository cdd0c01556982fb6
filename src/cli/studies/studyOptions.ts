import { usageFailure } from '../exit';

type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** The lowest value itself is out. */
  readonly above?: boolean;
  readonly whole?: boolean;
  readonly unit: string;
}

/** The options of one study as they were typed, read with a clear word where they cannot be. */
export class StudyOptions {
  constructor(
    private readonly values: Readonly<Record<string, OptionValue>>,
    private readonly usage: string,
  ) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  needed(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw usageFailure(`--${name} is missing.`, `Usage: ${this.usage}`);
    return text;
  }

  number(name: string, range: NumberRange): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = text.trim() === '' ? NaN : Number(text);
    const { min, max, above = false, whole = false } = range;
    const inside = (above ? number > min : number >= min) && number <= max;
    if (inside && (!whole || Number.isInteger(number))) return number;
    throw usageFailure(`--${name} takes ${rangeText(range)}, not ${text}.`, `Usage: ${this.usage}`);
  }

  neededNumber(name: string, range: NumberRange): number {
    this.needed(name);
    return this.number(name, range)!;
  }

  /** One of a few words; `fallback` where the option was not given. */
  choice<Word extends string>(name: string, words: readonly Word[], fallback: Word): Word {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return found;
    throw usageFailure(`--${name} takes ${words.join(', ')}, not ${text}.`, `Usage: ${this.usage}`);
  }

  wrong(message: string): Error {
    return usageFailure(message, `Usage: ${this.usage}`);
  }
}

function rangeText({ min, max, above = false, whole = false, unit }: NumberRange): string {
  const what = whole ? 'a whole number' : 'a number';
  const low = above ? `above ${min}` : `from ${min}`;
  return `${what} ${low}${Number.isFinite(max) ? ` to ${max}` : ''}${unit === '' ? '' : ` ${unit}`}`;
}
