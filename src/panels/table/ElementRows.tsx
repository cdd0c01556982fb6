import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useActions, useAppState, useSpeech, useWords } from '../../state';
import { wordOf } from '../../state/display';
import type { ElementTable, SortOrder, TableColumn, TableRow } from '../../state/view';
import { Chip } from '../parts/Chip';
import { Icon } from '../parts/Icon';
import { remScale } from '../parts/remScale';
import { TickAll, TickRow } from './Ticks';
import { cellText, shownColumns, widthsOf } from './columns';

const ROW_PX = 32;
/** Read at 8 m, touched by a finger. */
const PRESENT_ROW_PX = 54;

interface ElementRowsProps {
  readonly table: ElementTable;
  readonly rows: readonly TableRow[];
  readonly order: SortOrder;
  readonly onSort: (column: number) => void;
}

/** Only the rows in sight exist. One row takes the focus; arrows move it, Enter selects, W goes to the worst hour. */
export function ElementRows({ table, rows, order, onSort }: ElementRowsProps) {
  const actions = useActions();
  const words = useWords();
  const speech = useSpeech();
  const presents = useAppState((state) => state.mode === 'present');
  const selection = useAppState((state) => state.selection);
  const marked = useMarkedIds(table.kind);
  const rowPx = Math.round((presents ? PRESENT_ROW_PX : ROW_PX) * remScale());
  const shown = useMemo(() => shownColumns(table, presents), [table, presents]);
  const widths = useMemo(
    () => widthsOf(table, shown, marked !== null, speech, presents),
    [table, shown, marked, speech, presents],
  );
  const frame = useRef<HTMLDivElement>(null);
  const [focusId, setFocusId] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    // The head lies over the first lines of the frame and pushes the rows down by its height.
    scrollPaddingEnd: rowPx + 4,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rowPx]);
  const focusRow = Math.max(
    0,
    rows.findIndex(({ id }) => id === (focusId ?? selection?.id)),
  );
  const target = (row: TableRow) => ({ kind: table.kind, id: row.id }) as const;

  useEffect(() => {
    if (!wantsFocus.current) return;
    const element = frame.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (element) {
      element.focus({ preventScroll: true });
      wantsFocus.current = false;
    }
  });

  const move = (row: number) => {
    const next = rows[Math.min(Math.max(row, 0), rows.length - 1)];
    if (next === undefined) return;
    wantsFocus.current = true;
    setFocusId(next.id);
    virtual.scrollToIndex(rows.indexOf(next));
  };
  const onKey = (event: KeyboardEvent, row: TableRow) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: focusRow + 1,
      ArrowUp: focusRow - 1,
      PageDown: focusRow + 12,
      PageUp: focusRow - 12,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      frame.current?.scrollBy({ left: event.key === 'ArrowRight' ? SIDE_PX : -SIDE_PX });
    else if (event.target !== event.currentTarget) return;
    else if (event.key === 'x' || event.key === 'X') actions.marks.toggle(target(row));
    else if (event.key === 'Enter' || event.key === ' ') actions.select(target(row), true);
    else if (event.key === 'w' || event.key === 'W') actions.jumpToWorstHour(target(row));
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={`rows ${table.kind}`}
      role="grid"
      aria-label={words(`table.grids.${table.kind}`)}
      aria-rowcount={rows.length + 1}
      aria-colcount={table.columns.length + 1}
      ref={frame}
      style={{ '--columns': widths.columns, '--least': widths.least, '--row': `${rowPx}px` } as CSSProperties}
    >
      <div role="row" className="rows-head" aria-rowindex={1}>
        {shown.map(({ column, at }, nth) => (
          <HeadCell key={column.key} column={column} at={at} order={order} onSort={onSort}>
            {nth === 0 && marked !== null ? (
              <TickAll kind={table.kind} ids={rows.map(({ id }) => id)} marked={marked} />
            ) : null}
          </HeadCell>
        ))}
        <span role="columnheader">
          <span className="hidden">{words('table.actions')}</span>
        </span>
      </div>
      <div className="rows-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <div
              key={row.id}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={selection?.kind === table.kind && selection.id === row.id}
              tabIndex={index === focusRow ? 0 : -1}
              data-id={row.id}
              className={`rows-row ${marked?.has(row.id) === true ? 'ticked' : ''}`}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => {
                setFocusId(row.id);
                const several = event.shiftKey || event.ctrlKey || event.metaKey;
                if (several && marked !== null) actions.marks.toggle(target(row));
                else actions.select(target(row), true);
              }}
              onKeyDown={(event) => onKey(event, row)}
            >
              {shown.map(({ column, at }, nth) => (
                <Cell key={column.key} cell={row.cells[at]!} column={column} table={table} row={row}>
                  {nth === 0 && marked !== null ? (
                    <TickRow
                      target={target(row)}
                      isTicked={marked.has(row.id)}
                      isReached={index === focusRow}
                    />
                  ) : null}
                </Cell>
              ))}
              <span role="gridcell">
                <button
                  type="button"
                  tabIndex={-1}
                  className="button small icon-only"
                  aria-label={words('table.worstOf', { id: row.id })}
                  title={words('table.worst')}
                  onClick={(event) => {
                    event.stopPropagation();
                    actions.jumpToWorstHour(target(row));
                  }}
                >
                  <Icon name="peak" />
                </button>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** One press of an arrow sideways. */
const SIDE_PX = 96;

/** Those of a kind that are marked; null where nothing is to be marked. */
function useMarkedIds(kind: ElementTable['kind']): ReadonlySet<string> | null {
  const plans = useAppState((state) => state.mode === 'plan');
  const marked = useAppState((state) => state.marked);
  return useMemo(() => {
    if (!plans) return null;
    return new Set(marked?.kind === kind ? marked.ids : []);
  }, [plans, marked, kind]);
}

function HeadCell({
  column,
  at,
  order,
  onSort,
  children,
}: {
  readonly children: ReactNode;
  readonly column: TableColumn;
  readonly at: number;
  readonly order: SortOrder;
  readonly onSort: (column: number) => void;
}) {
  const sorted = order.column === at ? (order.descending ? 'descending' : 'ascending') : 'none';
  return (
    <span role="columnheader" aria-sort={sorted} className={column.numeric ? 'number' : undefined}>
      {children}
      <button type="button" onClick={() => onSort(at)}>
        {column.label} <span className="unit">{column.unit}</span>
        <span aria-hidden="true">{sorted === 'none' ? '' : sorted === 'descending' ? ' ↓' : ' ↑'}</span>
      </button>
    </span>
  );
}

function Cell({
  cell,
  column,
  table,
  row,
  children,
}: {
  readonly children: ReactNode;
  readonly cell: string | number;
  readonly column: TableColumn;
  readonly table: ElementTable;
  readonly row: TableRow;
}) {
  const speech = useSpeech();
  const chip = column.key === 'now' || column.key === 'value';
  const text = cellText(cell, column, speech);
  const word =
    table.variable === 'evidence' && column.key === 'value'
      ? wordOf('evidence', row.chip, speech.language)
      : text;
  return (
    <span role="gridcell" className={column.numeric ? 'number' : undefined} title={String(cell)}>
      {children}
      {chip ? <Chip variable={table.variable} value={row.chip} /> : null}
      <span className="cell-text">{word}</span>
    </span>
  );
}
