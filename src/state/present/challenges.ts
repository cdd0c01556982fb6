import { placeKpi, type PlaceRows } from '../../kpi/placeKpis';
import type { RunResult } from '../../engine/contract';
import type { Session, SessionChallenge, SessionCondition, SessionPlace } from '../../io/sessionFile';
import type { District } from '../../model/district';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { resolveRule } from '../../scenario/selectors';
import { branchRatings } from '../standing';
import { kpisOf } from '../view';
import { shareOf } from './presentState';

/** All that a challenge can ask about: a finished year and what it is of. */
export interface ChallengeYear {
  readonly session: Session;
  readonly scenario: Scenario;
  readonly result: RunResult;
  /** Corrections included, before any measure: groups of buildings are taken from it. */
  readonly base: District;
  /** As measures leave it: elements are counted in it. */
  readonly district: District;
}

/** The first challenge whose conditions are all met; null where none is. */
export const firstMet = (
  challenges: readonly SessionChallenge[],
  year: ChallengeYear,
): SessionChallenge | null => challenges.find((challenge) => isMetWhole(challenge, year)) ?? null;

/** Whether all of its conditions are met. */
export const isMetWhole = ({ when }: SessionChallenge, year: ChallengeYear): boolean =>
  when.every((condition) => isMet(condition, year));

/** What cannot be told (an element that is not there, no supply) meets no condition. */
export function isMet(condition: SessionCondition, year: ChallengeYear): boolean {
  const value = valueOf(condition, year);
  switch (condition.is) {
    case '<':
      return value < condition.value;
    case '<=':
      return value <= condition.value;
    case '>':
      return value > condition.value;
    case '>=':
      return value >= condition.value;
  }
}

/** What a condition compares, in the unit of its indicator; NaN where it cannot be told. */
export function valueOf(condition: SessionCondition, year: ChallengeYear): number {
  switch (condition.of) {
    case 'lever': {
      const lever = year.session.levers.find(({ id }) => id === condition.lever);
      return lever === undefined ? Number.NaN : shareOf(lever, year.scenario);
    }
    case 'measure':
      return shareOf(condition, year.scenario);
    case 'count':
      return resolveRule(condition.where, year.district, condition.elements, PLACE).ids.length;
    case 'kpi': {
      const { at, kpi } = condition;
      const transformers = year.district.network?.transformers ?? [];
      if (at.level === 'district') {
        const all = kpisOf(year.result, year.scenario, transformers);
        return all.find(({ id }) => id === kpi)?.value ?? Number.NaN;
      }
      const rows = placeRows(at, year);
      if (rows === null) return Number.NaN;
      return placeKpi(
        kpi,
        at.level,
        year.result,
        rows,
        branchRatings(year.result, { transformers }).subarray(year.result.rows.lineCount),
      );
    }
  }
}

const PLACE = { source: 'session', where: 'challenges' } as const;

function placeRows(
  at: Exclude<SessionPlace, { level: 'district' }>,
  { base, result }: ChallengeYear,
): PlaceRows | null {
  const { rows } = result;
  if (at.level === 'buildings')
    return {
      flow: null,
      lines: [],
      ...behind(resolveRule(at.where, base, 'building', PLACE).ids, base, result),
    };
  const ids = at.level === 'station' ? rows.transformerIds : rows.feederIds;
  const row = ids.indexOf(at.id);
  if (row < 0) return null;
  const from = at.level === 'station' ? 'transformer' : 'line';
  const rule = { kind: 'downstream', from, id: at.id } as const;
  const lineIds = new Set(resolveRule(rule, base, 'line', PLACE).ids);
  const lines = rows.branchIds.flatMap((id, line) =>
    line < rows.lineCount && lineIds.has(id) ? [line] : [],
  );
  return {
    ...{ flow: { of: at.level, row }, lines },
    ...behind(resolveRule(rule, base, 'building', PLACE).ids, base, result),
  };
}

function behind(
  ids: readonly string[],
  { buildings }: District,
  { rows }: RunResult,
): Pick<PlaceRows, 'buildings' | 'buses'> {
  const wanted = new Set(ids);
  const busIds = new Set(
    buildings.flatMap(({ id, connection }) =>
      wanted.has(id) && connection !== null ? [connection.busId] : [],
    ),
  );
  return {
    buildings: rows.buildingIds.flatMap((id, row) => (wanted.has(id) ? [row] : [])),
    buses: rows.busIds.flatMap((id, row) => (busIds.has(id) ? [row] : [])),
  };
}

/** Stations and feeders that a session asks about and a district does not have. */
export function unknownPlaces(
  { challenges = [] }: Session,
  { network }: District,
  source: string,
): readonly Issue[] {
  const [stations, lines] = [network?.transformers ?? [], network?.lines ?? []];
  return challenges.flatMap(({ when }, row) =>
    when.flatMap((condition, at): readonly Issue[] => {
      if (condition.of !== 'kpi' || !('id' in condition.at)) return [];
      const { level, id } = condition.at;
      const known: readonly { readonly id: string }[] = level === 'station' ? stations : lines;
      if (known.some((one) => one.id === id)) return [];
      return [
        {
          ...{ severity: 'error', code: 'session-refused', source },
          ...{ field: `challenges[${row}].when[${at}].at.id`, value: id.slice(0, 60) },
          message: `The district on screen has no such ${level}.`,
          remedy: `Open the district that the session was written for, or name a ${level} of this one.`,
        },
      ];
    }),
  );
}
