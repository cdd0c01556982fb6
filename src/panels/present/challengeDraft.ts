import { useState } from 'react';
import type { CHALLENGE_SIGNS, SessionCondition, SessionPlace } from '../../io/session';
import type { Kpi } from '../../kpi';
import { KPI_LEVELS, placeKpiIds, type KpiLevel } from '../../kpi/placeKpis';
import type { MeasureType } from '../../model/scenario';
import { BASELINE_ID, useAppState, useSpeech, type MarkedKind } from '../../state';
import { districtOf } from '../../state/view';
import { attributesOf, rowOf, ruleOf, type Join, type QueryRow } from '../marking/queryRows';
import { readTyped } from '../parts/typedNumber';
import { DISTRICT_POWER, FIELD_UNITS } from './challengeWords';

export type Sign = (typeof CHALLENGE_SIGNS)[number];

/** What a condition asks about, as the list of choices names it: `lever:id`, `measure:type`, `count:kind`, or an indicator. */
type Asked =
  | { readonly of: 'lever'; readonly lever: string }
  | { readonly of: 'measure'; readonly measure: MeasureType }
  | { readonly of: 'count'; readonly elements: MarkedKind }
  | { readonly of: 'kpi'; readonly kpi: string };

export function askedOf(what: string): Asked {
  const [of = '', ...rest] = what.split(':');
  const name = rest.join(':');
  if (of === 'lever') return { of, lever: name };
  if (of === 'measure') return { of, measure: name as MeasureType };
  if (of === 'count') return { of, elements: name as MarkedKind };
  return { of: 'kpi', kpi: what };
}

/** Where an indicator can be asked for. */
export const levelsOf = (what: string): readonly KpiLevel[] => {
  const asked = askedOf(what);
  return asked.of !== 'kpi'
    ? []
    : KPI_LEVELS.filter((level) => level === 'district' || placeKpiIds(level).includes(asked.kpi));
};

/** Places as the list names them: the district, `station:id`, `feeder:id`, one building, or those of a query. */
export const ONE_BUILDING = 'home';
export const QUERIED = 'group';

/** Elements whose conditions stand in the form; null where nobody is looked for. */
export const queriedKind = (what: string, place: string): MarkedKind | null => {
  const asked = askedOf(what);
  return asked.of === 'count' ? asked.elements : place === QUERIED ? 'building' : null;
};

const START = {
  what: 'peakImport',
  place: '',
  home: '',
  rows: [] as readonly QueryRow[],
  join: 'and' as Join,
  is: '>' as Sign,
  typed: '',
};

export type Draft = ReturnType<typeof useDraft>;

/** One condition as it is being made. */
export function useDraft(kpis: readonly Kpi[]) {
  const speech = useSpeech();
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const [draft, setDraft] = useState(START);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { what, place, home, rows, join, is, typed } = draft;
  const asked = askedOf(what);
  const unit =
    asked.of === 'kpi'
      ? (kpis.find(({ id }) => id === asked.kpi)?.unit ?? '')
      : asked.of === 'count'
        ? ''
        : '1';
  const field =
    asked.of === 'kpi'
      ? unit === 'W' && place === ''
        ? DISTRICT_POWER
        : (FIELD_UNITS[unit] ?? { name: unit, factor: 1 })
      : asked.of === 'count'
        ? { name: speech.words('challenges.number'), factor: 1 }
        : { name: '%', factor: 100 };
  const kind = queriedKind(what, place);
  const rule = kind === null ? null : ruleOf(rows, join, speech.language);

  const change = (changes: Partial<typeof START>) => {
    const next = { ...draft, ...changes };
    const level =
      next.place === ONE_BUILDING || next.place === QUERIED ? 'buildings' : next.place.split(':')[0]!;
    const isThere = next.place === '' || levelsOf(next.what).some((one) => one === level);
    const kept = { ...next, place: isThere ? next.place : '' };
    const looked = queriedKind(kept.what, kept.place);
    const isSame = looked === kind;
    const fresh = looked === null ? [] : [rowOf(attributesOf(looked)[0]!)];
    setDraft({ ...kept, ...(isSame ? {} : { rows: fresh, join: 'and' }) });
  };

  /** Why the place cannot be asked; null where it can. */
  const missing = (): string | null => {
    if (place === ONE_BUILDING && !district?.buildings.some(({ id }) => id === home.trim()))
      return speech.words('challenges.noBuilding');
    return kind !== null && rule === null ? speech.words('marked.query.incomplete') : null;
  };
  const placeAsked = (): SessionPlace => {
    if (place === ONE_BUILDING) return { level: 'buildings', where: { kind: 'ids', ids: [home.trim()] } };
    if (place === QUERIED) return { level: 'buildings', where: rule! };
    const [level, ...id] = place.split(':');
    return level === 'station' || level === 'feeder' ? { level, id: id.join(':') } : { level: 'district' };
  };
  const condition = async (): Promise<SessionCondition | null> => {
    const why = missing();
    setRefusal(why);
    if (why !== null) return null;
    const read = await readTyped(typed, { unit: unit === '' ? '1' : unit, factor: field.factor }, speech);
    setRefusal(read.ok ? null : read.refusal);
    if (!read.ok) return null;
    const { value } = read;
    if (asked.of === 'kpi') return { ...asked, at: placeAsked(), is, value };
    if (asked.of === 'count') return { ...asked, where: rule!, is, value };
    return { ...asked, is, value };
  };
  return { ...draft, asked, kind, rule, refusal, field, change, condition, clear: () => setDraft(START) };
}
