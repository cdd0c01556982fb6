import type { IndicatorTexts, ReportSpeech } from './speech';

/** Markup, once it is known in which language. Text is escaped where it is put in: what a file says can never become an element. */
export interface Markup {
  readonly render: (speech: ReportSpeech) => string;
}
export type Child = Markup | string | number | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | Markup | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in HTML; tabs and line breaks stay. */
const isControl = (code: number): boolean => (code < 32 && ![9, 10, 13].includes(code)) || code === 127;

export function escapeText(text: string): string {
  let escaped = '';
  for (const letter of text) if (!isControl(letter.codePointAt(0)!)) escaped += ESCAPES[letter] ?? letter;
  return escaped;
}

export const render = (child: Child, speech: ReportSpeech): string => {
  if (typeof child === 'string') return escapeText(child);
  if (typeof child === 'number') return escapeText(speech.number(String(child)));
  return 'render' in child ? child.render(speech) : child.map((one) => render(one, speech)).join('');
};

const VOID: readonly string[] = ['meta', 'br'];

const attribute = (value: string | number | Markup, speech: ReportSpeech): string =>
  typeof value === 'object' ? value.render(speech) : escapeText(String(value));

/** An element, well-formed as XML too; attributes that are undefined are left out. */
export const el = (name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup => ({
  render: (speech) => {
    const given = Object.entries(attributes)
      .map(([key, value]) => (value === undefined ? '' : ` ${key}="${attribute(value, speech)}"`))
      .join('');
    return VOID.includes(name)
      ? `<${name}${given}/>`
      : `<${name}${given}>${render(children, speech)}</${name}>`;
  },
});

/** For the style sheet, which is our own text. */
export const verbatim = (markup: string): Markup => ({ render: () => markup });

/** A sentence of the report's own, in the report's language; `{1}` and on are filled with what follows. */
export const own = (english: string, ...values: readonly Child[]): Markup => ({
  render: (speech) =>
    speech
      .text(english)
      .split(/\{(\d)\}/)
      .map((part, at) => (at % 2 === 0 ? escapeText(part) : render(values[Number(part) - 1] ?? '', speech)))
      .join(''),
});

/** What the core says, in the report's language. */
export const core = (english: string): Markup => ({
  render: (speech) => escapeText(inWords(speech.core(english), speech)),
});

/** Sources name the class of what has none by its code; the report says it in words and names the code once. */
const inWords = (text: string, speech: ReportSpeech): string =>
  text.replaceAll('unknown_untraceable', speech.text('no source'));

/** The name, definition, boundary or source of an indicator. */
export const indicator = (
  kpi: IndicatorTexts,
  part: 'label' | 'definition' | 'boundary' | 'source',
): Markup => ({
  render: (speech) => escapeText(inWords(speech.kpi(kpi)[part], speech)),
});

/** A number with its unit. */
export const amount = (english: string): Markup => ({
  render: (speech) => escapeText(speech.number(english)),
});

/** Entries with something between them. */
export const joined = (entries: readonly Child[], between: string): Child =>
  entries.map((entry, at) => (at === 0 ? entry : [between, entry]));

/** The name of an indicator of which nothing but its name is at hand. */
export const indicatorName = (id: string, label: string): Markup =>
  indicator({ id, label, definition: '', boundary: '', source: '' }, 'label');
