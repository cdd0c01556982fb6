import { useId, useState } from 'react';
import { MEASURE_GROUPS, MEASURES, type MeasureGroup } from '../../measures';
import type { MeasureType, Scenario } from '../../model/scenario';
import { MeasureCard } from './MeasureCard';

const ORDER = Object.keys(MEASURES) as readonly MeasureType[];
const GROUPS = (Object.keys(MEASURE_GROUPS) as readonly MeasureGroup[]).map((group) => ({
  group,
  types: ORDER.filter((type) => MEASURES[type].group === group),
}));

function matches(type: MeasureType, text: string): boolean {
  const { label, changes, adoptionOf } = MEASURES[type];
  return `${label} ${changes} ${adoptionOf}`.toLowerCase().includes(text);
}

/** The measure library under headings; typing narrows it down. */
export function MeasureList({ scenario }: { readonly scenario: Scenario }) {
  const [typed, setTyped] = useState('');
  const text = typed.trim().toLowerCase();
  const found = GROUPS.map(({ group, types }) => ({
    group,
    types: types.filter((type) => matches(type, text)),
  })).filter(({ types }) => types.length > 0);
  return (
    <>
      <label className="filter">
        <span>Find a measure</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {found.length === 0 ? (
        <p className="muted" role="status">
          No measure is called that.
        </p>
      ) : (
        found.map(({ group, types }) => (
          <MeasureSection key={group} title={MEASURE_GROUPS[group]} types={types} scenario={scenario} />
        ))
      )}
    </>
  );
}

function MeasureSection({
  title,
  types,
  scenario,
}: {
  readonly title: string;
  readonly types: readonly MeasureType[];
  readonly scenario: Scenario;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ul className="measures">
        {types.map((type) => (
          <MeasureCard key={type} type={type} scenario={scenario} />
        ))}
      </ul>
    </section>
  );
}
