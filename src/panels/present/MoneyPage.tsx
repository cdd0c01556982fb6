import { useState } from 'react';
import { scenarioOf, useAppState, useWords } from '../../state';
import {
  bringsCars,
  moneyTold,
  type Equity,
  type GroupRow,
  type Invested,
  type MoneyTold,
  type PresentState,
} from '../../state/present';
import { formatWhole } from '../../state/view';
import { formatNumber } from '../../units';
import { Tabs } from '../compare/Tabs';
import { ColumnHeads } from '../parts/ColumnHeads';
import { Scroll } from '../parts/Scroll';
import { amountText, investmentText, useInvested } from './usePresent';

type Leaf = 'bills' | 'grid';

/** Who gains and who pays: counted in households, by income, tenure and neighbourhood. */
export function MoneyPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const money = useAppState(moneyTold);
  const scenario = useAppState((state) => scenarioOf(state, present.scenarioId));
  const [leaf, setLeaf] = useState<Leaf>('bills');
  const invested = useInvested();
  if (money === null || money.status === 'running')
    return <p role="status">{words('present.moneyRunning')} …</p>;
  if (money.status === 'failed' || money.equity === null)
    return <p role="alert">{words('present.moneyFailed', { problem: money.problem })}</p>;
  const { equity } = money;
  return (
    <>
      <GainBar equity={equity} />
      <p className="muted">{words('present.moneyNote')}</p>
      {scenario !== undefined && bringsCars(scenario) ? (
        <p className="callout" data-testid="petrol">
          {words('present.petrolBills')}
        </p>
      ) : null}
      {money.costsProblem === '' ? null : (
        <p className="callout">{words('present.costsFailed', { problem: money.costsProblem })}</p>
      )}
      {money.unknownCosts === 0 ? null : (
        <p className="callout" data-testid="unpriced">
          {words('present.unpriced', { count: money.unknownCosts })}
        </p>
      )}
      <Tabs
        label={words('present.money')}
        tabs={[
          { id: 'bills', label: words('present.leafBills') },
          { id: 'grid', label: words('present.leafGrid') },
        ]}
        chosen={leaf}
        onChoose={setLeaf}
      >
        {leaf === 'bills' ? (
          <>
            <Bills equity={equity} currency={money.currency} />
            <p className="muted">{words('present.medianNote')}</p>
          </>
        ) : (
          <>
            {invested === null ? null : <GridShare invested={invested} />}
            <Stations money={money} />
          </>
        )}
      </Tabs>
    </>
  );
}

/** What the grid costs: nobody has it in a bill of their own, everybody in the charges. */
function GridShare({ invested }: { readonly invested: Invested }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const { typicalEur, gridEur, unknown } = invested;
  return (
    <p data-testid="invested" data-grid-eur={gridEur}>
      {words('present.investedLine', {
        all: investmentText(typicalEur, language),
        grid: investmentText(gridEur, language),
      })}{' '}
      {gridEur > 0 ? words('present.gridCharges') : words('present.gridNone')}
      {unknown > 0 ? ` ${words('present.investedUnknown', { count: unknown })}` : ''}
    </p>
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
    <Scroll label={words('present.leafBills')}>
      <table className="present-table" data-testid="bills">
        <ColumnHeads
          of={[
            'present.group',
            'present.behindCount',
            'present.billToday',
            'present.billThen',
            'present.paidThen',
            'present.burdenToday',
            'present.burdenThen',
          ]}
        />
        <tbody>
          {[...incomes, ...tenures].map(({ row, name }) => (
            <BillRow key={row.key} row={row} name={name} currency={currency} />
          ))}
        </tbody>
      </table>
    </Scroll>
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
      <td data-column="paid">{amountText(row.paidAfter, currency, language)}</td>
      <td>{percent(row.burdenBefore)}</td>
      <td>{percent(row.burdenAfter)}</td>
    </tr>
  );
}

function Stations({ money: { stations: rows } }: { readonly money: MoneyTold }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  return (
    <Scroll label={words('present.stations')}>
      <table className="present-table" data-testid="stations">
        <caption>{words('present.stations')}</caption>
        <ColumnHeads of={['present.station', 'present.behind', 'present.hoursToday', 'present.hoursThen']} />
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
    </Scroll>
  );
}
