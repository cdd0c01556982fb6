import { useState } from 'react';
import {
  runInputOf,
  scenarioOf,
  useActions,
  useAppState,
  useWords,
  yearsAsked,
  type DifferenceStudy,
} from '../../state';
import { scenarioName, sharesTable, sharesView, type SharesView } from '../../state/view';
import { Question } from './Question';
import { PlainTable, SaveTable } from './SaveTable';
import { baselineOf, shownScenarios, type Shown } from './shown';
import { StudyBar } from './StudyBar';

const FIRST_KPI = 'worstTransformerLoading';

/** How much each measure adds to the difference from the baseline: from a first answer on, with a way to stop. */
export function SharesTab({ shown }: { readonly shown: Shown }) {
  const actions = useActions();
  const words = useWords();
  const study = useAppState((state) => state.difference);
  const activeId = useAppState((state) => state.activeId);
  const baseline = baselineOf(shown).scenario;
  const others = shownScenarios(shown).filter(({ scenario }) => scenario !== baseline);
  const first = others.find(({ scenario }) => scenario.id === activeId) ?? others[0];
  const ofStudy = others.find(({ scenario }) => scenario.id === study?.to.id);
  const [ownId, setOwnId] = useState<string | null>(null);
  const [ownKpi, setOwnKpi] = useState<string | null>(null);
  const chosen = others.find(({ scenario }) => scenario.id === ownId) ?? ofStudy ?? first;
  const kpiId = ownKpi ?? study?.kpiId ?? FIRST_KPI;
  if (chosen === undefined)
    return <p>{words('studies.shares.nothing', { name: scenarioName(baseline, words) })}</p>;
  const { scenario } = chosen;
  const years = yearsAsked(baseline, scenario);
  const isThis = study?.from === baseline && study.to.id === scenario.id;
  return (
    <>
      <p className="muted">{words('studies.shares.lead', { years })}</p>
      <Question
        shown={shown}
        scenarios={others}
        scenarioId={scenario.id}
        kpiId={kpiId}
        onScenario={setOwnId}
        onKpi={setOwnKpi}
        onAsk={() => void actions.difference.explain(baseline.id, scenario.id, kpiId)}
        askText={words('studies.shares.ask')}
      />
      {isThis ? <Answer study={study} kpiId={kpiId} /> : null}
    </>
  );
}

function Answer({ study, kpiId }: { readonly study: DifferenceStudy; readonly kpiId: string }) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { from, to, input, fromInput, status, pace, issues, found } = study;
  const isOld = useAppState((state) => {
    const [a, b] = [scenarioOf(state, from.id), scenarioOf(state, to.id)];
    return !a || !b || runInputOf(state, a) !== fromInput || runInputOf(state, b) !== input;
  });
  const view = found === null ? null : sharesView(found, kpiId, language);
  const how =
    found === null
      ? words('studies.shares.soon')
      : found.method === 'exact' && found.status === 'complete'
        ? words('studies.shares.exact', { number: found.coalitions })
        : words('studies.shares.sampled', { number: found.coalitions });
  return (
    <>
      <StudyBar
        what={words('studies.shares.what')}
        {...{ status, pace, issues, isOld }}
        detail={how}
        onCancel={() => actions.difference.cancel()}
        onAgain={() => void actions.difference.explain(from.id, to.id, kpiId)}
      />
      {found === null ? null : view === null ? (
        <p className="callout">{words('studies.shares.notCounted')}</p>
      ) : (
        <Staircase view={view} fromName={scenarioName(from, words)} toName={scenarioName(to, words)} />
      )}
    </>
  );
}

const percent = (share: number): string => `${Math.round(1000 * share) / 10}%`;

/** From the baseline's value to the scenario's, a step a measure. */
function Staircase({
  view,
  fromName,
  toName,
}: {
  readonly view: SharesView;
  readonly fromName: string;
  readonly toName: string;
}) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const [asTable, setAsTable] = useState(false);
  const { kpi, kpiLabel, fromText, toText, deltaText, fromAt, toAt, rows } = view;
  const table = sharesTable(view, language);
  const worse = kpi.betterWhen === 'higher' ? -1 : kpi.betterWhen === 'lower' ? 1 : 0;
  return (
    <figure className="effects">
      <figcaption>
        <b>{kpiLabel}</b>
        <span>
          {words('studies.shares.summary', {
            ...{ from: fromText, fromName, to: toText, toName },
            delta: deltaText,
          })}
        </span>
        <span className="spacer" />
        <button type="button" className="button small" onClick={() => setAsTable(!asTable)}>
          {words(asTable ? 'studies.chart' : 'studies.table')}
        </button>
        <SaveTable name="attribution.csv" label={words('studies.shares.save')} table={table} />
      </figcaption>
      {asTable ? (
        <PlainTable table={table} label={words('studies.shares.label')} numbers={[1, 2]} />
      ) : (
        <ol className="effect-rows">
          <Mark label={`${fromName}`} text={fromText} at={fromAt} />
          {rows.map(({ id, label, text, errorText, bar, value, changes }) => (
            <li key={id} className="effect-row" data-player={id} title={changes.join(' ')}>
              <span className="effect-label">{label}</span>
              <span className="effect-track" aria-hidden="true">
                <span
                  className={`effect-bar ${value * worse > 0 ? 'worse' : value * worse < 0 ? 'better' : ''}`}
                  style={{ left: percent(bar.start), width: percent(bar.end - bar.start) }}
                />
              </span>
              <span className="effect-text">
                {text}
                {errorText === '' ? null : <span className="muted"> {errorText}</span>}
              </span>
            </li>
          ))}
          <Mark label={`${toName}`} text={toText} at={toAt} />
        </ol>
      )}
    </figure>
  );
}

function Mark({ label, text, at }: { readonly label: string; readonly text: string; readonly at: number }) {
  return (
    <li className="effect-row mark">
      <span className="effect-label">{label}</span>
      <span className="effect-track" aria-hidden="true">
        <span className="effect-mark" style={{ left: percent(at) }} />
      </span>
      <span className="effect-text">{text}</span>
    </li>
  );
}
