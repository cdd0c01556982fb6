import { useMemo, useState } from 'react';
import {
  runOf,
  scenarioOf,
  shownId,
  useActions,
  useAppState,
  useAppStore,
  useSpeech,
  type AppState,
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
import { variableTitle } from '../../state/display';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { Choice } from '../parts/Choice';
import { ElementRows } from './ElementRows';

const KINDS = [
  { value: 'building', key: 'table.buildings' },
  { value: 'transformer', key: 'table.transformers' },
  { value: 'line', key: 'table.lines' },
] as const satisfies readonly { readonly value: TableKind; readonly key: string }[];

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
  const { words, moment, language } = useSpeech();
  const kind = useAppState((state) => state.tableKind);
  const presents = useAppState((state) => state.mode === 'present');
  const variable = useAppState((state) => state.variable);
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
  const momentOf = ({ step, stepS, loaded }: AppState) =>
    moment(step, stepS, loaded?.weather.startWeekday ?? 0);
  const save = (what: string, csv: string) =>
    downloadText(`${fileNameOf(store.getState().loaded?.district.id ?? 'district', name, what)}.csv`, csv);
  return (
    <section className="table-view" aria-label={words('table.label')}>
      <div className="table-bar">
        <Choice<TableKind>
          label={words('table.elements')}
          value={kind}
          options={KINDS.map(({ value, key }) => ({ value, label: words(key) }))}
          onChange={(value) => actions.setTableKind(value)}
        />
        <label className="filter">
          <span className="hidden">{words('table.filter')}</span>
          <input
            type="search"
            placeholder={words('table.filter')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <span className="muted" role="status">
          {words('table.shown', { shown: rows.length, all: table.rows.length })}
        </span>
        <span className="spacer" />
        {presents ? null : (
          <>
            <IconButton
              icon="download"
              label={words('table.saveTableTitle')}
              text={words('table.saveTable')}
              onClick={() => save(kind, tableCsv(table, rows))}
            />
            <IconButton
              icon="download"
              label={words('table.saveValuesTitle', { variable: variableTitle(variable, language) })}
              text={words('table.saveValues')}
              onClick={() =>
                save(
                  words('table.fileOfValues', { moment: momentOf(store.getState()) }),
                  valuesCsv(store.getState()),
                )
              }
            />
          </>
        )}
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
  const language = useAppState((state) => state.language);
  return useMemo(
    () => ({ loaded, present, result, week, before, step, variable, filter, attribute, shown, language }),
    [loaded, present, result, week, before, step, variable, filter, attribute, shown, language],
  );
}
