import type { Words } from '../../words';
import type { PresentState } from './presentState';

/** What the record of a session is made of; numbers come as text, in the language on screen. */
export interface RecordContent {
  readonly words: Words;
  readonly title: string;
  readonly present: PresentState;
  readonly figures: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  /** Empty where it is not to go along. */
  readonly link: string;
  readonly version: string;
}

/** Text never becomes markup, whoever typed it. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #d5dade;vertical-align:top}' +
  'h2{margin-top:2rem}pre{white-space:pre-wrap;font:inherit}a{overflow-wrap:anywhere}';

/** One file to take home: what was asked, foreseen, revealed and changed, and when. Opens anywhere, asks nothing of anybody. */
export function recordHtml({ words, title, present, figures, link, version }: RecordContent): string {
  const date = dateOf(present.startedAtMs);
  const row = (cells: readonly string[], cell: 'td' | 'th' = 'td') =>
    `<tr>${cells.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`;
  const entries = present.record.map(({ atMs, kind, text }) =>
    row([clockOf(atMs), words(`present.kinds.${kind}`), text]),
  );
  return `<!doctype html>
<html lang="${words('present.language')}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(words('present.recordTitle'))}, ${date}. ${escaped(words('present.model', { version }))}.</p>
<h2>${escaped(words('present.summary'))}</h2>
<table>${row([words('present.figure'), words('present.before'), words('present.after')], 'th')}${figures
    .map(({ name, before, after }) => row([name, before, after]))
    .join('')}</table>
<h2>${escaped(words('present.commitments'))}</h2><pre>${escaped(present.commitments)}</pre>
<h2>${escaped(words('present.agenda'))}</h2>
<table>${row([words('present.when'), '', words('present.what')], 'th')}${entries.join('')}</table>
${link === '' ? '' : `<h2>${escaped(words('present.link'))}</h2><p><a href="${escaped(link)}">${escaped(link)}</a></p>`}
<h2>${escaped(words('present.limits'))}</h2><p>${escaped(words('present.limitsText'))}</p>
</body></html>
`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day as the room's calendar has it, as the clock is the room's. */
function dateOf(atMs: number): string {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Local clock of the moment. */
function clockOf(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
