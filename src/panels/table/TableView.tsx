import { useMemo, useState } from 'react';
import {
  runOf,
  scenarioOf,
  shownId,
  stepText,
  useActions,
  useAppState,
  useAppStore,
  type TableKind,
} from '../../state';
import {
  arrangeRows,
  elementTable,
  passesFilter,
  tableCsv,
  valuesCsv,
  type SortOrder,
} from '../../state/view';
import { VARIABLE_DEFINITIONS } from '../../state/display';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { Choice } from '../parts/Choice';
import { ElementRows } from './ElementRows';

const KINDS: readonly { readonly value: TableKind; readonly label: string }[] = [
  { value: 'building', label: 'Buildings' },
  { value: 'transformer', label: 'Transformers' },
  { value: 'line', label: 'Lines' },
];

/** Sorted first by what hurts: the largest value of the year. */
const FIRST_ORDER: Readonly<Record<TableKind, SortOrder>> = {
  building: { column: 7, descending: true },
  transformer: { column: 3, descending: true },
  line: { column: 5, descending: true },
};

/** Every element with its figures: what the map shows, in rows. */
export function TableView() {
  const actions = useActions();
  const store = useAppStore();
  const kind = useAppState((state) => state.tableKind);
  const name = useAppState((state) => scenarioOf(state, shownId(state))?.name ?? '');
  const version = useTableVersion();
  const [orders, setOrders] = useState(FIRST_ORDER);
  const [text, setText] = useState('');
  const order = orders[kind];
  const table = useMemo(() => {
    void version;
    return elementTable(store.getState(), kind);
  }, [version, store, kind]);
  const rows = useMemo(() => {
    const state = store.getState();
    const fits = table.variable === state.variable;
    return arrangeRows(table, order, text, (row) => !fits || passesFilter(state, row.chip));
  }, [table, order, text, store]);
  const save = (what: string, csv: string) =>
    downloadText(`${fileNameOf(store.getState().loaded?.district.id ?? 'district', name, what)}.csv`, csv);
  return (
    <section className="table-view" aria-label="Table of elements">
      <div className="table-bar">
        <Choice<TableKind>
          label="Elements"
          value={kind}
          options={KINDS}
          onChange={(value) => actions.setTableKind(value)}
        />
        <label className="filter">
          <span>Filter</span>
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <span className="muted" role="status">
          {rows.length} of {table.rows.length}
        </span>
        <span className="spacer" />
        <IconButton
          icon="download"
          label="Save this table as CSV"
          text="Table"
          onClick={() => save(kind, tableCsv(table, rows))}
        />
        <IconButton
          icon="download"
          label={`Save the values at this hour as CSV: ${VARIABLE_DEFINITIONS[store.getState().variable].title}`}
          text="Values at this hour"
          onClick={() => save(`values ${momentText(store.getState())}`, valuesCsv(store.getState()))}
        />
      </div>
      <ElementRows
        table={table}
        rows={rows}
        order={order}
        onSort={(column) =>
          setOrders({
            ...orders,
            [kind]: {
              column,
              descending: order.column === column ? !order.descending : table.columns[column]!.numeric,
            },
          })
        }
      />
    </section>
  );
}

function momentText(state: ReturnType<ReturnType<typeof useAppStore>['getState']>): string {
  return stepText(state.step, state.stepS, state.loaded?.weather.startWeekday ?? 0);
}

/** Changes with everything a table shows, and with nothing else. */
function useTableVersion(): object {
  const loaded = useAppState((state) => state.loaded);
  const present = useAppState((state) => state.history.present);
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const week = useAppState((state) => state.weeks[shownId(state)]);
  const before = useAppState((state) => state.weeks['baseline']);
  const step = useAppState((state) => state.step);
  const variable = useAppState((state) => state.variable);
  const filter = useAppState((state) => state.classFilter);
  const attribute = useAppState((state) => state.evidenceAttribute);
  const shown = useAppState(shownId);
  return useMemo(
    () => ({ loaded, present, result, week, before, step, variable, filter, attribute, shown }),
    [loaded, present, result, week, before, step, variable, filter, attribute, shown],
  );
}
