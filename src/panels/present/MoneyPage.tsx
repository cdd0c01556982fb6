import { BASELINE_ID, runOf, useAppState, useWords } from '../../state';
import {
  equityOf,
  stationRows,
  moneyNow,
  type Equity,
  type GroupRow,
  type PresentMoney,
  type PresentState,
} from '../../state/present';
import { formatWhole } from '../../state/view';
import { formatNumber } from '../../units';
import { amountText } from './usePresent';

/** Who gains and who pays: counted in households, by income, tenure and neighbourhood. */
export function MoneyPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const money = useAppState(moneyNow);
  if (money === null || money.status === 'running')
    return <p role="status">{words('present.moneyRunning')} …</p>;
  if (money.status === 'failed' || money.before === null || money.after === null)
    return <p role="alert">{words('present.moneyFailed', { problem: money.problem })}</p>;
  const equity = equityOf(money.before, money.after);
  return (
    <>
      <GainBar equity={equity} />
      <p className="muted">{words('present.moneyNote')}</p>
      {money.costsProblem === '' ? null : (
        <p className="callout">{words('present.costsFailed', { problem: money.costsProblem })}</p>
      )}
      {money.after.unknownCosts === 0 ? null : (
        <p className="callout" data-testid="unpriced">
          {words('present.unpriced', { count: money.after.unknownCosts })}
        </p>
      )}
      <Bills equity={equity} currency={money.before.currency} />
      <p className="muted">{words('present.medianNote')}</p>
      <Stations money={money} present={present} />
    </>
  );
}

function GainBar({ equity: { gains } }: { readonly equity: Equity }) {
  const words = useWords();
  const parts = [
    ['less', gains.less, words('present.less')],
    ['same', gains.same, words('present.same')],
    ['more', gains.more, words('present.moreMoney')],
  ] as const;
  return (
    <ul className="present-gains" data-testid="gains">
      {parts.map(([key, count, text]) => (
        <li key={key} className={key} data-count={count} style={{ flexGrow: Math.max(count, 1) }}>
          <strong>{words('present.households', { count })}</strong>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

const INCOME_KEYS = ['lowest', 'middle', 'highest'] as const;

function Bills({ equity, currency }: { readonly equity: Equity; readonly currency: string }) {
  const words = useWords();
  const incomes = equity.byIncome.map((row, at) => ({
    row,
    name: words(`present.income.${INCOME_KEYS[at]!}`),
  }));
  const tenures = equity.byTenure.map((row) => ({
    row,
    name: words(`present.tenure.${row.key === 'owner' ? 'owner' : 'tenant'}`),
  }));
  return (
    <table className="present-table" data-testid="bills">
      <thead>
        <tr>
          <th scope="col">{words('present.group')}</th>
          <th scope="col">{words('present.behindCount')}</th>
          <th scope="col">{words('present.billToday')}</th>
          <th scope="col">{words('present.billThen')}</th>
          <th scope="col">{words('present.burdenToday')}</th>
          <th scope="col">{words('present.burdenThen')}</th>
        </tr>
      </thead>
      <tbody>
        {[...incomes, ...tenures].map(({ row, name }) => (
          <BillRow key={row.key} row={row} name={name} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}

function BillRow({
  row,
  name,
  currency,
}: {
  readonly row: GroupRow;
  readonly name: string;
  readonly currency: string;
}) {
  const language = useAppState((state) => state.language);
  const percent = (value: number) => (Number.isFinite(value) ? `${formatNumber(value, 2, language)} %` : '');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatWhole(row.households, language)}</td>
      <td>{amountText(row.billBefore, currency, language)}</td>
      <td>{amountText(row.billAfter, currency, language)}</td>
      <td>{percent(row.burdenBefore)}</td>
      <td>{percent(row.burdenAfter)}</td>
    </tr>
  );
}

const MOST_STATIONS = 5;

function Stations({ money, present }: { readonly money: PresentMoney; readonly present: PresentState }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const district = useAppState((state) => state.loaded?.district ?? null);
  const before = useAppState((state) => runOf(state, BASELINE_ID).result);
  const after = useAppState((state) => runOf(state, present.scenarioId).result);
  if (district === null || before === null || after === null || money.status !== 'ready') return null;
  const rows = stationRows(district, before, after, MOST_STATIONS);
  return (
    <table className="present-table" data-testid="stations">
      <caption>{words('present.stations')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('present.station')}</th>
          <th scope="col">{words('present.behind')}</th>
          <th scope="col">{words('present.hoursToday')}</th>
          <th scope="col">{words('present.hoursThen')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.id}</th>
            <td>{formatWhole(row.households, language)}</td>
            <td>{formatWhole(row.hoursBefore, language)}</td>
            <td>{formatWhole(row.hoursAfter, language)}</td>
          </tr>
        ))}
        {rows.length === 0 ? (
          <tr>
            <td colSpan={4}>{words('present.noStations')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
