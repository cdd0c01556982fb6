import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Scenario } from '../../model/scenario';
import {
  runInputOf,
  useActions,
  useAppState,
  useAppStore,
  useSpeech,
  type Selection,
  type TimelineStudy,
} from '../../state';
import { presentYearOf } from '../../state/plan/planActions';
import { standingText, timelineView, type TimelineView as View } from '../../state/view/timeline';
import { PlainTable, SaveTable } from '../compare/SaveTable';
import { StudyBar } from '../compare/StudyBar';
import { StudyComing } from '../compare/StudyComing';
import { Tabs } from '../compare/Tabs';
import { BudgetTab } from './BudgetTab';
import { PathYearsForm } from './PathYearsForm';
import { TimelineChart } from './TimelineChart';

const TABS = ['years', 'assets', 'money', 'budget'] as const;
type Tab = (typeof TABS)[number];

/** A scenario in the years of its path. Begins by itself where it has not been asked of the scenario as it stands. */
export function TimelineView({ scenario }: { readonly scenario: Scenario }) {
  const actions = useActions();
  const store = useAppStore();
  const { words, language } = useSpeech();
  const study = useAppState((state) => state.timeline);
  const { id } = scenario;
  useEffect(() => {
    const state = store.getState();
    const { timeline } = state;
    if (timeline?.scenario.id !== id) return;
    const isAnswered = timeline.status !== 'cancelled' && runInputOf(state, scenario) === timeline.input;
    if (!isAnswered) void actions.timeline.ask(id, timeline.isExact);
  }, [actions, store, id, scenario]);
  const ask = useCallback(
    () => actions.timeline.ask(id, store.getState().timeline?.isExact ?? false),
    [actions, store, id],
  );
  const isOld = study !== null && study.scenario !== scenario;
  const view = useMemo(() => (study === null ? null : timelineView(study, language)), [study, language]);
  if (study === null || view === null || study.scenario.id !== id) return <StudyComing ask={ask} />;
  return (
    <div className="over-years" data-part="timeline">
      <StudyBar
        what={words('timeline.what')}
        status={study.status}
        pace={study.pace}
        issues={study.issues}
        isOld={isOld}
        detail={standingText(study, language)}
        onCancel={() => actions.timeline.cancel()}
        onAgain={() => void actions.timeline.ask(id, study.isExact)}
      />
      {view.isConstant ? <Constant /> : null}
      <p role="status" data-part="timeline-first">
        <b>{view.first}</b>
      </p>
      {view.assumed === null ? null : (
        <p className="muted small-text" data-part="timeline-assumed">
          {view.assumed}
        </p>
      )}
      {view.falls === null ? null : (
        <p className="muted small-text" data-part="timeline-falls">
          {view.falls}
        </p>
      )}
      <div className="row wrap">
        <PathYearsForm key={study.years.join()} years={study.years} />
        <label className="row" title={words('timeline.exactNote')}>
          <input
            type="checkbox"
            checked={study.isExact}
            onChange={() => void actions.timeline.ask(id, !study.isExact)}
          />
          {words('timeline.exact')}
        </label>
      </div>
      <Answer study={study} view={view} />
    </div>
  );
}

/** Without a curve there is nothing to see over the years: the one step that makes it so. */
function Constant() {
  const actions = useActions();
  const { words } = useSpeech();
  const year = useAppState((state) => presentYearOf(state.history.present.scenarios));
  return (
    <div className="callout">
      <p>{words('timeline.constant')}</p>
      <button type="button" className="button primary" onClick={() => actions.growEvenly()}>
        {words('timeline.grow', { year })}
      </button>
    </div>
  );
}

function Answer({ study, view }: { readonly study: TimelineStudy; readonly view: View }) {
  const { words } = useSpeech();
  const actions = useActions();
  const [tab, setTab] = useState<Tab>('years');
  const tabs = TABS.map((one) => ({ id: one, label: words(`timeline.tabs.${one}`) }));
  return (
    <Tabs label={words('timeline.leaves')} tabs={tabs} chosen={tab} onChoose={setTab}>
      {tab === 'years' ? <Years study={study} view={view} /> : null}
      {tab === 'assets' ? <Assets view={view} onShow={(element) => actions.select(element, true)} /> : null}
      {tab === 'money' ? <Money view={view} /> : null}
      {tab === 'budget' ? <BudgetTab study={study} /> : null}
    </Tabs>
  );
}

function Years({ study, view }: { readonly study: TimelineStudy; readonly view: View }) {
  const { words } = useSpeech();
  return (
    <>
      <TimelineChart study={study} />
      <PlainTable table={view.years} label={words('timeline.yearsTable')} numbers={[1, 2, 3, 4, 5, 6]} />
      <p>
        <SaveTable name="years.csv" label={words('timeline.saveYears')} table={view.years} />
      </p>
    </>
  );
}

/** Column of the element in the table of what fails. */
const ELEMENT_COLUMN = 1;

function Assets({
  view: { failures, failing, mended, transformers },
  onShow,
}: {
  readonly view: View;
  readonly onShow: (element: Selection) => void;
}) {
  const { words } = useSpeech();
  const wayTo = (row: number, column: number) => {
    const element = failing[row];
    return column === ELEMENT_COLUMN && element !== undefined ? () => onShow(element) : null;
  };
  const loadings = transformers.columns.map((_, column) => column).slice(2);
  return (
    <>
      <h3>{words('timeline.failures')}</h3>
      {failures.rows.length === 0 ? (
        <p>{words('timeline.nothingFails')}</p>
      ) : (
        <>
          <PlainTable
            table={failures}
            label={words('timeline.failures')}
            numbers={[3, 4]}
            onShow={wayTo}
            showWords={words('timeline.showElement')}
          />
          {mended === null ? null : <p className="muted">{mended}</p>}
          <p>
            <SaveTable name="failures.csv" label={words('timeline.saveFailures')} table={failures} />
          </p>
        </>
      )}
      <h3>{words('timeline.transformers')}</h3>
      <PlainTable table={transformers} label={words('timeline.transformers')} numbers={loadings} />
      <p>
        <SaveTable name="transformers.csv" label={words('timeline.saveTransformers')} table={transformers} />
      </p>
    </>
  );
}

function Money({ view: { investments, quality } }: { readonly view: View }) {
  const { words } = useSpeech();
  if (investments.rows.length === 0) return <p>{words('timeline.noInvestments')}</p>;
  return (
    <>
      <PlainTable table={investments} label={words('timeline.investments')} numbers={[2, 3, 4]} />
      <p className="muted small-text">{quality}</p>
      <p>
        <SaveTable name="investments.csv" label={words('timeline.saveInvestments')} table={investments} />
      </p>
    </>
  );
}
