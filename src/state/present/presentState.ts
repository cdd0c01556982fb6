import type { RunResult } from '../../engine/contract';
import type { Session, SessionLever, SessionQuestion, SessionText } from '../../io/sessionFile';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import { adoptionAt } from '../../scenario';
import type { MoneyYear } from '../../study/money';
import type { Language } from '../../words';
import { measureOfType, type Document } from '../document';
import type { FreeFrom } from './freeMode';
import type { Told } from './told';

/** What lies over the map; one thing at a time. */
export type PresentPage =
  | 'menu'
  | 'colours'
  | 'agenda'
  | 'history'
  | 'groups'
  | 'money'
  | 'challenges'
  | 'prepare'
  | 'close'
  | 'reset'
  | 'leave'
  | 'end';

/** One figure of a year, or of a first look at it. NaN = not there yet. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly isProvisional: boolean;
}

/** One question to the room: asked before a lever moves, its result hidden until it is revealed. */
export interface Round {
  readonly question: SessionQuestion;
  /** Raised hands by option. */
  readonly votes: readonly number[];
  readonly phase: 'hidden' | 'revealed';
  /** The scenario as it stood when the room was asked. */
  readonly before: Scenario;
  readonly askedAtMs: number;
}

/** A year that is held against another one, of a scenario that need not stand in the document any more. */
export interface YearBefore {
  readonly scenario: Scenario;
  /** All that the year was computed from. */
  readonly input: RunInput;
  readonly result: RunResult;
}

export const RECORD_KINDS = [
  'start',
  'step',
  'ask',
  'lever',
  'reveal',
  'stand',
  'outcome',
  'session',
  'group',
  'challenge',
  'reset',
] as const;

/** What was done, for the record that goes home. */
export interface RecordEntry {
  readonly atMs: number;
  readonly kind: (typeof RECORD_KINDS)[number];
  readonly text: string;
  /** Of a `reveal`: what the hands said, without the question, which may be in another language by then. */
  readonly hands?: string;
}

/** Bills and burdens of the baseline and of the workshop's scenario. */
export interface PresentMoney {
  readonly status: 'running' | 'ready' | 'failed';
  /** Of the baseline and of the workshop's scenario: what is counted from other inputs is not shown. */
  readonly inputs: readonly [RunInput, RunInput];
  readonly before: MoneyYear | null;
  readonly after: MoneyYear | null;
  readonly problem: string;
  /** Why no measure stands in these bills; empty where they do. */
  readonly costsProblem: string;
}

/** A workshop that is under way. Levers and proposals of groups are scenarios of the document, not kept here. */
export interface PresentState {
  readonly session: Session;
  readonly scenarioId: string;
  /** Whither "reset" leads. */
  readonly startDocument: Document;
  readonly startedAtMs: number;
  readonly stepRow: number;
  readonly stepSinceMs: number;
  readonly page: PresentPage | null;
  readonly round: Round | null;
  /** The year of `before` of the round, where it is known. */
  readonly yearBefore: YearBefore | null;
  /** Why that year cannot be told, of which input. */
  readonly beforeFailed: { readonly input: RunInput; readonly problem: string } | null;
  /** The year that a replay under way begins with. */
  readonly replayYear: YearBefore | null;
  readonly replay: 'before' | 'after' | null;
  readonly money: PresentMoney | null;
  /** In a window that follows: the numbers of the one that presents. Null in that one. */
  readonly told: Told | null;
  readonly commitments: string;
  /** Challenges that have spoken; each does once. */
  readonly fired: readonly string[];
  /** The challenge that speaks now. */
  readonly feedback: string | null;
  /** Where the session waits while somebody tries freely. */
  readonly free: FreeFrom | null;
  readonly record: readonly RecordEntry[];
}

/** Under this id the year before is shown while a change is replayed; no scenario has it. */
export const REPLAY_ID = 'replay: before';

export const MOST_GROUPS = 6;
const GROUP = /^workshop-group-(\d+)$/;

export const textIn = (text: SessionText, language: Language): string =>
  typeof text === 'string' ? text : text[language];

/** Proposals of the groups, in the order they were made. */
export const groupsOf = ({ scenarios }: Document): readonly Scenario[] =>
  scenarios.filter(({ id }) => GROUP.test(id));

/** The first free id of a proposal; null where there are six. */
export function freeGroupId(document: Document): string | null {
  const taken = new Set(groupsOf(document).map(({ id }) => id));
  for (let number = 1; number <= MOST_GROUPS; number += 1)
    if (!taken.has(`workshop-group-${number}`)) return `workshop-group-${number}`;
  return null;
}

/** Index of the level that a lever stands on; null where its number is one of its own. */
export function levelOf(lever: SessionLever, scenario: Scenario): number | null {
  const share = shareOf(lever, scenario);
  const at = lever.levels.findIndex((level) => Math.abs(level.share - share) < 1e-9);
  return at < 0 ? null : at;
}

/** Share that a lever stands at; 0 where nobody has touched it. */
export function shareOf({ measure }: Pick<SessionLever, 'measure'>, scenario: Scenario): number {
  const present = measureOfType(scenario, measure);
  return present === undefined ? 0 : adoptionAt(present, scenario.year);
}

/** Which option has come true: the first whose limit lies above the change. Null where the change cannot be told. */
export function happened({ options }: SessionQuestion, before: number, after: number): number | null {
  const percent = before === 0 ? (after === 0 ? 0 : Number.NaN) : (100 * (after - before)) / Math.abs(before);
  if (!Number.isFinite(percent)) return null;
  return options.findIndex(({ belowPercent }) => belowPercent === null || percent < belowPercent);
}

/** Whether two scenarios do the same; one of them may be a copy. */
export const hasSameMeasures = (a: Scenario, b: Scenario): boolean =>
  a.measures === b.measures || JSON.stringify(a.measures) === JSON.stringify(b.measures);

/** The last scenario of this id in the past that differs from the one now: what a replay begins with. */
export function scenarioBefore(
  past: readonly { readonly document: Document }[],
  now: Scenario,
): Scenario | null {
  for (let row = past.length - 1; row >= 0; row -= 1) {
    const then = past[row]!.document.scenarios.find(({ id }) => id === now.id);
    if (then !== undefined && !hasSameMeasures(then, now)) return then;
  }
  return null;
}

/** Least, mean and most of a lever over the proposals that touch it; null where none does. */
export interface Spread {
  readonly least: number;
  readonly mean: number;
  readonly most: number;
  readonly count: number;
}

export function spreadOf(lever: SessionLever, groups: readonly Scenario[]): Spread | null {
  const shares = groups
    .filter((group) => measureOfType(group, lever.measure) !== undefined)
    .map((group) => shareOf(lever, group));
  if (shares.length === 0) return null;
  return {
    least: Math.min(...shares),
    mean: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    most: Math.max(...shares),
    count: shares.length,
  };
}
