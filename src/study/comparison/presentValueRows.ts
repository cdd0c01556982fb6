import type { ComparedScenario } from './comparison';
import type { LevelisedPlant } from './levelised';
import type { PresentValues, ValueAgainst } from './presentValues';

/** Figures that are told at every rate, in the order they are shown. */
export const PRESENT_VALUE_FIGURES = {
  netPresentValue: { label: 'Net present value against the baseline', unit: 'EUR' },
  costOfAvoidedCarbon: { label: 'Levelised cost of avoided carbon', unit: 'EUR/t' },
  panels: { label: 'Levelised cost of what its panels give', unit: 'EUR/kWh' },
  batteries: { label: 'Levelised cost of what its batteries give back, charging left out', unit: 'EUR/kWh' },
} as const;
export type PresentValueFigure = keyof typeof PRESENT_VALUE_FIGURES;
const FIGURES = Object.keys(PRESENT_VALUE_FIGURES) as readonly PresentValueFigure[];

/** One figure of one scenario at all rates. */
export interface PresentValueRow {
  readonly figure: PresentValueFigure;
  readonly label: string;
  readonly unit: string;
  readonly scenarioKey: string;
  readonly rates: readonly number[];
  /** In the order of the rates; NaN where there is none, and `words` say why. */
  readonly values: readonly number[];
  readonly words: string;
}

/** Scenarios that are compared, as far as their present values go. */
export interface Valued {
  readonly scenarios: readonly Pick<ComparedScenario, 'key' | 'scenario' | 'presentValues'>[];
}

interface Told {
  readonly values: readonly number[];
  readonly words: string;
}

/** Figure by figure, every scenario of which costs are known; the baseline has no value against itself. */
export function presentValueRows({ scenarios }: Valued): readonly PresentValueRow[] {
  return FIGURES.flatMap((figure) =>
    scenarios.flatMap(({ key, presentValues }): PresentValueRow[] => {
      const told = presentValues === undefined ? null : toldOf(figure, presentValues);
      if (told === null) return [];
      const { label, unit } = PRESENT_VALUE_FIGURES[figure];
      return [{ figure, label, unit, scenarioKey: key, rates: presentValues!.rates, ...told }];
    }),
  );
}

function toldOf(figure: PresentValueFigure, found: PresentValues): Told | null {
  const { against, plants, rates } = found;
  if (figure === 'panels' || figure === 'batteries') return ofPlant(plants[figure], rates);
  if (against === undefined) return null;
  if (!against.known) return untold(rates, against.reason);
  const notes = against.ledger.notes.join(' ');
  if (figure === 'costOfAvoidedCarbon') return ofCarbon(against.atRates, notes);
  return { values: against.atRates.map(({ netPresentValueEur }) => netPresentValueEur), words: notes };
}

const untold = (rates: readonly number[], words: string): Told => ({
  values: rates.map(() => Number.NaN),
  words,
});

const ofPlant = (plant: LevelisedPlant, rates: readonly number[]): Told =>
  plant.known ? { values: plant.eurPerKWh, words: '' } : untold(rates, plant.reason);

function ofCarbon(atRates: readonly ValueAgainst[], notes: string): Told {
  const costs = atRates.map(({ avoidedCarbon }) => avoidedCarbon);
  const told = [...new Set(costs.map((cost) => (cost.known ? cost.note : cost.reason)))];
  const words = [...told, ...(notes === '' ? [] : [notes])].join(' ');
  return { values: costs.map((cost) => (cost.known ? cost.perTonne : Number.NaN)), words };
}

/** `4 %`. */
export function rateText(rate: number): string {
  return `${Math.round(rate * 10_000) / 100} %`;
}
