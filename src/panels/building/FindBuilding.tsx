import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { archetypeOf } from '../../model/archetypes';
import type { Building } from '../../model/building';
import { BASELINE_ID, nameOfBuilding, subjectOf, useActions, useAppState } from '../../state';
import { districtOf } from '../../state/view';
import { handFocus } from '../parts/handFocus';
import { findBuildings, suggestedBuildings } from './findBuildings';
import { useTexts } from './useTexts';

const SHOWN = 8;
const SUGGESTED = 6;
const NOBODY: readonly Building[] = [];

/** Address, name or id in; a list by keyboard or pointer; the camera goes there. */
export function FindBuilding() {
  const { words } = useTexts();
  const actions = useActions();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const buildings = useAppState((state) => districtOf(state, BASELINE_ID)?.buildings ?? NOBODY);
  const region = useAppState((state) => districtOf(state, BASELINE_ID)?.archetypeRegion ?? null);
  const kindOf = useCallback(
    (building: Building): string => {
      if (region === null) return '';
      const { envelopeClass, period } = archetypeOf(building, region);
      return [
        words(`building.uses.${building.use}`),
        words(`building.envelopes.${envelopeClass}`),
        words(`building.periods.${period}`),
      ].join(' ');
    },
    [region, words],
  );
  const all = useMemo(() => findBuildings(buildings, typed, kindOf), [buildings, typed, kindOf]);
  const hasSubject = useAppState((state) => subjectOf(state) !== null);
  const shown = all.slice(0, SHOWN);
  const isOpen = typed.trim() !== '';
  const choose = (building: Building) => {
    setTyped('');
    setAt(0);
    actions.select({ kind: 'building', id: building.id }, true);
    // A suggestion goes away with the rest of them.
    handFocus('.find-building input');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      setAt((next + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter' && shown[at] !== undefined) choose(shown[at]);
    else if (event.key === 'Escape') setTyped('');
  };
  return (
    <div className="find-building">
      <label htmlFor={id}>{words('building.find.label')}</label>
      <input
        ref={field}
        id={id}
        type="search"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen && shown.length > 0}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        {...(isOpen && shown[at] !== undefined ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <p id={`${id}-hint`} className="muted small-text">
        {words('building.find.hint')}
      </p>
      {isOpen && shown.length > 0 ? (
        <ul id={`${id}-list`} className="found" role="listbox" aria-label={words('building.find.results')}>
          {shown.map((building, row) => (
            <li
              key={building.id}
              id={`${id}-${row}`}
              role="option"
              aria-selected={row === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(building)}
            >
              <span>{nameOfBuilding(building)}</span>
              <span className="muted small-text">
                {words(`building.uses.${building.use}`)}, {building.constructionYear}, {building.id}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <p className="muted small-text" role="status">
          {all.length === 0
            ? words('building.find.none')
            : all.length > SHOWN
              ? words('building.find.more', { count: all.length - SHOWN })
              : ''}
        </p>
      ) : null}
      {isOpen || hasSubject ? null : <Suggested buildings={buildings} onChoose={choose} />}
    </div>
  );
}

/** Nothing typed and nothing chosen: some to begin with. */
function Suggested({
  buildings,
  onChoose,
}: {
  readonly buildings: readonly Building[];
  readonly onChoose: (building: Building) => void;
}) {
  const { words } = useTexts();
  const some = useMemo(() => suggestedBuildings(buildings, SUGGESTED), [buildings]);
  if (some.length === 0) return null;
  return (
    <div data-testid="suggested">
      <p className="muted small-text">{words('building.find.suggested')}</p>
      <div className="row wrap">
        {some.map((building) => (
          <button key={building.id} type="button" className="button small" onClick={() => onChoose(building)}>
            {nameOfBuilding(building)}, {words(`building.uses.${building.use}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
