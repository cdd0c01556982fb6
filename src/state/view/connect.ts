import type { Phase } from '../../model/building';
import type { District } from '../../model/district';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import type {
  ConnectCapacity,
  ConnectVerdict,
  Reinforcement,
  StepViolation,
  WithoutReinforcement,
} from '../../study/canConnect';
import { formatNumber, formatQuantity, NARROW_NO_BREAK_SPACE, parseQuantity } from '../../units';
import type { Selection } from '../appState';
import { CONNECT_POWER_FACTOR } from '../studies/connectPlace';
import type { ConnectStudy, ConnectWish } from '../studies/connectStudy';
import { formatPercent } from './text';

/** Largest power that is taken: more is a slip of the unit. */
const MOST_W = 1e9;

/** A typed power in W, or the sentence that says why it is none. */
export async function readPower(text: string): Promise<number | string> {
  const typed = text.trim();
  if (typed === '') return 'Type a power with its unit, for example "400 kW".';
  // Taken in the base unit, "400" would be 400 W: hardly what anybody means.
  if (/^[-+−\d\s.,’']+$/.test(typed)) return `Give the unit too, for example "${typed} kW".`;
  const outcome = await parseQuantity(typed, 'W');
  if (!outcome.ok) {
    const words = outcome.issues.map(({ message }) => message).join(' ');
    return `${words} Type an active power with its unit, for example "400 kW".`;
  }
  if (outcome.value > 0 && outcome.value < MOST_W) return outcome.value;
  return `Give a power above 0 and below ${formatQuantity(MOST_W, 'W')}; whether it draws or feeds in is asked beside it.`;
}

export const DIRECTION_WORDS = { load: 'load', generation: 'generation' } as const;

const PHASE_NUMBERS: Readonly<Record<Phase, number>> = { a: 1, b: 2, c: 3 };

/** `on three phases`, `on phase 2`. */
export function phasesText(phases: readonly Phase[]): string {
  return phases.length === 3
    ? 'on three phases'
    : `on phase ${phases.map((one) => PHASE_NUMBERS[one]).join(' and ')}`;
}

/** `400 kW of load on three phases`. */
export const wishText = ({ pW, direction, phases }: ConnectWish): string =>
  `${formatQuantity(pW, 'W')} of ${DIRECTION_WORDS[direction]} ${phasesText(phases)}`;

export function connectHeadline(wish: ConnectWish, { verdict }: Pick<ConnectVerdict, 'verdict'>): string {
  return verdict === 'yes'
    ? `Yes: ${wishText(wish)} fits in every hour of the year.`
    : `No: ${wishText(wish)} does not fit.`;
}

/** What is shown of a question: its own answer as far as it goes, or the one before while there is none. */
export interface ShownConnect {
  readonly study: ConnectStudy;
  readonly verdict: ConnectVerdict;
  readonly capacity: ConnectCapacity | null;
  /** What would have to be built, or why nothing is named; null for a yes, undefined while it is looked for. */
  readonly works: Reinforcement | WithoutReinforcement | null | undefined;
  /** It answers an earlier question at this place. */
  readonly isBefore: boolean;
}

export function shownConnect(present: ConnectStudy): ShownConnect | null {
  const isBefore = present.answer === null && (present.standing?.verdict ?? null) === null;
  const study = isBefore ? present.before : present;
  const verdict = study?.answer ?? study?.standing?.verdict ?? null;
  if (study === null || verdict === null) return null;
  const { answer, standing } = study;
  return {
    ...{ study, verdict, isBefore },
    capacity: answer ?? standing?.capacity ?? null,
    works: answer === null ? undefined : (answer.reinforcement ?? answer.withoutReinforcement ?? null),
  };
}

const STAGE_WORDS = {
  verdict: 'solving the year with it',
  capacity: 'looking for the largest power that fits',
  reinforcement: 'looking for what would have to be built',
} as const;

/** How far a running question is, and in words. */
export function connectProgress({ yearShare, standing }: ConnectStudy): {
  readonly done: number | null;
  readonly words: string;
} {
  if (yearShare !== null) return { done: yearShare, words: 'computing the year of the scenario first' };
  if (standing === null) return { done: null, words: 'reading the year' };
  const { stage, years, yearShare: done } = standing;
  return {
    done,
    words: `${STAGE_WORDS[stage]}; ${years} whole ${years === 1 ? 'year' : 'years'} of power flow so far`,
  };
}

/** What a constraint is, with its value and its limit. */
export interface ConstraintWords {
  readonly name: string;
  readonly amount: string;
  /** What can be selected to look at it; null where nothing can. */
  readonly target: Selection | null;
  readonly step: number;
}

export function constraintWords(found: StepViolation, district: District | null): ConstraintWords {
  const { kind, elementId, value, limit, step } = found;
  if (kind === 'noSolution')
    return { name: 'The power flow', amount: 'finds no solution, first', target: null, step };
  if (kind === 'lineLoading' || kind === 'transformerLoading') {
    const isLine = kind === 'lineLoading';
    return {
      name: `${isLine ? 'Line' : 'Transformer'} ${elementId}`,
      amount: `${formatPercent(100 * value)} of its rating, limit ${formatPercent(100 * limit)}`,
      target: { kind: isLine ? 'line' : 'transformer', id: elementId },
      step,
    };
  }
  const target = district === null ? null : atBus(district, elementId);
  return {
    name: target?.kind === 'building' ? `Voltage at ${target.id}` : `Voltage at bus ${elementId}`,
    amount: `${puText(value)}, ${kind === 'undervoltage' ? 'lowest' : 'highest'} allowed ${puText(limit)}`,
    ...{ target, step },
  };
}

const puText = (valuePu: number): string =>
  `${formatNumber(100 * valuePu)}${NARROW_NO_BREAK_SPACE}% of nominal`;

/** Who hangs on a bus, or what feeds it: a bus itself is nothing that can be selected. */
function atBus({ network, buildings }: District, busId: string): Selection | null {
  if (network === null) return null;
  const supply = supplyOf(network);
  const row = supply.busRow.get(busId);
  if (row === undefined) return null;
  const building = buildings.find((one) => busOf(supply, one) === row);
  if (building !== undefined) return { kind: 'building', id: building.id };
  const branch = supply.feedingBranch[row]!;
  if (branch < 0) return null;
  const kind = branch < supply.branches.lineCount ? 'line' : 'transformer';
  return { kind, id: supply.branches.ids[branch]! };
}

/** `45.3 kW, found to within 225 W`. */
export function capacityText(capacity: ConnectCapacity): string {
  const { capacityW, capacityBinding, capacityUnfinished, resolutionW, searchedW } = capacity;
  const most = formatQuantity(capacityW, 'W');
  if (capacityUnfinished === true) return `At least ${most}: the search ended before a year confirmed more`;
  if (capacityW === 0) return `Nothing: not even ${formatQuantity(resolutionW, 'W')} more`;
  return capacityBinding === undefined
    ? `${most} and more: nothing larger than ${formatQuantity(searchedW, 'W')} was tried`
    : `${most}, found to within ${formatQuantity(resolutionW, 'W')}`;
}

/** Why nothing is named that would let it in. */
export const WITHOUT_WORKS: Readonly<Record<WithoutReinforcement, string>> = {
  notTried: 'Not tried: nothing of what is over its limit is met by more copper on the way.',
  doesNotDo:
    'More than larger transformers, thicker lines and parallel cables: a station of its own, or another point of connection.',
  notFinished: 'Not found: the search ended before all sizes were tried.',
};

/** Phase voltage of a European low-voltage network, V. */
const PHASE_V = 230;

/** Where the addition alone draws more than the main fuse of a building lets through; null where it does not. */
export function fuseText(district: District | null, { at, wish }: ConnectStudy): string | null {
  if (at.kind !== 'building') return null;
  const fuseA = district?.buildings.find(({ id }) => id === at.id)?.connection?.mainFuseA;
  if (fuseA === undefined) return null;
  const { pW, phases, direction } = wish;
  const currentA = pW / CONNECT_POWER_FACTOR[direction] / phases.length / PHASE_V;
  if (currentA <= fuseA) return null;
  return `Its main fuse of ${formatNumber(fuseA)}${NARROW_NO_BREAK_SPACE}A is below the ${formatNumber(currentA)}${NARROW_NO_BREAK_SPACE}A of the addition alone: it needs another service as well.`;
}

/** What the answer leaves out, each in a sentence. */
export function connectLimitsText(
  { input, wish }: ConnectStudy,
  { existing, withoutVoltageResponse }: ConnectVerdict,
  limitsName: string,
): readonly string[] {
  const means = input.stepS === 3600 ? 'Hourly' : 'Quarter-hourly';
  const factor = CONNECT_POWER_FACTOR[wish.direction];
  return [
    `Judged by ${limitsName} in every step of the year. ${means} means are a screening: short peaks are higher.`,
    `Constant power at all hours, power factor ${factor}. Protection, flicker and harmonics are not judged.`,
    'Batteries of the network do what they did without the addition.',
    ...(withoutVoltageResponse
      ? [
          'Loads and inverters of this scenario that answer to voltage are taken as at nominal voltage, with the addition and without it.',
        ]
      : []),
    ...(existing > 0
      ? [
          `${existing} ${existing === 1 ? 'limit is' : 'limits are'} exceeded without the addition too: they count only where it makes them worse.`,
        ]
      : []),
  ];
}
