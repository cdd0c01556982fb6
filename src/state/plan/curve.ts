import type { AdoptionPoint, Measure, Scenario } from '../../model/scenario';
import { adoptionAt, DEFAULT_PATH_YEARS, pathYears } from '../../scenario';

type Curve = Pick<Measure, 'adoption' | 'fromYear'>;

/** A year of a measure's curve as a card shows it. */
export interface CurveRow {
  readonly year: number;
  readonly share: number;
  /** Stated, between two that are, or held before the first and after the last. */
  readonly kind: 'stated' | 'between' | 'held';
}

const inOrder = (years: readonly number[]): readonly number[] => [...new Set(years)].sort((a, b) => a - b);

/** The years of the path, those that the curve states and the one on screen. */
export function curveRows(measure: Measure, scenario: Scenario): readonly CurveRow[] {
  const { adoption } = measure;
  const stated = typeof adoption === 'number' ? [] : adoption.map(({ year }) => year);
  return inOrder([...pathYears(scenario), ...stated, scenario.year]).map((year): CurveRow => {
    const isOutside = stated.length === 0 || year < stated[0]! || year > stated.at(-1)!;
    const kind = stated.includes(year) ? 'stated' : isOutside ? 'held' : 'between';
    return { year, share: adoptionAt(measure, year), kind };
  });
}

/**
 * The curve with its share of one year set. One that was the same in all years is stated for all of `years` first, so that only
 * the one year becomes another.
 */
export function withPoint(
  { adoption, fromYear }: Curve,
  { year, share }: AdoptionPoint,
  years: readonly number[],
): Curve {
  const before: readonly AdoptionPoint[] =
    typeof adoption === 'number' ? inOrder(years).map((each) => ({ year: each, share: adoption })) : adoption;
  const others = before.filter((point) => point.year !== year);
  const points = [...others, { year, share }].sort((a, b) => a.year - b.year);
  const isKept = fromYear !== undefined && !(share > 0 && fromYear > year);
  return { adoption: points, ...(isKept ? { fromYear } : {}) };
}

/** The curve without what it says of a year; its last point stays. */
export function withoutPoint({ adoption, ...rest }: Curve, year: number): Curve {
  if (typeof adoption === 'number' || adoption.length < 2) return { adoption, ...rest };
  return { ...rest, adoption: adoption.filter((point) => point.year !== year) };
}

/** From nothing in a year to the share that the measure has in another, later one. */
export const evenCurve = (measure: Measure, fromYear: number, toYear: number): Curve => ({
  adoption: [
    { year: fromYear, share: 0 },
    { year: toYear, share: adoptionAt(measure, toYear) },
  ],
});

/** The years of a path from the first to the last, which is always among them. */
export function steppedYears(first: number, last: number, step: number): readonly number[] {
  const count = Math.max(0, Math.ceil((last - first) / step));
  return [...Array.from({ length: count }, (_, row) => first + row * step), last];
}

/** The scenario looked at in these years; those of every path leave nothing behind. */
export function withPathYears({ path: _, ...rest }: Scenario, years: readonly number[]): Scenario {
  return String(years) === String(DEFAULT_PATH_YEARS) ? rest : { ...rest, path: { years } };
}
