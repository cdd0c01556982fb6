import type { QualityClass } from '../../model/building';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import { readingOf, type KpiDefinition, type KpiReading } from '../definition';

/** An indicator of the U4SSC set that can be computed here from plain inputs. */
export interface U4sscIndicator extends KpiDefinition {
  /** As published, for example `EC: ICT: ES: 3A`. */
  readonly code: string;
  /** Where an indicator consists of several data points, each is reported and scored by itself. */
  readonly dataPoint?: string;
  /** What has to be given, by name; units stand in the names. */
  readonly inputs: Readonly<Record<string, string>>;
  /** NaN where the inputs leave it undefined. */
  formula(inputs: Readonly<Record<string, number>>): number;
  /** A share of a whole: at most 100 %. */
  readonly isShare: boolean;
  /** Reported all the same, but worth a second look. */
  readonly recheck?: { when(value: number): boolean; readonly because: string };
}

type Written<Input extends string> = Omit<
  U4sscIndicator,
  'inputs' | 'formula' | 'isShare' | 'id' | 'symbol'
> & {
  readonly inputs: Readonly<Record<Input, string>>;
  readonly formula: (inputs: Readonly<Record<Input, number>>) => number;
  readonly isShare?: boolean;
};

export function indicator<Input extends string>(written: Written<Input>): U4sscIndicator {
  const symbol = written.dataPoint === undefined ? written.code : `${written.code}, ${written.dataPoint}`;
  return { isShare: false, ...written, id: symbol, symbol };
}

/** 100 part/whole; NaN where there is no whole. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : (100 * part) / whole;
}

export interface SourcedNumber {
  readonly value: number;
  readonly quality: QualityClass;
}

/**
 * The indicator's reading, or why it is not reported: an input is missing (a note: not reported is excluded from scores,
 * never zero) or wrong (an error). The reading inherits the worst class of its inputs.
 */
export function readIndicator(
  indicator: U4sscIndicator,
  inputs: Readonly<Record<string, SourcedNumber | undefined>>,
): Outcome<KpiReading> {
  const names = Object.keys(indicator.inputs);
  const issues = names.flatMap((name) => inputIssues(indicator, name, inputs[name]));
  if (issues.length > 0) return fail(issues);
  const given = names.map((name) => inputs[name]!);
  const value = indicator.formula(Object.fromEntries(names.map((name, i) => [name, given[i]!.value])));
  if (!(value > -Infinity && value < Infinity)) {
    return fail([
      issueOf(indicator, 'u4ssc-undefined', 'note', 'With these inputs it has no value.', 'Leave it out: not reported is not zero.'), // prettier-ignore
    ]);
  }
  const reading = readingOf(
    indicator,
    value,
    given.map(({ quality }) => quality),
  );
  return settle(reading, valueIssues(indicator, value));
}

function inputIssues(indicator: U4sscIndicator, name: string, input: SourcedNumber | undefined): Issue[] {
  if (input === undefined || Number.isNaN(input.value)) {
    return [
      {
        ...issueOf(indicator, 'u4ssc-missing', 'note', `Not reported: ${indicator.inputs[name]!} is not given.`, 'Give it, or leave the indicator out: it is excluded, not zero.'), // prettier-ignore
        field: name,
      },
    ];
  }
  if (input.value >= 0 && input.value < Infinity) return [];
  return [
    {
      ...issueOf(indicator, 'u4ssc-input', 'error', `${indicator.inputs[name]!} cannot be this number.`, 'Give a number from zero upwards.'), // prettier-ignore
      field: name,
      value: String(input.value),
    },
  ];
}

function valueIssues(indicator: U4sscIndicator, value: number): Issue[] {
  if (indicator.isShare && value > 100) {
    return [
      {
        ...issueOf(indicator, 'u4ssc-share', 'error', 'The part is larger than the whole.', 'Check that both are counted within the same border.'), // prettier-ignore
        value: String(value),
      },
    ];
  }
  const { recheck } = indicator;
  if (recheck?.when(value) !== true) return [];
  return [
    {
      ...issueOf(indicator, 'u4ssc-recheck', 'warning', recheck.because, 'Check the inputs again.'),
      value: String(value),
    },
  ];
}

function issueOf(
  { symbol }: U4sscIndicator,
  code: string,
  severity: Issue['severity'],
  message: string,
  remedy: string,
): Issue {
  return { severity, code, source: 'U4SSC indicators', where: symbol, message, remedy };
}
