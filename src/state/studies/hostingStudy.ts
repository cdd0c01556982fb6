import type { Engine } from '../../engine/contract';
import { limitsOf } from '../../kpi';
import type { Issue, Outcome } from '../../model/outcome';
import { comparisonWithHosting, hostingKey, type Comparison } from '../../study/comparison';
import {
  hostingSettings,
  type DistrictHosting,
  type DistrictHostingSettings,
  type FoundPlace,
  type HostingQuestion,
  type PlaceHosting,
} from '../../study/districtHosting';
import type { AppState, RunResult } from '../appState';
import type { AppStore } from '../store';
import { comparableOf, type ComparableYear } from './comparable';
import { brokeDown } from './followed';
import type { Pace } from './studyYears';

interface HostedYear {
  readonly year: ComparableYear;
  readonly hosting: readonly DistrictHosting[];
}

/** The part of a year that is counted while the rest is under way, or after it has been cancelled. */
interface PartlyHostedYear {
  readonly year: ComparableYear;
  readonly places: readonly FoundPlace[];
}

interface Standing {
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly issues: readonly Issue[];
}

/** Hosting capacity of the years that are compared, as far as it is counted. */
export interface HostingStudy extends Standing {
  /** Those asked for. */
  readonly years: readonly ComparableYear[];
  readonly found: readonly HostedYear[];
  /** Of the year that is not whole yet. */
  readonly partial: PartlyHostedYear | null;
}

export type HostedId = HostingQuestion['technologies'][number];

/** What every node of one feeder takes, as far as it is counted. */
export interface NodesStudy extends Standing {
  readonly year: ComparableYear;
  readonly feederId: string;
  readonly technology: HostedId;
  readonly nodes: readonly PlaceHosting[];
}

export const HOSTED_IDS = ['photovoltaic', 'vehicle', 'heatPump'] as const satisfies readonly HostedId[];

/** Enough for a first range on a page; the study on the command line draws more. */
export const HOSTING_DRAWS = 5;

/** What is known of questions about a year: finished places, and the whole where it has been reached. */
interface Known {
  places: readonly FoundPlace[];
  whole: readonly DistrictHosting[] | null;
}

interface Told {
  readonly share: (share: number) => void;
  readonly places: (places: readonly FoundPlace[]) => void;
}

const BEGUN = { status: 'running', pace: { done: 0, remainingS: null }, issues: [] } as const;
const DONE = { status: 'ready', pace: { done: 1, remainingS: 0 } } as const;

/** Counts scenario by scenario, one worker at a time, so that another one stays for what is looked at meanwhile. */
export class HostingRunner {
  private abort: AbortController | null = null;
  /** What has been counted of a year stays, by the question. */
  private readonly known = new WeakMap<RunResult, Map<string, Known>>();

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  /** Of every year that is there; what is known costs nothing. */
  async count(): Promise<void> {
    this.cancel();
    const { ready: years } = comparableOf(this.store.getState());
    if (years.length === 0) return;
    const { signal } = (this.abort = new AbortController());
    this.store.setState({ hosting: { years, ...BEGUN, found: [], partial: null } });
    let counted = 0;
    const toldPace = paceFrom(Date.now());
    const share = (part: number) =>
      signal.aborted ? undefined : this.patch({ pace: toldPace((counted + part) / years.length) });
    for (const year of years) {
      const places = (found: readonly FoundPlace[]) => this.patch({ partial: { year, places: found } });
      const outcome = await this.asked(year, { technologies: HOSTED_IDS, by: 'feeder' }, signal, { share, places }); // prettier-ignore
      if (signal.aborted) return;
      if (!outcome.ok) return this.patch({ status: 'failed', issues: outcome.issues });
      counted += 1;
      const { found } = this.store.getState().hosting!;
      this.patch({ found: [...found, { year, hosting: outcome.value }], partial: null });
      share(0);
    }
    this.patch(DONE);
  }

  /** Of every node of one feeder in one year, node by node. */
  async nodes(year: ComparableYear, feederId: string, technology: HostedId): Promise<void> {
    this.cancel();
    const { signal } = (this.abort = new AbortController());
    this.store.setState({ hostingNodes: { year, feederId, technology, ...BEGUN, nodes: [] } });
    const toldPace = paceFrom(Date.now());
    const question = { technologies: [technology], by: 'bus', behind: feederId } as const;
    const outcome = await this.asked(year, question, signal, {
      share: (part) => (signal.aborted ? undefined : this.patchNodes({ pace: toldPace(part) })),
      places: (places) => this.patchNodes({ nodes: places.map(({ found }) => found) }),
    });
    if (signal.aborted) return;
    if (!outcome.ok) return this.patchNodes({ status: 'failed', issues: outcome.issues });
    this.patchNodes({ ...DONE, nodes: outcome.value[0]!.places });
  }

  /** What is found stays, marked as partial. */
  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    const { hosting, hostingNodes } = this.store.getState();
    if (hosting?.status === 'running') this.patch({ status: 'cancelled' });
    if (hostingNodes?.status === 'running') this.patchNodes({ status: 'cancelled' });
  }

  /** The answers, without asking again for what is known; every place is kept and told as soon as it is there. */
  private async asked(
    year: ComparableYear,
    question: Pick<HostingQuestion, 'technologies' | 'by' | 'behind'>,
    signal: AbortSignal,
    told: Told,
  ): Promise<Outcome<readonly DistrictHosting[]>> {
    const { scenario, input, result } = year;
    const known = this.knownOf(result, `${hostingKey(scenario)} ${JSON.stringify(question)}`);
    if (known.whole !== null) return { ok: true, value: known.whole, issues: [] };
    told.places(known.places);
    const onPlace = (place: FoundPlace) => {
      known.places = [...known.places, place];
      if (!signal.aborted) told.places(known.places);
    };
    try {
      const { share: onShare } = told;
      const options = { signal, onShare, onPlace, present: known.places, known: result, passing: true };
      const outcome = await this.engine.hosting(input, hostingQuestions(year, question), options);
      if (outcome.ok) known.whole = outcome.value;
      return outcome;
    } catch (error) {
      return { ok: false, issues: [brokeDown(scenario.id, error)] };
    }
  }

  private knownOf(result: RunResult, key: string): Known {
    const ofYear = this.known.get(result) ?? new Map<string, Known>();
    this.known.set(result, ofYear);
    const known = ofYear.get(key) ?? { places: [], whole: null };
    ofYear.set(key, known);
    return known;
  }

  private patch(part: Partial<HostingStudy>): void {
    this.store.setState(({ hosting }: AppState) =>
      hosting === null ? {} : { hosting: { ...hosting, ...part } },
    );
  }

  private patchNodes(part: Partial<NodesStudy>): void {
    this.store.setState(({ hostingNodes }: AppState) =>
      hostingNodes === null ? {} : { hostingNodes: { ...hostingNodes, ...part } },
    );
  }
}

/** The questions about a year. The district's seed: the same draws in all scenarios, whatever they draw their measures by. */
export const hostingQuestions = (
  { scenario, input }: ComparableYear,
  question: Pick<HostingQuestion, 'technologies' | 'by' | 'behind'>,
): readonly DistrictHostingSettings[] =>
  hostingSettings(
    { ...question, draws: HOSTING_DRAWS, seed: input.district.seed },
    limitsOf(scenario.limits),
  );

/** At the pace since then. */
const paceFrom =
  (startMs: number) =>
  (done: number): Pace => {
    const passedS = (Date.now() - startMs) / 1000;
    return { done, remainingS: done > 0.05 ? (passedS * (1 - done)) / done : null };
  };

/** The comparison on screen with what is counted of its years' hosting capacity. */
export function withHostingShown(comparison: Comparison, study: HostingStudy | null): Comparison {
  if (study === null) return comparison;
  return comparisonWithHosting(
    comparison,
    ({ scenario, result }) =>
      study.found.find(({ year }) => year.scenario === scenario && year.result === result)?.hosting,
  );
}
