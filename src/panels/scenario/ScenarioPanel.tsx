import { useId } from 'react';
import { writeScenario } from '../../io';
import type { Scenario } from '../../model/scenario';
import { pathYears } from '../../scenario';
import { BASELINE_ID, descriptionOf, runOf, scenarioOf, useActions, useAppState } from '../../state';
import { changedInputs, correctionTexts } from '../../state/view';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { MeasureList } from './MeasureList';
import { PresentDay } from './PresentDay';

/** What the scenario on screen assumes, and the levers to change it. */
export function ScenarioPanel({ onLoadScenario }: { readonly onLoadScenario: () => void }) {
  const heading = useId();
  const scenario = useAppState((state) => scenarioOf(state, state.activeId));
  const description = useAppState((state) => (scenario === undefined ? '' : descriptionOf(state, scenario)));
  if (scenario === undefined) return <aside className="panel left" aria-label="Scenario" />;
  return (
    <aside className="panel left" aria-labelledby={heading}>
      <header className="panel-head">
        <h2 id={heading}>{scenario.name}</h2>
        <Year scenario={scenario} />
      </header>
      <p className="muted description">{description}</p>
      {scenario.id === BASELINE_ID ? (
        <PresentDay />
      ) : (
        <>
          <button
            type="button"
            className="skip"
            onClick={() => document.getElementById('inspector')?.focus()}
          >
            Skip the measures
          </button>
          <MeasureList scenario={scenario} />
          <ChangedInputs />
          <Warnings />
          <div className="row wrap">
            <IconButton
              icon="download"
              label="Save this scenario as a file"
              text="Save"
              onClick={() =>
                downloadText(
                  `${fileNameOf(scenario.name)}.scenario.json`,
                  writeScenario(scenario),
                  'application/json',
                )
              }
            />
            <IconButton icon="upload" label="Load a scenario file" text="Load" onClick={onLoadScenario} />
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
  if (scenario.id === BASELINE_ID) return <span className="muted">present day</span>;
  const years = [...new Set([...pathYears(scenario), scenario.year])].sort((a, b) => a - b);
  return (
    <label className="year-choice">
      <span className="hidden">year</span>
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
  const changes = scenario === undefined ? [] : changedInputs(scenario);
  return (
    <section aria-label="Changed inputs">
      <h3>Changed against Baseline</h3>
      {changes.length === 0 ? (
        <p className="muted">Nothing yet: identical to the baseline.</p>
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
  const issues = useAppState((state) => runOf(state, state.activeId).issues);
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return null;
  return (
    <section aria-label="Warnings about this scenario">
      <h3>To be checked</h3>
      <ul className="changes">
        {warnings.map(({ code, where, message, remedy }) => (
          <li key={`${code}${where ?? ''}${message}`}>
            {message} {remedy}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Corrections() {
  const document = useAppState((state) => state.history.present);
  const actions = useActions();
  const texts = correctionTexts(document);
  if (texts.length === 0) return null;
  return (
    <section aria-label="Corrections of the present">
      <h3>Corrections, part of every scenario</h3>
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
