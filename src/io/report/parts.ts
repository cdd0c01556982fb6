import type { KpiCell } from '../../study/comparison';
import { formatDelta, formatQuantity, MISSING } from '../../units';
import type { Pen } from './context';
import { amount, core, el, own, type Child, type Markup } from './markup';

/**
 * A number of the engine's: `data-value` holds all its digits (empty where it is not known), the text what people read.
 * `path` names it, so that whatever reads the report finds it again.
 */
export function figure(
  path: string,
  value: number,
  unit: string,
  text = formatQuantity(value, unit),
): Markup {
  return el('span', { class: 'n', ...figureData(path, value, unit) }, amount(text));
}

export function figureData(path: string, value: number, unit: string) {
  return { 'data-figure': path, 'data-value': Number.isNaN(value) ? '' : String(value), 'data-unit': unit };
}

/** A change with its sign and, beneath, in words. */
export function change(path: string, cell: KpiCell, unit: string): Markup {
  const { value, delta, verdict, words } = cell;
  // The difference itself, not one taken anew from rounded ends.
  const text = Number.isNaN(delta) ? MISSING : formatDelta(delta, 0, unit);
  return el(
    'span',
    { class: `change ${verdict}` },
    figure(`${path}/delta`, delta, unit, text),
    el(
      'span',
      { class: 'words' },
      Number.isNaN(value) ? own('cannot be told') : core(words.replaceAll(' %', '\u00a0%')),
    ),
  );
}

export interface Column {
  readonly head: Child;
  readonly isNumber?: boolean;
}

type Head = string | Markup | Column;

const column = (given: Head): Column =>
  typeof given === 'object' && 'head' in given ? given : { head: given };
export const numeric = (head: Child): Column => ({ head, isNumber: true });

/** A table whose first column heads its rows. */
export function table(caption: Child, heads: readonly Head[], rows: readonly (readonly Child[])[]): Markup {
  const columns = heads.map(column);
  const classAt = (at: number) => (columns[at]?.isNumber === true ? 'number' : undefined);
  const head = columns.map(({ head: text }, at) => el('th', { scope: 'col', class: classAt(at) }, text));
  const body = rows.map((cells) =>
    el(
      'tr',
      {},
      cells.map((cell, at) =>
        at === 0 ? el('th', { scope: 'row' }, cell) : el('td', { class: classAt(at) }, cell),
      ),
    ),
  );
  return el(
    'div',
    { class: 'scroll' },
    el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, head)), el('tbody', {}, body)),
  );
}

export function section(id: string, title: Child, ...children: readonly Child[]): Markup {
  return el(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    children,
  );
}

export const paragraph = (...children: readonly Child[]): Markup => el('p', {}, children);
export const note = (...children: readonly Child[]): Markup => el('p', { class: 'note' }, children);
export const list = (items: readonly Child[]): Markup =>
  el(
    'ul',
    {},
    items.map((item) => el('li', {}, item)),
  );

/** Name of a scenario with the line it is drawn with. */
export function named(name: Child, { colour, dash }: Pen): Markup {
  const line = { x1: 0, y1: 5, x2: 22, y2: 5, stroke: colour, 'stroke-width': 3, 'stroke-dasharray': dash };
  const key = el('svg', { class: 'pen', width: 22, height: 10, 'aria-hidden': 'true' }, el('line', line));
  return el('span', { class: 'named' }, key, ' ', name);
}

/** Terms and their meanings. */
export const terms = (entries: readonly (readonly [Child, Child])[]): Markup =>
  el(
    'dl',
    {},
    entries.map(([term, meaning]) => el('div', {}, el('dt', {}, term), el('dd', {}, meaning))),
  );
