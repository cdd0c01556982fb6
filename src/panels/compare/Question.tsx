import { useId } from 'react';
import type { ComparedScenario } from '../../study/comparison';
import { useAppState, useWords } from '../../state';
import { kpiLabel } from '../../words';
import type { Shown } from './shown';

interface QuestionProps {
  readonly shown: Shown;
  readonly scenarios: readonly ComparedScenario[];
  readonly scenarioId: string;
  readonly kpiId: string;
  readonly onScenario: (id: string) => void;
  readonly onKpi: (id: string) => void;
  readonly onAsk: () => void;
  readonly askText: string;
}

/** Which scenario and which indicator a study is about. */
export function Question(props: QuestionProps) {
  const { shown, scenarios, scenarioId, kpiId, onScenario, onKpi, onAsk, askText } = props;
  const words = useWords();
  const language = useAppState((state) => state.language);
  const [ofScenario, ofKpi] = [useId(), useId()];
  return (
    <div className="row wrap question">
      <span className="row">
        <label htmlFor={ofScenario}>{words('studies.scenario')}</label>
        <select id={ofScenario} value={scenarioId} onChange={(event) => onScenario(event.target.value)}>
          {scenarios.map(({ key, scenario }) => (
            <option key={key} value={scenario.id}>
              {shown.names.get(key)}
            </option>
          ))}
        </select>
      </span>
      <span className="row">
        <label htmlFor={ofKpi}>{words('studies.indicator')}</label>
        <select id={ofKpi} value={kpiId} onChange={(event) => onKpi(event.target.value)}>
          {shown.comparison.kpis.map(({ id, label }) => (
            <option key={id} value={id}>
              {kpiLabel(language, id, label)}
            </option>
          ))}
        </select>
      </span>
      <button type="button" className="button primary" onClick={onAsk}>
        {askText}
      </button>
    </div>
  );
}
