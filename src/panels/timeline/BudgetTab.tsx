import { useId, useState, type FormEvent } from 'react';
import { useActions, useAppState, useSpeech, type BudgetStudy, type TimelineStudy } from '../../state';
import { scenarioName } from '../../state/view';
import { budgetTable, undoneTexts } from '../../state/view/timelineBudget';
import type { TimelineOrder } from '../../study/path';
import { PlainTable, SaveTable } from '../compare/SaveTable';
import { StudyBar } from '../compare/StudyBar';
import { Choice } from '../parts/Choice';
import { readTyped } from '../parts/typedNumber';

const ORDERS = ['carbon', 'grid', 'cost'] as const satisfies readonly TimelineOrder[];

/** What a yearly budget affords of the path, in the order that one wishes. */
export function BudgetTab({ study }: { readonly study: TimelineStudy }) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, typed } = speech;
  const id = useId();
  const { budget } = study;
  const [amount, setAmount] = useState(budget === null ? '' : typed(budget.budgetEurPerYear));
  const [order, setOrder] = useState<TimelineOrder>(budget?.order ?? 'carbon');
  const [refusal, setRefusal] = useState<string | null>(null);
  const lay = async (event: FormEvent) => {
    event.preventDefault();
    const read = await readTyped(amount, { unit: 'EUR' }, speech);
    if (!read.ok) return setRefusal(read.refusal);
    if (!(read.value >= 0 && read.value < 1e12)) return setRefusal(words('timeline.budget.noAmount'));
    setRefusal(null);
    await actions.timeline.budget(read.value, order);
  };
  return (
    <>
      <p className="muted">{words('timeline.budget.lead')}</p>
      <form
        className="row wrap"
        aria-label={words('timeline.tabs.budget')}
        onSubmit={(event) => void lay(event)}
      >
        <label htmlFor={id}>{words('timeline.budget.amount')}</label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          maxLength={20}
          value={amount}
          aria-invalid={refusal !== null}
          onChange={(event) => setAmount(event.target.value)}
        />
        <Choice
          label={words('timeline.budget.order')}
          value={order}
          options={ORDERS.map((value) => ({ value, label: words(`timeline.budget.orders.${value}`) }))}
          onChange={setOrder}
        />
        <button type="submit" className="button small primary" disabled={study.status === 'running'}>
          {words('timeline.budget.lay')}
        </button>
        {refusal === null ? null : (
          <p role="alert" className="small-text">
            {refusal}
          </p>
        )}
      </form>
      {budget === null ? null : <Laid budget={budget} study={study} />}
    </>
  );
}

function Laid({ budget, study }: { readonly budget: BudgetStudy; readonly study: TimelineStudy }) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const { laid, status, pace, issues, stage, budgetEurPerYear, order } = budget;
  const isOld = useAppState(({ history }) => !history.present.scenarios.includes(study.scenario));
  const last = study.years.at(-1)!;
  const done = laid?.timeline.years.flatMap((year) => year.done).length ?? 0;
  const all = laid?.found.interventions.length ?? 0;
  const detail =
    stage === 'done'
      ? words('timeline.budget.ready', { done, count: all, year: last })
      : words(`timeline.budget.${stage}`, { year: last });
  const table = budgetTable(budget, study, language);
  const undone = undoneTexts(budget, study, language);
  const name = words('timeline.budget.name', { name: scenarioName(study.scenario, words) });
  return (
    <div className="over-years" data-part="budget" data-status={status}>
      <StudyBar
        what={words('timeline.budget.what')}
        {...{ status, pace, issues, isOld, detail }}
        onCancel={() => actions.timeline.cancel()}
        onAgain={() => void actions.timeline.budget(budgetEurPerYear, order)}
      />
      {laid === null ? null : (
        <>
          <PlainTable table={table} label={words('timeline.budget.table')} numbers={[1, 2, 3, 4]} />
          {undone.length === 0 ? (
            <p>{words('timeline.budget.allDone')}</p>
          ) : (
            <section>
              <h3>{words('timeline.budget.undone', { count: laid.timeline.undone.length })}</h3>
              <ul>
                {undone.map(({ reason, works }) => (
                  <li key={reason}>
                    {works}: {reason}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className="row wrap">
            <SaveTable name="budget.csv" label={words('timeline.budget.save')} table={table} />
            <button type="button" className="button small" onClick={() => void actions.timeline.take(name)}>
              {words('timeline.budget.make')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
