import { MEASURES } from '../../measures';
import type { Milp, MilpColumn, MilpRow } from '../milp';
import { marginAt, worstSteps, type MarginsBySite, type Quantity, type SiteMargins } from './margins';
import type { ScreenedOption } from './screening';

/** Worst steps of the year without options, and of each option alone, that are held down. */
const CRITICAL_STEPS = 12;
/** Powers and voltages are brought to this size before the solver sees them. */
const SMALLEST_SCALE = 1e-12;

/** What a year of several options together has shown about one of them all. */
export interface Lesson {
  readonly siteId: string;
  /** The options that stood at the site in that year. */
  readonly chosen: ReadonlySet<string>;
  readonly quantity: Quantity;
  /** What the year found. */
  readonly measured: number;
}

export interface ProgrammeInput {
  readonly base: MarginsBySite;
  readonly options: readonly ScreenedOption[];
  readonly costOf: (option: ScreenedOption) => number;
  readonly lessons: readonly Lesson[];
  /** Sets of kinds at sites (`kindAt`) that may not all be in the answer, at whatever level. */
  readonly forbidden: readonly ReadonlySet<string>[];
  /** Sets of options that were exactly those of a year without a solution. */
  readonly unsolved: readonly ReadonlySet<string>[];
}

export interface Programme {
  readonly milp: Milp;
  readonly siteIds: readonly string[];
}

/**
 * One binary per option, and one per site that gives it up: sum of costs -> min, one level of a kind (of what is set at the source, at
 * all sites), one work at a line, and for every quantity q that is or may come beyond its limit
 *
 *     sum of e_q x >= m_q,   e_q = m_q - m_q(option alone)
 *
 * with margins m in VA, A and pu. A site without any answer is given up at a price above all others, so that the other
 * sites still get theirs.
 */
export function programmeOf(input: ProgrammeInput): Programme {
  const { base, options, costOf, forbidden, unsolved } = input;
  const siteIds = [...base.keys()];
  const dearest = options.reduce((sum, option) => sum + Math.abs(costOf(option)), 1);
  const columns: MilpColumn[] = [
    ...options.map((option) => binary(option.id, costOf(option))),
    ...siteIds.map((id) => binary(`give up ${id}`, 10 * dearest)),
  ];
  const rows = [
    ...siteIds.flatMap((_, at) => siteRows(input, siteIds, at)),
    ...sourceRows(options),
    ...forbidden.map((kinds): MilpRow => {
      const terms = options.flatMap((option, column) =>
        kinds.has(kindAt(option)) ? [{ column, factor: 1 }] : [],
      );
      return { name: 'not again', terms, lower: -Infinity, upper: kinds.size - 1 };
    }),
    ...unsolved.map((ids): MilpRow => ({
      name: 'unsolved',
      terms: options.map(({ id }, column) => ({ column, factor: ids.has(id) ? 1 : -1 })),
      lower: -Infinity,
      upper: ids.size - 1,
    })),
  ];
  return { milp: { columns, rows: rows.filter(isBinding) }, siteIds };
}

/** A set-point of the primary substation is one for all sites: no two of them may choose different levels of it. */
function sourceRows(options: readonly ScreenedOption[]): readonly MilpRow[] {
  const atSource = options.flatMap((option, column) =>
    option.measures.some(({ type }) => MEASURES[type].target === 'source') ? [{ ...option, column }] : [],
  );
  return atSource.flatMap((one, at) =>
    atSource
      .slice(at + 1)
      .filter(({ siteId, kind, level }) => siteId !== one.siteId && kind === one.kind && level !== one.level)
      .map(({ column }): MilpRow => ({
        name: `one ${one.kind} for all`,
        terms: [one.column, column].map((each) => ({ column: each, factor: 1 })),
        lower: -Infinity,
        upper: 1,
      })),
  );
}

/** What two sets have in common that differ in sizes only. */
export const kindAt = ({ siteId, kind }: Pick<ScreenedOption, 'siteId' | 'kind'>): string =>
  `${siteId}/${kind}`;

const binary = (name: string, cost: number): MilpColumn => ({ name, cost, binary: true, lower: 0, upper: 1 });

const isBinding = ({ lower, upper }: MilpRow): boolean => lower > -Infinity || upper < Infinity;

function siteRows(
  { base, options, lessons }: ProgrammeInput,
  siteIds: readonly string[],
  at: number,
): readonly MilpRow[] {
  const siteId = siteIds[at]!;
  const margins = base.get(siteId)!;
  const own = options.flatMap((option, column) => (option.siteId === siteId ? [{ option, column }] : []));
  const giveUp = options.length + at;
  const kinds = [...new Set(own.map(({ option }) => option.kind))];
  const levels = kinds.map((kind): MilpRow => ({
    name: `one ${kind}`,
    terms: own.filter(({ option }) => option.kind === kind).map(({ column }) => ({ column, factor: 1 })),
    lower: -Infinity,
    upper: 1,
  }));
  const works = new Map<string, number[]>();
  for (const { option, column } of own)
    for (const id of option.lineIds ?? []) works.set(id, [...(works.get(id) ?? []), column]);
  const lines = [...works].map(([id, ofLine]): MilpRow => ({
    name: `one work at ${id}`,
    terms: ofLine.map((column) => ({ column, factor: 1 })),
    lower: -Infinity,
    upper: 1,
  }));
  const termsOf = (quantity: Quantity) =>
    own.map(({ option, column }) => ({
      column,
      factor: marginAt(margins, quantity) - marginAt(option.margins, quantity),
    }));
  const ownIds = new Set(own.map(({ option }) => option.id));
  // A year in which something else stood as well says nothing about what is left of it.
  const learned = lessons.filter(
    (lesson) => lesson.siteId === siteId && [...lesson.chosen].every((id) => ownIds.has(id)),
  );
  const held = quantitiesAt(
    margins,
    own.map(({ option }) => option.margins),
    learned.map(({ quantity }) => quantity),
  ).map((quantity) => holding(termsOf(quantity), marginAt(margins, quantity), giveUp));
  const corrected = learned.flatMap(({ chosen, quantity, measured }) => {
    const isChosen = (column: number): boolean => chosen.has(options[column]!.id);
    const terms = termsOf(quantity);
    const need = marginAt(margins, quantity);
    const predicted = terms.reduce((sum, { column, factor }) => sum + (isChosen(column) ? factor : 0), 0);
    const shortfall = predicted - (need - measured);
    // All of them together fall short by so much; with one fewer nothing is known and the plain row holds.
    const size = terms.filter(({ column }) => isChosen(column)).length;
    const shifted = terms.map(({ column, factor }) => ({
      column,
      factor: isChosen(column) ? factor - shortfall : factor,
    }));
    return shortfall > 0 ? [holding(shifted, need + shortfall * (1 - size), giveUp)] : [];
  });
  const tried = new Map(learned.map(({ chosen }) => [[...chosen].sort().join('\n'), chosen]));
  // Never the very same at this site.
  const again = [...tried.values()].map((chosen): MilpRow => {
    const terms = own.map(({ option, column }) => ({ column, factor: chosen.has(option.id) ? -1 : 1 }));
    return {
      name: 'tried',
      terms: [...terms, { column: giveUp, factor: 1 }],
      lower: 1 - chosen.size,
      upper: Infinity,
    };
  });
  return [...levels, ...lines, ...held, ...corrected, ...again];
}

/** sum of e x >= need, unless the site is given up; scaled to 1. */
function holding(terms: MilpRow['terms'], need: number, giveUp: number): MilpRow {
  const scale = Math.max(SMALLEST_SCALE, Math.abs(need), ...terms.map(({ factor }) => Math.abs(factor)));
  const scaled = terms.map(({ column, factor }) => ({ column, factor: factor / scale }));
  const most = scaled.reduce((sum, { factor }) => sum + Math.max(0, -factor), Math.max(0, need / scale));
  return {
    name: 'hold',
    terms: [...scaled, { column: giveUp, factor: most }],
    lower: need / scale,
    upper: Infinity,
  };
}

/** Union of the worst steps without options and under each, as peaks move; elements that are beyond a limit in any of them. */
function quantitiesAt(
  base: SiteMargins,
  alone: readonly SiteMargins[],
  learned: readonly Quantity[],
): readonly Quantity[] {
  const all = [base, ...alone];
  const steps = new Set(all.flatMap(({ seriesVa }) => worstSteps(seriesVa, CRITICAL_STEPS)));
  const elements = new Set(
    all.flatMap(({ scalars }) => [...scalars].flatMap(([element, value]) => (value > 0 ? [element] : []))),
  );
  for (const quantity of learned) {
    if ('step' in quantity) steps.add(quantity.step);
    else elements.add(quantity.element);
  }
  return [...[...steps].map((step) => ({ step })), ...[...elements].map((element) => ({ element }))];
}
