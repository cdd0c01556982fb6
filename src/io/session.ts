import type { MeasureType } from '../model/scenario';
import type { ElementKind, SelectorRule } from '../model/selector';

/** A text of a session: one for all languages, or one for each. */
export type SessionText = string | { readonly en: string; readonly de: string };

/** A plain word and the number it stands for. */
export interface SessionLevel {
  readonly words: SessionText;
  /** Share of the eligible elements, 0 to 1. The first level of a lever is the present day: 0. */
  readonly share: number;
}

/** What a room can move: one measure, by levels in plain words. */
export interface SessionLever {
  readonly id: string;
  readonly measure: MeasureType;
  readonly words: SessionText;
  /** Whose share the levels are: "of homes with a boiler". */
  readonly of: SessionText;
  readonly levels: readonly SessionLevel[];
}

export interface SessionKpi {
  readonly id: string;
  readonly words: SessionText;
}

/** An answer that somebody can foresee: changes of the indicator below this many percent, and above the option before it. */
export interface SessionOption {
  readonly words: SessionText;
  /** Exclusive; null = without an upper limit, which only the last has. */
  readonly belowPercent: number | null;
}

/** "The evening peak goes up a little, up a lot, doubles, or stays?": asked before a lever moves. */
export interface SessionQuestion {
  readonly kpiId: string;
  readonly words: SessionText;
  readonly options: readonly SessionOption[];
}

export interface SessionStep {
  readonly words: SessionText;
  readonly minutes: number;
  /** What to say; shown beside the title of the step. */
  readonly text: SessionText;
  /** Levers that cannot be moved in this step. */
  readonly locked: readonly string[];
}

/** Where a challenge asks for an indicator. */
export type SessionPlace =
  | { readonly level: 'district' }
  | { readonly level: 'station' | 'feeder'; readonly id: string }
  | { readonly level: 'buildings'; readonly where: SelectorRule };

export const CHALLENGE_SIGNS = ['<', '<=', '>', '>='] as const;
/** How what has come about is to be taken. */
export const CHALLENGE_TONES = ['good', 'watch', 'bad'] as const;

interface SessionTest {
  readonly is: (typeof CHALLENGE_SIGNS)[number];
  readonly value: number;
}

/**
 * An indicator at a place in its own unit, the share of a lever (0 to 1), or how many elements of the district, measures
 * included, a query gives.
 */
export type SessionCondition = SessionTest &
  (
    | { readonly of: 'kpi'; readonly kpi: string; readonly at: SessionPlace }
    | { readonly of: 'lever'; readonly lever: string }
    | { readonly of: 'measure'; readonly measure: MeasureType }
    | { readonly of: 'count'; readonly elements: ElementKind; readonly where: SelectorRule }
  );

/** What the session says once all of its conditions are met by a finished year. */
export interface SessionChallenge {
  readonly id: string;
  readonly when: readonly SessionCondition[];
  readonly tone: (typeof CHALLENGE_TONES)[number];
  readonly words: SessionText;
}

/** A workshop as a file: what is asked, what is shown, what can be moved, and when. No results inside. */
export interface Session {
  readonly id: string;
  readonly title: SessionText;
  readonly question: SessionText;
  readonly kpis: readonly SessionKpi[];
  /** The one variable on the map. */
  readonly variable: string;
  readonly levers: readonly SessionLever[];
  readonly questions: readonly SessionQuestion[];
  readonly agenda: readonly SessionStep[];
  /** In their order: the first that is met speaks, and each speaks once. Absent = none. */
  readonly challenges?: readonly SessionChallenge[];
}
