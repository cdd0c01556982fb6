import { usageFailure } from './exit';

/** A whole number from 1. */
export function countOf(option: string, text: string, remedy: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw usageFailure(`${option} takes a whole number from 1, not ${text}.`, remedy);
}

/** Whole numbers from 1, with commas between. */
export const countsOf = (option: string, text: string, remedy: string): number[] =>
  text.split(',').map((part) => countOf(option, part, remedy));

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400 };

/** `30s`, `15m`, `15min`, `1.5h`, `1d` in seconds; null where the text is none above 0. */
export function durationS(text: string): number | null {
  const match = /^(\d{1,5}(?:\.\d+)?)\s*(s|m|min|h|d)$/.exec(text);
  const seconds = match === null ? 0 : Number(match[1]) * SECONDS[match[2]!]!;
  return seconds > 0 ? seconds : null;
}
