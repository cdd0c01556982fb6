import { useId, useMemo, useState } from 'react';
import { useSpeech } from '../../state';
import { billsTable, paymentsView, qualityWord, type PaymentsView } from '../../state/view';
import type { MoneyYear } from '../../study/money';
import { Scroll } from '../parts/Scroll';
import { PlainTable, SaveTable } from './SaveTable';
import { baselineOf, shownScenarios, type Shown } from './shown';

/** Who pays whom in the year of one scenario, to the cent, and what households of each income can bear. */
export function PaymentsTab({ shown }: { readonly shown: Shown }) {
  const { words, language } = useSpeech();
  const id = useId();
  const { comparison, names } = shown;
  const all = shownScenarios(shown);
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [withGroups, setWithGroups] = useState(false);
  const chosen = all.find(({ key }) => key === ownKey) ?? all.at(-1);
  const money = chosen?.money;
  if (chosen === undefined || money === undefined) return <p className="muted">{words('payments.none')}</p>;
  const baseline = baselineOf(shown);
  const before =
    baseline.money === undefined || chosen.key === baseline.key
      ? null
      : { name: names.get(comparison.baselineKey)!, money: baseline.money };
  const bills = billsTable(money, before, language);
  return (
    <>
      <div className="row wrap">
        <label htmlFor={id}>{words('payments.scenario')}</label>
        <select id={id} value={chosen.key} onChange={(event) => setOwnKey(event.target.value)}>
          {all.map(({ key }) => (
            <option key={key} value={key}>
              {names.get(key)}
            </option>
          ))}
        </select>
        <label className="row">
          <input type="checkbox" checked={withGroups} onChange={() => setWithGroups(!withGroups)} />
          {words('payments.byGroup')}
        </label>
      </div>
      <Matrix key={`${chosen.key} ${withGroups}`} money={money} withGroups={withGroups} />
      <section data-part="bills-by-group">
        <div className="row">
          <h3>{words('payments.groups')}</h3>
          <span className="spacer" />
          <SaveTable name="bills_by_group.csv" label={words('payments.saveBills')} table={bills} />
        </div>
        <PlainTable
          table={bills}
          label={words('payments.groups')}
          numbers={bills.columns.flatMap((_, at) => (at === 0 ? [] : [at]))}
        />
        <p className="muted small-text">{words('payments.groupsNote')}</p>
      </section>
    </>
  );
}

interface Entry {
  readonly row: number;
  readonly column: number;
}

function Matrix({ money, withGroups }: { readonly money: MoneyYear; readonly withGroups: boolean }) {
  const { words, fixed, language } = useSpeech();
  const [entry, setEntry] = useState<Entry | null>(null);
  const view = useMemo(() => paymentsView(money, withGroups, language), [money, withGroups, language]);
  if (view === null) return null;
  const { currency, unknownCosts, quality } = money;
  const left = `${fixed(view.leftOverCents / 100, 2)} ${currency}`;
  return (
    <section data-part="payments">
      <div className="row">
        <h3>{words('payments.matrix', { currency })}</h3>
        <span className="spacer" />
        <SaveTable name="who_pays_whom.csv" label={words('payments.saveMatrix')} table={view.table} />
      </div>
      <Amounts
        view={view}
        label={words('payments.matrix', { currency })}
        chosen={entry}
        onChoose={setEntry}
      />
      <div className="entry-sentences" role="status">
        {entry === null ? (
          <p className="muted">{words('payments.hint')}</p>
        ) : (
          view.sentences(entry.row, entry.column).map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
      </div>
      <p className={view.leftOverCents === 0 ? 'small-text' : 'callout bad'} data-part="balance">
        {words(view.leftOverCents === 0 ? 'payments.balance' : 'payments.unbalanced', { sum: left })}
      </p>
      <p className="muted small-text">
        {words('payments.note')} {words('payments.sure', { quality: qualityWord(quality, language) })}{' '}
        {unknownCosts === 0 ? null : words('payments.unknown', { count: unknownCosts })}
      </p>
    </section>
  );
}

/** The table as it is saved; an amount that somebody looks at says what it is made of. */
function Amounts({
  view: { table, accounts },
  label,
  chosen,
  onChoose,
}: {
  readonly view: PaymentsView;
  readonly label: string;
  readonly chosen: Entry | null;
  readonly onChoose: (entry: Entry) => void;
}) {
  return (
    <Scroll height="low" label={label}>
      <table className="compare plain payments">
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={at === 0 ? undefined : 'number'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells], row) => (
            <tr key={name} className={row < accounts.length ? undefined : 'sum'}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => {
                const isEntry = row < accounts.length && column < accounts.length && cell !== '';
                const choose = () => onChoose({ row, column });
                return (
                  <td key={table.columns[column + 1]} className="number">
                    {isEntry ? (
                      <button
                        type="button"
                        className="amount"
                        aria-pressed={chosen?.row === row && chosen.column === column}
                        aria-label={`${name}, ${accounts[column]}: ${cell}`}
                        onFocus={choose}
                        onMouseEnter={choose}
                        onClick={choose}
                      >
                        {cell}
                      </button>
                    ) : (
                      cell
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
