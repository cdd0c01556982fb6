import type { Measure, Scenario } from '../../model/scenario';
import { measureInWords } from '../../scenario';

/** How a language says what stands in a report: texts as data, so that the writer knows no catalogue. */
export interface ReportSpeech {
  /** Of the whole file, as `lang` has it: `en`. */
  readonly language: string;
  /** A sentence of the report's own; `{1}` and on are filled in afterwards. */
  readonly text: (english: string) => string;
  /** What the core says: names of measures, works, parties and inputs, verdicts, warnings. */
  readonly core: (english: string) => string;
  readonly kpi: (kpi: IndicatorTexts) => Omit<IndicatorTexts, 'id'>;
  /** The name of a scenario: its own, but that the program gave. */
  readonly scenario: (scenario: Pick<Scenario, 'id' | 'name'>) => string;
  /** What a scenario says of itself. */
  readonly description: (scenario: Pick<Scenario, 'id' | 'description'>) => string;
  /** A measure in one line. */
  readonly measure: (measure: Measure) => string;
  /** A number with its unit, made for English. */
  readonly number: (english: string) => string;
}

export interface IndicatorTexts {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly boundary: string;
  readonly source: string;
}

const same = (english: string): string => english;

/** The report as it is written in this room. */
export const ENGLISH: ReportSpeech = {
  language: 'en',
  text: same,
  core: same,
  kpi: (kpi) => kpi,
  scenario: ({ name }) => name,
  description: ({ description }) => description,
  measure: measureInWords,
  number: same,
};
