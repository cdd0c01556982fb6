/** Text that is markup already. Everything else is escaped where it is put in: what a file says can never become an element. */
export interface Markup {
  readonly markup: string;
}
export type Child = Markup | string | number | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

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

const render = (child: Child): string => {
  if (typeof child === 'string') return escapeText(child);
  if (typeof child === 'number') return escapeText(String(child));
  return 'markup' in child ? child.markup : child.map(render).join('');
};

const VOID: readonly string[] = ['meta', 'br'];

/** An element, well-formed as XML too; attributes that are undefined are left out. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  if (VOID.includes(name)) return { markup: `<${name}${given}/>` };
  return { markup: `<${name}${given}>${render(children)}</${name}>` };
}

/** For the style sheet, which is our own text. */
export const verbatim = (markup: string): Markup => ({ markup });
