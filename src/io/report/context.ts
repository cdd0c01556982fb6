import type { ComparedScenario, Comparison, KpiCell, KpiRow } from '../../study/comparison';
import { SCENARIO_COLOURS } from './colours';
import { core, escapeText, type Markup } from './markup';
import { ENGLISH } from './speech';
import type { ReportOptions } from './writeReport';

const DASHES = [undefined, '7 3', '2 3'] as const;

/** How a scenario is drawn: the baseline in the first colour, the others in their order. */
export interface Pen {
  readonly colour: string;
  readonly dash: string | undefined;
}

/** What all sections of a report look at. */
export interface ReportContext {
  readonly comparison: Comparison;
  readonly options: ReportOptions;
  readonly baseline: ComparedScenario;
  /** All but the baseline, in their order. */
  readonly others: readonly ComparedScenario[];
  /** The baseline and then the others. */
  readonly all: readonly ComparedScenario[];
  /** Names, told apart by the key where two are called alike. */
  readonly nameOf: (key: string) => string;
  readonly penOf: (key: string) => Pen;
  /** What the core says of a measure, or of anything else. */
  readonly toldOf: (words: string) => Markup;
}

export function contextOf(comparison: Comparison, options: ReportOptions): ReportContext {
  const { scenarios, baselineKey } = comparison;
  const { speech = ENGLISH } = options;
  const baseline = scenarios.find(({ key }) => key === baselineKey)!;
  const others = scenarios.filter(({ key }) => key !== baselineKey);
  const all = [baseline, ...others];
  const names = all.map(({ scenario }) => speech.scenario(scenario));
  const nameOf = (key: string) => {
    const found = scenarios.find((each) => each.key === key);
    const name = found === undefined ? key : speech.scenario(found.scenario);
    return names.filter((each) => each === name).length > 1 ? `${name} (${key})` : name;
  };
  const penOf = (key: string) => {
    const row = all.findIndex((each) => each.key === key);
    const colours = SCENARIO_COLOURS.length;
    // Only the baseline has the first colour, so that grey always means "before".
    const at = row === 0 ? 0 : 1 + ((row - 1) % (colours - 1));
    const round = row === 0 ? 0 : Math.floor((row - 1) / (colours - 1));
    return { colour: SCENARIO_COLOURS[at]!, dash: DASHES[round % DASHES.length] };
  };
  const measures = new Map(
    all.flatMap(({ scenario, measures: told }) =>
      told.map((words, row) => [words, scenario.measures[row]!] as const),
    ),
  );
  const toldOf = (words: string): Markup => {
    const measure = measures.get(words);
    return measure === undefined ? core(words) : { render: (said) => escapeText(said.measure(measure)) };
  };
  return { comparison, options, baseline, others, all, nameOf, penOf, toldOf };
}

export const cellOf = ({ cells }: KpiRow, key: string): KpiCell =>
  cells.find(({ scenarioKey }) => scenarioKey === key)!;
