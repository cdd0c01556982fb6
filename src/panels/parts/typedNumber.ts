import { MINUS, parseQuantity } from '../../units';
import type { Speech } from '../../state/view';
import { issueWords, type Language } from '../../words';

export type Typed =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly refusal: string };

interface Wanted {
  /** What the number is wanted in; `1` for a share. */
  readonly unit: string;
  /** How many of the unit beside the field are one of that: 100 where a share is typed in percent. */
  readonly factor?: number;
}

/** What may be thousands or decimals, by the language of the page; no thousands begin with a nought. */
const AMBIGUOUS = { en: /^-?[1-9]\d{0,2}(,\d{3})+$/, de: /^-?[1-9]\d{0,2}(\.\d{3})+$/ } as const;

/** As it would be typed: numbers are shown with a true minus sign and thin spaces between thousands. */
const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(MINUS, '-')
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');

/** A number without a unit; NaN where the text is none, or one that the two languages read differently: 1,000 and 1.000. */
export function readBareNumber(text: string, language: Language): number {
  const typed = plain(text);
  const number =
    typed === '' || AMBIGUOUS[language].test(typed) ? Number.NaN : Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : Number.NaN;
}

/** A typed quantity: a bare number is in the unit beside the field, anything else names its own. */
export async function readTyped(text: string, { unit, factor = 1 }: Wanted, speech: Speech): Promise<Typed> {
  const typed = plain(text);
  const { words, language } = speech;
  if (AMBIGUOUS[language].test(typed))
    return { ok: false, refusal: words('assumptions.ambiguous', { plain: typed.replace(/[.,]/g, '') }) };
  const bare = readBareNumber(typed, language);
  if (Number.isNaN(bare)) {
    // The parser knows kilograms; of what is in the field's name.
    const [quantity, target] = [typed, unit].map((one) => one.replace(/\s*CO[2₂]e?\b/, ''));
    const outcome = typed === '' ? null : await parseQuantity(quantity!, target!);
    if (outcome === null) return { ok: false, refusal: words('assumptions.noNumber') };
    if (outcome.ok) return outcome;
    return {
      ok: false,
      refusal: outcome.issues
        .map((issue) => issueWords(language, issue))
        .map(({ message, remedy }) => `${message} ${remedy}`)
        .join(' '),
    };
  }
  return { ok: true, value: Number((bare / factor).toPrecision(12)) };
}
