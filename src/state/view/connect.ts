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
import { NARROW_NO_BREAK_SPACE, parseQuantity } from '../../units';
import { issueSentences, wordsOf, type Language } from '../../words';
import type { Selection } from '../appState';
import { CONNECT_POWER_FACTOR, type ConnectRefusal } from '../studies/connectPlace';
import type { ConnectStudy, ConnectWish } from '../studies/connectStudy';
import { speechOf } from './speech';

/** Largest power that is taken: more is a slip of the unit. */
const MOST_W = 1e9;

/** A typed power in W, or the sentence that says why it is none. */
export async function readPower(text: string, language: Language): Promise<number | string> {
  const { words, quantity } = speechOf(language);
  const typed = text.trim();
  if (typed === '') return words('connect.power.none');
  // Taken in the base unit, "400" would be 400 W: hardly what anybody means.
  if (/^[-+−\d\s.,’']+$/.test(typed)) return words('connect.power.bare', { typed });
  const outcome = await parseQuantity(typed, 'W');
  if (!outcome.ok) return words('connect.power.unread', { why: issueSentences(language, outcome.issues) });
  if (outcome.value > 0 && outcome.value < MOST_W) return outcome.value;
  return words('connect.power.range', { most: quantity(MOST_W, 'W') });
}

/** `at the busbar behind T-05`. */
export const placeText = ({ kind, id }: Selection, language: Language): string =>
  wordsOf(language)(`connect.places.${kind}`, { id });

/** Why nothing can be connected at an element. */
export const refusalText = (refusal: ConnectRefusal, { id }: Selection, language: Language): string =>
  wordsOf(language)(`connect.refusals.${refusal}`, { id });

const PHASE_NUMBERS: Readonly<Record<Phase, number>> = { a: 1, b: 2, c: 3 };

/** `on three phases`, `on phase 2`. */
function phasesText(phases: readonly Phase[], language: Language): string {
  const words = wordsOf(language);
  if (phases.length === 3) return words('connect.wish.three');
  const numbers = phases.map((one) => PHASE_NUMBERS[one]).join(words('connect.wish.and'));
  return words('connect.wish.onPhases', { phases: numbers });
}

/** `400 kW of load on three phases`. */
export function wishText({ pW, direction, phases }: ConnectWish, language: Language): string {
  const { words, quantity } = speechOf(language);
  return words(`connect.wish.${direction}`, {
    power: quantity(pW, 'W'),
    phases: phasesText(phases, language),
  });
}

export const connectHeadline = (
  wish: ConnectWish,
  { verdict }: Pick<ConnectVerdict, 'verdict'>,
  language: Language,
): string => wordsOf(language)(`connect.${verdict}`, { wish: wishText(wish, language) });

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

/** How far a running question is, and in words. */
export function connectProgress(
  { yearShare, standing }: ConnectStudy,
  language: Language,
): {
  readonly done: number | null;
  readonly text: string;
} {
  const words = wordsOf(language);
  if (yearShare !== null) return { done: yearShare, text: words('connect.stages.ownYear') };
  if (standing === null) return { done: null, text: words('connect.stages.reading') };
  const { stage, years, yearShare: done } = standing;
  return {
    done,
    text: words('connect.stages.years', { stage: words(`connect.stages.${stage}`), count: years }),
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

export function constraintWords(
  found: StepViolation,
  district: District | null,
  language: Language,
): ConstraintWords {
  const { words, percent } = speechOf(language);
  const { kind, elementId: id, value, limit, step } = found;
  if (kind === 'noSolution')
    return {
      name: words('connect.constraint.powerFlow'),
      amount: words('connect.constraint.noSolution'),
      ...{ target: null, step },
    };
  if (kind === 'lineLoading' || kind === 'transformerLoading') {
    const element = kind === 'lineLoading' ? 'line' : 'transformer';
    return {
      name: words(`connect.constraint.${element}`, { id }),
      amount: words('connect.constraint.loading', {
        value: percent(100 * value),
        limit: percent(100 * limit),
      }),
      ...{ target: { kind: element, id }, step },
    };
  }
  const target = district === null ? null : atBus(district, id);
  return {
    name:
      target?.kind === 'building'
        ? words('connect.constraint.voltageAt', { id: target.id })
        : words('connect.constraint.voltageAtBus', { id }),
    amount: words(`connect.constraint.${kind === 'undervoltage' ? kind : 'overvoltage'}`, {
      value: puText(value, language),
      limit: puText(limit, language),
    }),
    ...{ target, step },
  };
}

function puText(valuePu: number, language: Language): string {
  const { words, number } = speechOf(language);
  return words('connect.constraint.nominal', {
    percent: `${number(100 * valuePu)}${NARROW_NO_BREAK_SPACE}%`,
  });
}

/** Who hangs on a bus, or what feeds it: both say more of it than it does. */
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
export function capacityText(capacity: ConnectCapacity, language: Language): string {
  const { words, quantity } = speechOf(language);
  const { capacityW, capacityBinding, capacityUnfinished, resolutionW, searchedW } = capacity;
  const most = quantity(capacityW, 'W');
  if (capacityUnfinished === true) return words('connect.capacity.unfinished', { most });
  const within = quantity(resolutionW, 'W');
  if (capacityW === 0) return words('connect.capacity.none', { least: within });
  return capacityBinding === undefined
    ? words('connect.capacity.open', { most, tried: quantity(searchedW, 'W') })
    : words('connect.capacity.found', { most, within });
}

/** Why nothing is named that would let it in. */
export const withoutWorksText = (why: WithoutReinforcement, language: Language): string =>
  wordsOf(language)(`connect.works.${why}`);

/** Phase voltage of a European low-voltage network, V. */
const PHASE_V = 230;

/** Where the addition alone draws more than the main fuse of a building lets through; null where it does not. */
export function fuseText(
  district: District | null,
  { at, wish }: ConnectStudy,
  language: Language,
): string | null {
  if (at.kind !== 'building') return null;
  const fuseA = district?.buildings.find(({ id }) => id === at.id)?.connection?.mainFuseA;
  if (fuseA === undefined) return null;
  const { pW, phases, direction } = wish;
  const currentA = pW / CONNECT_POWER_FACTOR[direction] / phases.length / PHASE_V;
  if (currentA <= fuseA) return null;
  const { words, number } = speechOf(language);
  const ampere = (value: number) => `${number(value)}${NARROW_NO_BREAK_SPACE}A`;
  return words('connect.fuseBelow', { fuse: ampere(fuseA), current: ampere(currentA) });
}

/** What the answer leaves out, each in a sentence. */
export function connectLimitsText(
  { input, wish }: ConnectStudy,
  { existing, withoutVoltageResponse }: ConnectVerdict,
  limits: string,
  language: Language,
): readonly string[] {
  const { words, typed } = speechOf(language);
  return [
    words(`connect.limits.${input.stepS === 3600 ? 'hourly' : 'quarterly'}`, { limits }),
    words('connect.limits.constant', { factor: typed(CONNECT_POWER_FACTOR[wish.direction]) }),
    words('connect.limits.batteries'),
    ...(withoutVoltageResponse ? [words('connect.limits.nominal')] : []),
    ...(existing > 0 ? [words('connect.limits.existing', { count: existing })] : []),
  ];
}
