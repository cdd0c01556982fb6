import { workOf } from '../../io/projectFile';
import { readScenarioValue, writeScenario } from '../../io/scenarioFile';
import { readSessionValue, SESSION_SCHEMA, type Session } from '../../io/sessionFile';
import type { Scenario } from '../../model/scenario';
import type { AppState } from '../appState';
import { scenarioOf } from '../selectors';
import { MAP_VARIABLES } from '../view';
import { keptFree } from './keptFree';
import { RECORD_KINDS, type PresentState, type RecordEntry, type Round } from './presentState';

/** A workshop as this tab keeps it against a reload; what can be computed again is left out. Empty where there is none. */
export function keptText({ present }: AppState): string {
  if (present === null) return '';
  const { session, scenarioId, startDocument, startedAtMs, stepRow, stepSinceMs } = present;
  const { round, commitments, record, fired, free } = present;
  const kept = {
    scenarioId,
    startDocument,
    startedAtMs,
    stepRow,
    stepSinceMs,
    round,
    commitments,
    record,
    fired,
    free,
  };
  return JSON.stringify({ ...kept, session: { schema: SESSION_SCHEMA, ...session } });
}

/** The workshop that a tab had kept, where its scenario still stands; null otherwise, and where anything of it does not read. */
export function keptPresent(state: AppState, text: string | null): PresentState | null {
  if (text === null || text === '') return null;
  try {
    return presentOf(state, JSON.parse(text) as Unchecked<PresentState>);
  } catch {
    return null;
  }
}

/** What a text says it is. */
type Unchecked<Whole> = { readonly [Member in keyof Whole]?: unknown };

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function presentOf(state: AppState, kept: Unchecked<PresentState>): PresentState | null {
  const session = readSessionValue(kept.session, 'this tab', MAP_VARIABLES);
  const start = workOf(kept.startDocument, 'this tab');
  const { scenarioId, startedAtMs, stepRow, stepSinceMs, commitments, record, fired = [] } = kept;
  if (!session.ok || !start.ok || typeof scenarioId !== 'string') return null;
  if (scenarioOf(state, scenarioId) === undefined || !isTime(startedAtMs) || !isTime(stepSinceMs))
    return null;
  if (typeof stepRow !== 'number' || session.value.agenda[stepRow] === undefined) return null;
  if (typeof commitments !== 'string' || !Array.isArray(record) || !record.every(isEntry)) return null;
  if (!Array.isArray(fired) || !fired.every((id) => typeof id === 'string')) return null;
  const round = kept.round === null ? null : roundOf(state, kept.round as Unchecked<Round>, session.value);
  const free = keptFree(state, kept.free);
  if (round === undefined || free === undefined) return null;
  return {
    ...{ session: session.value, scenarioId, startDocument: start.value, startedAtMs, stepRow, stepSinceMs },
    ...{ page: null, round, yearBefore: null, beforeFailed: null, replay: null, replayYear: null },
    ...{ money: null, told: null, commitments, record, fired, feedback: null, free },
  };
}

function isEntry(value: unknown): value is RecordEntry {
  const { atMs, kind, text, hands } = (value ?? {}) as Unchecked<RecordEntry>;
  const isNamed = RECORD_KINDS.some((known) => known === kind) && typeof text === 'string';
  return isTime(atMs) && isNamed && (hands === undefined || typeof hands === 'string');
}

/** Undefined where it does not read. */
function roundOf(state: AppState, kept: Unchecked<Round>, session: Session): Round | undefined {
  const { votes, phase, askedAtMs } = kept;
  const said = JSON.stringify(kept.question);
  const question = session.questions.find((one) => JSON.stringify(one) === said);
  const before = readScenarioValue(kept.before, 'this tab');
  const isVote = (hands: unknown) => typeof hands === 'number' && Number.isInteger(hands) && hands >= 0;
  if (question === undefined || !before.ok || !Array.isArray(votes) || !votes.every(isVote)) return undefined;
  if (votes.length !== question.options.length || !isTime(askedAtMs)) return undefined;
  if (phase !== 'hidden' && phase !== 'revealed') return undefined;
  return { question, votes: votes as number[], phase, before: known(state, before.value), askedAtMs };
}

/** The scenario as the work has it, now or before, where it says the same: its year is found again. */
function known({ history }: AppState, copy: Scenario): Scenario {
  // What has been read has its members in the order of the schema.
  const said = writeScenario(copy);
  const documents = [history.present, ...history.past.map(({ document }) => document)];
  const all = documents.flatMap(({ scenarios }) => scenarios.filter(({ id }) => id === copy.id));
  return all.find((one) => writeScenario(one) === said) ?? copy;
}
