import { useId } from 'react';
import { writeScenario } from '../../io/scenarioFile';
import type { Scenario } from '../../model/scenario';
import { pathYears } from '../../scenario';
import { BASELINE_ID, runOf, scenarioOf, useActions, useAppState, useSpeech, useWords } from '../../state';
import { changedInputs, correctionTexts, scenarioDescription, scenarioName } from '../../state/view';
import { issueWords } from '../../words';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { ScorecardButton } from '../scorecard/ScorecardButton';
import { TariffsButton } from '../tariffs/TariffsButton';
import { TimelineButton } from '../timeline/TimelineButton';
import { AssumptionsButton } from './assumptions/AssumptionsButton';
import { MeasureList } from './MeasureList';
import { PresentDay } from './PresentDay';

/** What the scenario on screen assumes, and the levers to change it. */
export function ScenarioPanel({ onLoadScenario }: { readonly onLoadScenario: () => void }) {
  const heading = useId();
  const words = useWords();
  const scenario = useAppState((state) => scenarioOf(state, state.activeId));
  const description = useAppState((state) =>
    scenario === undefined ? '' : scenarioDescription(state, scenario, words),
  );
  if (scenario === undefined) return <aside className="panel left" aria-label={words('scenario.label')} />;
  return (
    <aside className="panel left" aria-labelledby={heading}>
      <header className="panel-head">
        <h2 id={heading}>{scenarioName(scenario, words)}</h2>
        <Year scenario={scenario} />
      </header>
      <p className="muted description">{description}</p>
      <p className="row wrap scenario-links">
        <AssumptionsButton scenario={scenario} />
        {scenario.id === BASELINE_ID ? null : <TimelineButton scenario={scenario} />}
        {scenario.id === BASELINE_ID ? null : <TariffsButton scenario={scenario} />}
        <ScorecardButton scenario={scenario} />
      </p>
      {scenario.id === BASELINE_ID ? (
        <PresentDay />
      ) : (
        <>
          <button
            type="button"
            className="skip"
            onClick={() => document.getElementById('inspector')?.focus()}
          >
            {words('scenario.skip')}
          </button>
          <MeasureList scenario={scenario} />
          <ChangedInputs />
          <Warnings />
          <div className="row wrap">
            <IconButton
              icon="download"
              label={words('scenario.saveTitle')}
              text={words('scenario.save')}
              onClick={() =>
                downloadText(
                  `${fileNameOf(scenario.name)}.scenario.json`,
                  writeScenario(scenario),
                  'application/json',
                )
              }
            />
            <IconButton
              icon="upload"
              label={words('scenario.loadTitle')}
              text={words('scenario.load')}
              onClick={onLoadScenario}
            />
          </div>
        </>
      )}
      <Corrections />
    </aside>
  );
}

/** The year on screen, out of those of its path. */
function Year({ scenario }: { readonly scenario: Scenario }) {
  const actions = useActions();
  const words = useWords();
  if (scenario.id === BASELINE_ID) return <span className="muted">{words('scenario.presentDay')}</span>;
  const years = [...new Set([...pathYears(scenario), scenario.year])].sort((a, b) => a - b);
  return (
    <label className="year-choice">
      <span className="hidden">{words('scenario.year')}</span>
      <select
        value={scenario.year}
        onChange={(event) => actions.setYear(scenario.id, Number(event.target.value))}
      >
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </label>
  );
}

function ChangedInputs() {
  const scenario = useAppState((state) => scenarioOf(state, state.activeId));
  const { words, language } = useSpeech();
  const changes = scenario === undefined ? [] : changedInputs(scenario, language);
  return (
    <section aria-label={words('scenario.changedLabel')}>
      <h3>{words('scenario.changed')}</h3>
      {changes.length === 0 ? (
        <p className="muted">{words('scenario.unchanged')}</p>
      ) : (
        <ul className="changes">
          {changes.map(({ key, label, from, to }) => (
            <li key={key}>
              <span>{label}</span>
              <span className="number">
                <span className="muted">{from} →</span> {to}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the run had to say of the scenario: measures without effect, selectors that give others than they did. */
function Warnings() {
  const { words, language } = useSpeech();
  const issues = useAppState((state) => runOf(state, state.activeId).issues);
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return null;
  return (
    <section aria-label={words('scenario.warningsLabel')}>
      <h3>{words('scenario.warnings')}</h3>
      <ul className="changes">
        {warnings.map(({ code, where, ...issue }) => {
          const { message, remedy } = issueWords(language, issue);
          return (
            <li key={`${code}${where ?? ''}${issue.message}`}>
              {message} {remedy}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Corrections() {
  const document = useAppState((state) => state.history.present);
  const actions = useActions();
  const { words, language } = useSpeech();
  const texts = correctionTexts(document, language);
  if (texts.length === 0) return null;
  return (
    <section aria-label={words('scenario.correctionsLabel')}>
      <h3>{words('scenario.corrections')}</h3>
      <ul className="changes">
        {document.baseEdits.map(({ buildingId }, row) => (
          <li key={texts[row]}>
            <button
              type="button"
              className="link"
              onClick={() => actions.select({ kind: 'building', id: buildingId }, true)}
            >
              {texts[row]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
