import { MEASURES } from '../measures';
import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { Measure, MeasureAtYear, Scenario } from '../model/scenario';
import { byFrequency } from './reasons';
import { elementIds, KIND_WORDS, targetOf } from './selectors';

/** Reasons that are told apart before the rest is counted. */
const MAX_REASONS = 2;

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/**
 * A measure that changed nothing, and why: `district` is what it found. Adoption 0 and a start in later years are the
 * scenario's own words, hence a note; everything else is a warning.
 */
export function withoutEffect(
  measure: Measure,
  atYear: MeasureAtYear,
  scenario: Scenario,
  district: District,
  selected: ReadonlySet<string> | null,
): Issue {
  const asked = atYear.adoption > 0;
  const reason = asked ? whyNobody(atYear, district, selected) : whyNotYet(measure, scenario.year);
  return {
    severity: asked ? 'warning' : 'note',
    code: 'measure-without-effect',
    source: scenario.id,
    where: measure.id,
    message: `${MEASURES[measure.type].label} changes nothing in ${scenario.year}: ${reason}`,
    remedy: asked
      ? 'Widen its selection or adoption, or take it out.'
      : 'Raise its adoption for this year if it should take part.',
  };
}

function whyNotYet({ fromYear, adoption }: Measure, year: number): string {
  if (fromYear !== undefined && year < fromYear) return `it begins in ${fromYear}.`;
  return typeof adoption === 'number' ? 'its adoption is 0.' : 'its adoption is 0 in this year.';
}

function whyNobody(atYear: MeasureAtYear, district: District, selected: ReadonlySet<string> | null): string {
  const { type, adoption } = atYear;
  const { many } = KIND_WORDS[targetOf(type)];
  const isSelected = (id: string) => selected === null || selected.has(id);
  const of = selected === null ? `of the district's ${many}` : `of the selected ${many}`;
  const verdicts = verdictsOf(atYear, district).filter(({ id }) => isSelected(id));
  const refusals = verdicts.flatMap(({ refusal }) => (refusal === null ? [] : [refusal]));
  const eligible = verdicts.length - refusals.length;
  if (verdicts.length === 0)
    return `there are no ${many} ${selected === null ? 'here' : 'in its selection'}.`;
  if (eligible > 0) return nobodyDrawn(eligible, adoption, of);
  const reasons = commonest(refusals.filter((refusal) => refusal !== ''));
  return `it can be taken at none ${of}${reasons === '' ? '.' : `: ${reasons}`}`;
}

interface Verdict {
  readonly id: string;
  /** Why not; null where it can be taken, empty where nobody says why. */
  readonly refusal: string | null;
}

/** What the measure says of every element it could be taken at. */
function verdictsOf({ type, parameters }: MeasureAtYear, district: District): readonly Verdict[] {
  const definition = MEASURES[type];
  const { applicability, refusals } = definition;
  if (applicability !== undefined) {
    return district.buildings.map((building) => {
      const verdict = applicability(building, district.archetypeRegion, parameters);
      return { id: building.id, refusal: verdict.applicable ? null : verdict.reason };
    });
  }
  const ids = elementIds(district, targetOf(type));
  if (refusals !== undefined) {
    const reasons = refusals(district, parameters);
    return ids.map((id) => ({ id, refusal: reasons.get(id) ?? null }));
  }
  const able = new Set(definition.eligible(district));
  return ids.map((id) => ({ id, refusal: able.has(id) ? null : '' }));
}

function nobodyDrawn(eligible: number, adoption: number, of: string): string {
  return adoption < 1
    ? `${eligible} ${of} could take part, and at ${percent(adoption)} none of them does, or all is in place already.`
    : `what it would change at ${eligible} ${of} is in place already.`;
}

/** The most frequent reasons, each with how often it was given. */
function commonest(reasons: readonly string[]): string {
  const sorted = byFrequency(reasons);
  const told = sorted.slice(0, MAX_REASONS).map(([reason, count]) => `${reason} (${count})`);
  const rest = sorted.slice(MAX_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return `${told.join(' ')}${rest > 0 ? ` Others: ${rest}.` : ''}`;
}
