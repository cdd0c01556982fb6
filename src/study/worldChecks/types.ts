/**
 * How sure a published figure is: V read at its source (abstract, page), D derived from such figures by the formula shown,
 * M from memory only.
 */
export type SourceMark = 'V' | 'D' | 'M';

/** One published figure and the rule by which a computed one agrees with it; both stand before anything is computed. */
export interface PublishedFigure {
  readonly id: string;
  readonly question: string;
  readonly source: string;
  readonly mark: SourceMark;
  /** As published, in words with its unit. */
  readonly published: string;
  /** What deviation is measured from; absent where the figure is an order, a time of day or a bound. */
  readonly reference?: number;
  /** Tells above from below where there is no reference. */
  readonly centre?: number;
  readonly unit: string;
  readonly digits: number;
  /** The rule in words, and the same rule. */
  readonly criterion: string;
  readonly holds: (ours: number) => boolean;
}

/** A figure of ours, how it spreads, and how it was found. */
export interface OurFigure {
  readonly value: number;
  /** What `detail` says it is: 10th and 90th percentile of streets, or least and most. */
  readonly spread?: readonly [low: number, high: number];
  readonly detail: string;
}

/** Why there is none. */
export interface NotJudged {
  readonly reason: string;
}

export type Verdict = 'agrees' | 'differs' | 'not judged';

export interface WorldCheck {
  readonly figure: PublishedFigure;
  readonly ours: OurFigure | NotJudged;
  readonly verdict: Verdict;
  /** Ours over published, less 1; absent where the figure has no single number. */
  readonly deviation?: number;
  /** Where it differs: what of the model or of the sample explains it. */
  readonly why?: string;
}

export const isJudged = (ours: OurFigure | NotJudged): ours is OurFigure => 'value' in ours;
