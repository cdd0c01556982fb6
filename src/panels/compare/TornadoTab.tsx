import { useEffect, useState } from 'react';
import {
  runInputOf,
  scenarioOf,
  useActions,
  useAppState,
  useAppStore,
  useWords,
  type OwnRanges,
  type TornadoStudy,
} from '../../state';
import { scenarioName, tornadoTable, tornadoView } from '../../state/view';
import { Choice } from '../parts/Choice';
import { Question } from './Question';
import { RangesForm } from './RangesForm';
import { shownScenarios, type Shown } from './shown';
import { StudyBar } from './StudyBar';
import { TornadoChart } from './TornadoChart';
import { Uncertainty } from './Uncertainty';

const FIRST_KPI = 'worstTransformerLoading';

/** Which uncertain input moves an indicator most, one at a time. Begins by itself when nothing has been asked yet. */
export function TornadoTab({ shown }: { readonly shown: Shown }) {
  const actions = useActions();
  const words = useWords();
  const store = useAppStore();
  const study = useAppState((state) => state.tornado);
  const scenarios = shownScenarios(shown);
  const [ownId, setOwnId] = useState<string | null>(null);
  const [ownKpi, setOwnKpi] = useState<string | null>(null);
  const activeId = useAppState((state) => state.activeId);
  const chosen =
    scenarios.find(({ scenario }) => scenario.id === ownId) ??
    scenarios.find(({ scenario }) => scenario.id === study?.scenario.id) ??
    scenarios.find(({ scenario }) => scenario.id === activeId && scenario.measures.length > 0) ??
    scenarios.at(-1)!;
  const kpiId = ownKpi ?? study?.kpiId ?? FIRST_KPI;
  const { id } = chosen.scenario;
  useEffect(() => {
    if (store.getState().tornado === null) void actions.tornado.ask(id, FIRST_KPI);
  }, [actions, store, id]);
  return (
    <>
      <p className="muted">{words('studies.matters.lead')}</p>
      <Question
        shown={shown}
        scenarios={scenarios}
        scenarioId={id}
        kpiId={kpiId}
        onScenario={setOwnId}
        onKpi={setOwnKpi}
        onAsk={() => void actions.tornado.ask(id, kpiId, rangesOf(study, id))}
        askText={words('studies.matters.ask')}
      />
      {study !== null && study.scenario.id === id && study.kpiId === kpiId ? <Looks study={study} /> : null}
    </>
  );
}

/** Own ranges stay with their scenario, whichever indicator is asked about. */
const rangesOf = (study: TornadoStudy | null, scenarioId: string): OwnRanges =>
  study?.scenario.id === scenarioId ? study.ranges : {};

const LOOKS = ['single', 'ranges', 'together'] as const;
type Look = (typeof LOOKS)[number];

/** The same inputs and ranges: one at a time, as they are typed, and all at once. */
function Looks({ study }: { readonly study: TornadoStudy }) {
  const actions = useActions();
  const words = useWords();
  const [look, setLook] = useState<Look>('single');
  const { scenario, kpiId, ranges } = study;
  const isUsual = Object.keys(ranges).length === 0;
  return (
    <>
      <div className="row wrap">
        <Choice
          label={words('studies.matters.looks')}
          value={look}
          options={LOOKS.map((value) => ({ value, label: words(`studies.matters.${value}`) }))}
          onChange={setLook}
        />
        {isUsual ? null : <span className="tag">{words('studies.matters.own')}</span>}
      </div>
      {look === 'single' ? <Answer study={study} /> : null}
      {look === 'ranges' ? (
        <RangesForm
          key={`${scenario.id} ${kpiId}`}
          {...{ scenario, kpiId, ranges }}
          onUse={(own) => {
            void actions.tornado.ask(scenario.id, kpiId, own);
            setLook('single');
          }}
        />
      ) : null}
      {look === 'together' ? <Uncertainty study={study} /> : null}
    </>
  );
}

function Answer({ study }: { readonly study: TornadoStudy }) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { scenario, input, kpiId, status, pace, issues, found } = study;
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return present === undefined || runInputOf(state, present) !== input;
  });
  const view = found === null ? null : tornadoView(found, language);
  const asked = found === null ? 0 : found.rows.length + found.pending.length;
  return (
    <>
      <StudyBar
        what={words('studies.matters.what')}
        {...{ status, pace, issues, isOld }}
        detail={
          found === null
            ? words('studies.matters.soon')
            : words('studies.matters.standing', { done: found.rows.length, all: asked })
        }
        onCancel={() => actions.tornado.cancel()}
        onAgain={() => void actions.tornado.ask(scenario.id, kpiId, study.ranges)}
      />
      {view === null ? null : (
        <TornadoChart view={view} table={tornadoTable(view, language)} name={scenarioName(scenario, words)} />
      )}
    </>
  );
}
