import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Building } from '../../model/building';
import { BASELINE_ID, nameOfBuilding, useActions, useAppState } from '../../state';
import { districtOf } from '../../state/view';
import { useTexts } from './useTexts';

const SHOWN = 8;
const NOBODY: readonly Building[] = [];

/** Without accents and with ss for sharp s, so that "strasse" finds "Straße". */
const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');

/** What a typed text finds: every word somewhere in name or id; ids and beginnings first. */
function found(buildings: readonly Building[], typed: string): readonly Building[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return NOBODY;
  const rank = ({ id, name = '' }: Building): number => {
    if (plain(id) === plain(typed.trim())) return 0;
    return plain(name).startsWith(wanted[0]!) || plain(id).startsWith(wanted[0]!) ? 1 : 2;
  };
  return buildings
    .filter(({ id, name = '' }) => {
      const text = `${plain(name)} ${plain(id)}`;
      return wanted.every((word) => text.includes(word));
    })
    .map((building) => ({ building, at: rank(building) }))
    .sort((a, b) => a.at - b.at)
    .map(({ building }) => building);
}

/** Address, name or id in; a list by keyboard or pointer; the camera goes there. */
export function FindBuilding() {
  const { words } = useTexts();
  const actions = useActions();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const buildings = useAppState((state) => districtOf(state, BASELINE_ID)?.buildings ?? NOBODY);
  const all = useMemo(() => found(buildings, typed), [buildings, typed]);
  const shown = all.slice(0, SHOWN);
  const isOpen = typed.trim() !== '';
  const choose = (building: Building) => {
    setTyped('');
    setAt(0);
    actions.select({ kind: 'building', id: building.id }, true);
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
    </div>
  );
}
