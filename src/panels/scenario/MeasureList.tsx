import { useId, useState } from 'react';
import { MEASURE_GROUPS, MEASURES, type MeasureGroup } from '../../measures';
import type { MeasureType, Scenario } from '../../model/scenario';
import { adoptionAt } from '../../scenario';
import { measureOfType, useSpeech } from '../../state';
import { measureGroupWords, measureWords, type Language } from '../../words';
import { MeasureCard } from './MeasureCard';

const ORDER = Object.keys(MEASURES) as readonly MeasureType[];
const GROUPS = (Object.keys(MEASURE_GROUPS) as readonly MeasureGroup[]).map((group) => ({
  group,
  types: ORDER.filter((type) => MEASURES[type].group === group),
}));

function matches(type: MeasureType, text: string, language: Language): boolean {
  const { label, changes, adoptionOf } = measureWords(language, type);
  return `${label} ${changes} ${adoptionOf}`.toLowerCase().includes(text);
}

/** The measure library under headings; typing narrows it down. */
export function MeasureList({ scenario }: { readonly scenario: Scenario }) {
  const { words, language } = useSpeech();
  const [typed, setTyped] = useState('');
  const text = typed.trim().toLowerCase();
  const found = GROUPS.map(({ group, types }) => ({
    group,
    types: types.filter((type) => matches(type, text, language)),
  })).filter(({ types }) => types.length > 0);
  return (
    <>
      <label className="filter">
        <span>{words('scenario.find')}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {found.length === 0 ? (
        <p className="muted" role="status">
          {words('scenario.notFound')}
        </p>
      ) : (
        found.map(({ group, types }) => (
          <MeasureSection
            key={group}
            title={measureGroupWords(language, group)}
            types={types}
            scenario={scenario}
            open={
              text !== '' || OPEN_AT_FIRST.includes(group) || types.some((type) => isUsed(scenario, type))
            }
          />
        ))
      )}
    </>
  );
}

/** Five controls a measure: closed groups keep the way by keyboard to everything behind them short. */
const OPEN_AT_FIRST: readonly MeasureGroup[] = ['systems', 'electricity'];

function isUsed(scenario: Scenario, type: MeasureType): boolean {
  return scenario.measures.some((measure) => measure.type === type && adoptionAt(measure, scenario.year) > 0);
}

/** Measures of a type beside the one that its card shows: for others than that one. */
const besidesOf = (scenario: Scenario, type: MeasureType) => {
  const shown = measureOfType(scenario, type);
  return scenario.measures.filter((measure) => measure.type === type && measure !== shown);
};

function MeasureSection({
  title,
  types,
  scenario,
  open,
}: {
  readonly title: string;
  readonly types: readonly MeasureType[];
  readonly scenario: Scenario;
  readonly open: boolean;
}) {
  const heading = useId();
  return (
    <details className="measure-group" open={open} aria-labelledby={heading}>
      <summary>
        <h3 id={heading}>{title}</h3>
        <span className="muted">{types.length}</span>
      </summary>
      <ul className="measures">
        {types.flatMap((type) => [
          <MeasureCard key={type} type={type} scenario={scenario} />,
          ...besidesOf(scenario, type).map(({ id }) => (
            <MeasureCard key={`${type} ${id}`} type={type} scenario={scenario} measureId={id} />
          )),
        ])}
      </ul>
    </details>
  );
}
