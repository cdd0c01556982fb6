/** Numbers that stand by themselves, `180,000` as one. */
const NUMBERS = /(?<![A-Za-z\d.-])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z\d])/g;

/** A sentence with a `#` in the place of each number. */
export const withoutNumbers = (english: string): string => english.replace(NUMBERS, '#');

/** A German sentence with `{1}` and on filled by the numbers of the English one, in their order and with the decimal comma. */
export function withNumbersOf(english: string, german: string): string {
  const numbers: readonly string[] = english.match(NUMBERS) ?? [];
  return german.replace(/\{(\d+)\}/g, (_, at: string) => (numbers[Number(at) - 1] ?? '?').replace('.', ','));
}
