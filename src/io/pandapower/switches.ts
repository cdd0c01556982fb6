import { idealSwitch, terminalAt } from '../circuitDraft';
import type { Reading } from './reading';
import type { TableRow } from './tableRow';

/** Ends of lines and transformers that an open switch cuts off: `line 3 at bus 7`. */
export type Cuts = ReadonlySet<string>;

export function cutKey(elementWhere: string, busIndex: string): string {
  return `${elementWhere} at ${busIndex}`;
}

const ELEMENTS: Readonly<Record<string, { readonly table: string; readonly buses: readonly string[] }>> = {
  l: { table: 'line', buses: ['from_bus', 'to_bus'] },
  t: { table: 'trafo', buses: ['hv_bus', 'lv_bus'] },
  t3: { table: 'trafo3w', buses: ['hv_bus', 'mv_bus', 'lv_bus'] },
};

/** pandapower's `switch_rx_ratio` for switches with an impedance. */
const SWITCH_R_OVER_X = 2;

/**
 * Table switch. Between buses it becomes a line of kind switch; at a line or transformer a closed one does nothing and
 * an open one cuts off that end.
 */
export function readSwitches(reading: Reading): Cuts {
  const cuts = new Set<string>();
  const known = new Map<string, TableRow>();
  for (const { table } of Object.values(ELEMENTS)) {
    for (const row of reading.rows(table)) known.set(row.where, row);
  }
  for (const row of reading.rows('switch')) {
    const kind = row.text('et') ?? '';
    const closed = row.flag('closed', true);
    if (kind === 'b') readBusSwitch(reading, row, closed);
    else readElementSwitch(row, kind, closed, known, cuts);
  }
  return cuts;
}

function readElementSwitch(
  row: TableRow,
  kind: string,
  closed: boolean,
  known: ReadonlyMap<string, TableRow>,
  cuts: Set<string>,
): void {
  const element = Object.hasOwn(ELEMENTS, kind) ? ELEMENTS[kind] : undefined;
  if (!element) {
    row.refuse('et', 'is not one of b, l, t, t3', 'Set it to what the switch stands at.');
    return;
  }
  const bus = row.reference('bus');
  const target = known.get(`${element.table} ${row.reference('element')}`);
  if (!target) {
    row.refuse(
      'element',
      `names no row of the table ${element.table}`,
      'Correct the index, or remove the switch.',
    );
    return;
  }
  if (!element.buses.some((column) => String(target.cell(column)) === bus)) {
    row.refuse('bus', `is not an end of ${target.where}`, 'Give the index of the bus at that end.');
    return;
  }
  if (!closed) cuts.add(cutKey(target.where, bus));
}

function readBusSwitch(reading: Reading, row: TableRow, closed: boolean): void {
  const from = reading.busOf(row, 'bus');
  const to = reading.busOf(row, 'element');
  if (!from || !to) return;
  const ideal = idealSwitch(
    reading.idOf(row),
    terminalAt(from.id),
    terminalAt(to.id),
    from.voltageV / Math.sqrt(3),
    closed,
    from.inService && to.inService,
  );
  const zOhm = row.nonNegativeOr('z_ohm', 0);
  const xOhm = zOhm / Math.sqrt(1 + SWITCH_R_OVER_X * SWITCH_R_OVER_X);
  const rated = { ...ideal, ratedCurrentA: row.has('in_ka') ? 1000 * row.positive('in_ka') : NaN };
  reading.draft.lines.push(
    zOhm === 0
      ? rated
      : {
          ...rated,
          rOhm: ideal.rOhm.map((value) => (value === 0 ? 0 : SWITCH_R_OVER_X * xOhm)),
          xOhm: ideal.rOhm.map((value) => (value === 0 ? 0 : xOhm)),
        },
  );
}
