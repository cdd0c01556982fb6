import {
  type Detected,
  type MeterChoices,
  type MeterDirection,
  type MeterQuantity,
  type MeterUnit,
  assumed,
  confirmedOr,
  inferred,
  stated,
  undecided,
} from './detection';
import { directionsOfHeading, isPower, quantityOfHeading, siFactor, unitOfHeading } from './units';

/** This many energies of intervals in a row do not rise by chance; a register always does. */
const SURELY_RISING = 48;
/** Fewer values than this say nothing by rising. */
const TELLING = 6;

/** The unit of a column: its heading, or the unit column beside it. Without either it is undecided, never a guess. */
export function detectUnit(
  heading: string,
  unitCells: readonly string[],
  values: readonly number[],
  choices: MeterChoices,
): Detected<MeterUnit> {
  return confirmedOr(choices.unit, () => {
    const ofHeading = unitOfHeading(heading);
    const [common] = mostCommon(unitCells);
    const ofCells = common === undefined ? null : unitOfHeading(common).value;
    if (ofHeading.value !== null && ofCells !== null && ofCells !== ofHeading.value) {
      const reason = `"${heading}" and the column of units ("${common}") disagree`;
      return undecided(
        reason,
        [ofHeading.value, ofCells].map((value) => ({ value, reason })),
      );
    }
    if (ofHeading.value !== null) return ofHeading;
    if (ofCells !== null) return stated(ofCells, `the column of units says "${common}"`);
    if (ofHeading.alternatives.length > 0) return ofHeading;
    let sum = 0;
    for (const value of values) if (!Number.isNaN(value)) sum += value;
    return undecided(
      `"${heading}" names no unit`,
      (['kWh', 'Wh'] as const).map((value) => ({
        value,
        reason: `as ${value} per interval the file comes to ${Number(((sum * siFactor(value)) / 3.6e6).toPrecision(4))} kWh`,
      })),
    );
  });
}

/** Texts by how often they occur, the most frequent first. */
function mostCommon(cells: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([cell]) => cell);
}

/** Energy per interval, register or mean power. `values` in order of time. */
export function detectQuantity(
  heading: string,
  unit: MeterUnit | null,
  values: readonly number[],
  choices: MeterChoices,
): Detected<MeterQuantity> {
  const power = unit !== null && isPower(unit);
  const choice = choices.quantity;
  if (choice !== undefined && unit !== null && power !== (choice === 'mean-power')) {
    return undecided(`${unit} is a unit of ${power ? 'power' : 'energy'}, ${choice} was asked for`);
  }
  return confirmedOr(choice, () => {
    if (power) return stated('mean-power', `${unit} is a unit of power`);
    const trend = trendOf(values);
    if (quantityOfHeading(heading) === 'register') return fromRegisterHeading(heading, trend);
    const saysConsumption = directionsOfHeading(heading).length > 0;
    return fromTrend(trend, saysConsumption);
  });
}

interface Trend {
  readonly count: number;
  readonly rises: number;
  readonly falls: number;
  readonly isZero: boolean;
}

function trendOf(values: readonly number[]): Trend {
  const known = values.filter((value) => !Number.isNaN(value));
  let [rises, falls] = [0, 0];
  for (let i = 1; i < known.length; i += 1) {
    if (known[i]! > known[i - 1]!) rises += 1;
    else if (known[i]! < known[i - 1]!) falls += 1;
  }
  // A file from the latest reading to the earliest.
  const turned = rises === 0 && falls > 0;
  return {
    count: known.length,
    rises: turned ? falls : rises,
    falls: turned ? 0 : falls,
    isZero: known.every((value) => value === 0),
  };
}

function fromRegisterHeading(heading: string, { count, falls }: Trend): Detected<MeterQuantity> {
  if (falls * 20 <= count) return stated('register', `"${heading}"`);
  const reason = `"${heading}" names a register, but ${falls} of ${count} values fall`;
  return undecided(reason, [
    { value: 'register', reason: 'by its heading' },
    { value: 'interval-energy', reason: 'by its values' },
  ]);
}

function fromTrend(
  { count, rises, falls, isZero }: Trend,
  saysConsumption: boolean,
): Detected<MeterQuantity> {
  const both = (reason: string) =>
    (['interval-energy', 'register'] as const).map((value) => ({ value, reason }));
  if (falls === 0 && rises > 0 && count >= SURELY_RISING) {
    const reason = `none of ${count} values is below the one before it, as in a register`;
    return inferred('register', reason, [{ value: 'interval-energy', reason: 'a load that never falls' }]);
  }
  if (falls === 0 && rises > 0 && count >= TELLING && !saysConsumption) {
    const reason = `the ${count} values only rise: a register, or energies that happen to`;
    return undecided(reason, both(reason));
  }
  if (falls > 0 && count >= 2 * SURELY_RISING && falls * 50 <= count && rises > falls) {
    const reason = `only ${falls} of ${count} values are below the one before them: a register that was exchanged, or energies`;
    return undecided(reason, both(reason));
  }
  if (falls > 0 || isZero) return inferred('interval-energy', 'the values fall as well as rise');
  const reason = `none of the ${count} values falls, which is too little to tell`;
  return assumed('interval-energy', reason, [{ value: 'register', reason }]);
}

/** Import, export or the balance. A sign that the heading does not explain is undecided. */
export function detectDirection(
  heading: string,
  values: readonly number[],
  choices: MeterChoices,
): Detected<MeterDirection> {
  return confirmedOr(choices.direction, () => {
    const says = directionsOfHeading(heading);
    const [only] = says;
    if (only !== undefined && says.length === 1) return stated(only, `"${heading}"`);
    const hasNegative = values.some((value) => value < 0);
    if (says.length > 1) {
      const reason = `"${heading}" names ${says.join(' and ')}`;
      return undecided(
        reason,
        [...says, 'net' as const].map((value) => ({ value, reason })),
      );
    }
    if (hasNegative) {
      return undecided('some values are negative and the heading does not say which way counts positive', [
        { value: 'net', reason: 'import counts positive, export negative' },
        { value: 'net-export-positive', reason: 'export counts positive, import negative' },
        { value: 'import', reason: 'the negative values are errors' },
      ]);
    }
    const reason = 'no heading names a direction and no value is negative';
    return assumed('import', reason, [{ value: 'export', reason }]);
  });
}
