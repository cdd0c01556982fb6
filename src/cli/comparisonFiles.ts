import { groupTitle } from '../kpi/kpiGroups';
import { writeCsv, type CsvCell } from '../io';
import { writeReport, type ReportSpeech } from '../io/report';
import type { U4sscFile } from '../io/u4sscFile';
import { hashScenario } from '../scenario';
import { DISTRICT_NODE, ELEMENT_METRICS, type ComparedScenario, type Comparison } from '../study/comparison';
import { scorecardsOf, type KeyedScorecard } from '../study/u4ssc';
import { J_PER_KWH } from '../units/suffixes';
import { communityFiles, type NamedCommunities } from './communityFiles';
import { createdBy } from './createdBy';
import { hostingCsv } from './hostingFiles';
import { u4sscOfScenariosCsv } from './kpiFiles';
import { billsCsv, burdenCsv, householdsCsv, matrixCsv } from './moneyFiles';
import { cashFlowsCsv, presentValuesCsv } from './presentValueFiles';
import { stepTime } from './tables';

const W_PER_KW = 1000;

/** A sign alone would be taken for a formula. */
const SIGN_WORDS = { '+': 'up', '-': 'down', '0': 'zero', '?': 'unknown' } as const;

const MILLIWATTS = 1000;
/** Curves are written to the milliwatt. */
const curveKw = (powerW: number): number => Math.round(powerW * MILLIWATTS) / (MILLIWATTS * W_PER_KW);

/** The files of a comparison, by name; `scored` is what a user gives the U4SSC indicators, `speech` the report's language. */
export function comparisonFiles(
  comparison: Comparison,
  scored?: U4sscFile,
  speech?: ReportSpeech,
): Readonly<Record<string, () => string>> {
  const { scenarios } = comparison;
  const scorecards = onFirstUse(() => scorecardsOf(comparison, scored));
  const isHosted = scenarios.some(({ year }) => year.hosting !== undefined);
  const years = comparison.scenarios.flatMap(({ key, money, year }): NamedCommunities[] =>
    money === undefined ? [] : [{ key, money, result: year.result }],
  );
  const inMoney: Readonly<Record<string, () => string>> = {
    'bills.csv': () => billsCsv(years),
    'households.csv': () => householdsCsv(years),
    'burden.csv': () => burdenCsv(years),
    'matrix.csv': () => matrixCsv(years, comparison.baselineKey),
    ...communityFiles(years),
  };
  const isPriced = comparison.scenarios.some(({ presentValues }) => presentValues !== undefined);
  const inPresentValues: Readonly<Record<string, () => string>> = {
    'present_values.csv': () => presentValuesCsv(comparison),
    'cash_flows.csv': () => cashFlowsCsv(comparison),
  };
  return {
    'table.csv': () => tableCsv(comparison),
    'table.json': () => json({ ...tableJson(comparison), u4ssc: scorecards().map(scorecardJson) }),
    'attribution.json': () => json(attributionJson(comparison)),
    'curves.csv': () => curvesCsv(comparison),
    'nodes.csv': () => nodesCsv(comparison),
    'elements.csv': () => elementsCsv(comparison),
    'u4ssc.csv': () => u4sscOfScenariosCsv(scorecards()),
    ...(isHosted ? { 'hosting.csv': () => hostingCsv(comparison) } : {}),
    ...(isPriced ? inPresentValues : {}),
    ...(years.length === 0 ? {} : inMoney),
    'report.html': () =>
      writeReport(comparison, {
        createdBy: createdBy(),
        scorecards: scorecards(),
        ...(speech === undefined ? {} : { speech }),
      }),
  };
}

/** Counted with the first file that asks for it. */
function onFirstUse<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** An indicator each with its score; what is not reported says so. */
function scorecardJson({ key, scorecard }: KeyedScorecard): object {
  const { items, groups, notes } = scorecard;
  return {
    scenario: key,
    indicators: items.map(({ indicator, reading, percentOfTarget, band, excluded }) => ({
      ...{ code: indicator.code, dataPoint: indicator.dataPoint ?? null, name: indicator.name },
      ...{ unit: indicator.unit, value: reading.ok ? reading.value.value : null },
      ...{ percentOfTarget, points: band?.points ?? null, excluded: excluded ?? null },
    })),
    groups,
    notes,
  };
}

/** What cannot be told is null: JSON holds no NaN. */
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function tableCsv({ kpis, scenarios }: Comparison): string {
  const names = new Map(scenarios.map(({ key, scenario }) => [key, scenario.name]));
  const columns = [
    ...['kpi', 'label', 'unit', 'better_when', 'scenario', 'name', 'value', 'delta', 'relative'],
    ...['sign', 'verdict', 'words', 'other_basis', 'quality', 'quality_because', 'source', 'group'],
  ];
  const rows = kpis.flatMap(({ id, label, unit, betterWhen, source, cells, ...kpi }) =>
    cells.map((cell): CsvCell[] => [
      ...[id, label, unit, betterWhen, cell.scenarioKey, names.get(cell.scenarioKey)!],
      ...[cell.value, cell.delta, cell.relative, SIGN_WORDS[cell.sign], cell.verdict, cell.words],
      ...[cell.otherBasis, cell.quality, cell.because.join('; '), source, groupTitle(kpi)],
    ]),
  );
  return writeCsv(columns, rows);
}

function tableJson({ kpis, scenarios, decision, baselineKey, ...comparison }: Comparison): object {
  const { status, pending, stepS, evaluations, issues } = comparison;
  return {
    schema: 'gridtwin-comparison/1',
    status,
    pending,
    baseline: baselineKey,
    stepS,
    evaluations,
    scenarios: scenarios.map(scenarioJson),
    kpis,
    decision: decision ?? null,
    issues,
    createdBy: createdBy(),
  };
}

function scenarioJson({
  key,
  scenario,
  year,
  measures,
  differences,
  sentences,
  ...found
}: ComparedScenario): object {
  const { id, name, description, seed, base } = scenario;
  const { engineVersion, inputHash, resultHash } = year.result;
  return {
    ...{ key, id, name, description, year: scenario.year, seed, base },
    sha256: hashScenario(scenario),
    ...{ engineVersion, inputHash, resultHash, measures, differences, sentences },
    costs: costsJson(found.costs),
    presentValues: found.presentValues ?? null,
    hosting: year.hosting ?? null,
    violations: found.violations,
    nodes: found.nodes.map(({ hourlyW: _, durationW: __, ...node }) => node),
  };
}

/** Sums; lines are in the report's hands. */
const costsJson = (costs: ComparedScenario['costs']): object | null =>
  costs === undefined ? null : { ...costs, lines: undefined };

function attributionJson({ scenarios, baselineKey, status }: Comparison): object {
  return {
    schema: 'gridtwin-attribution/1',
    status,
    baseline: baselineKey,
    differences: scenarios.flatMap(({ key, attribution }) =>
      attribution === undefined ? [] : [{ scenario: key, ...attribution }],
    ),
    violations: scenarios.flatMap(({ key, explanations }) =>
      explanations.map(({ violation, hours }) => ({ scenario: key, ...violation, hoursExplained: hours })),
    ),
  };
}

/** A row a step: each element's power in each scenario as it comes, and by size. Where a scenario has no such element: empty. */
function curvesCsv({ scenarios, stepCount }: Comparison): string {
  const [first] = scenarios;
  const ids = [...new Set(scenarios.flatMap(({ nodes }) => nodes.map(({ id }) => id)))];
  const series = ids.flatMap((id) =>
    scenarios.map(({ key, nodes }) => ({ name: `${id} ${key}`, node: nodes.find((node) => node.id === id) })),
  );
  const columns = ['step', 'time', ...series.flatMap(({ name }) => [`${name} kW`, `${name} duration kW`])];
  const rows = Array.from({ length: stepCount }, (_, step): CsvCell[] => [
    step,
    stepTime(first!.year.result, step),
    ...series.flatMap(({ node }) => {
      if (node === undefined) return [null, null];
      return [curveKw(node.hourlyW[step]!), curveKw(node.durationW[step]!)];
    }),
  ]);
  return writeCsv(columns, rows);
}

function nodesCsv({ scenarios }: Comparison): string {
  const columns = [
    ...['scenario', 'node', 'cut', 'part', 'hours', 'in_kwh', 'out_kwh', 'peak_in_kw', 'peak_in_time'],
    ...['peak_out_kw', 'peak_out_time', 'above_limit_h', 'above_limit_kwh', 'limit_kva'],
  ];
  const rows = scenarios.flatMap(({ key, nodes, year }) => {
    const timeOf = (step: number) => (Number.isNaN(step) ? null : stepTime(year.result, step));
    return nodes.flatMap((node): CsvCell[][] => {
      const limit = node.id === DISTRICT_NODE ? null : node.limitVa / W_PER_KW;
      const { peakIn, peakOut } = node;
      const whole: CsvCell[] = [
        ...[key, node.id, 'year', 'year', node.hours, node.inJ / J_PER_KWH, node.outJ / J_PER_KWH],
        ...[peakIn.powerW / W_PER_KW, timeOf(peakIn.step), peakOut.powerW / W_PER_KW, timeOf(peakOut.step)],
        ...[node.hoursAboveLimit, node.aboveLimitJ / J_PER_KWH, limit],
      ];
      const parts = node.cuts.flatMap(({ id, parts: found }) =>
        found.map((part): CsvCell[] => [
          ...[key, node.id, id, part.part, part.hours, part.inJ / J_PER_KWH, part.outJ / J_PER_KWH],
          ...[part.peakInW / W_PER_KW, null, part.peakOutW / W_PER_KW, null],
          ...[part.hoursAboveLimit, part.aboveLimitJ / J_PER_KWH, limit],
        ]),
      );
      return [whole, ...parts];
    });
  });
  return writeCsv(columns, rows);
}

function elementsCsv({ scenarios, baselineKey }: Comparison): string {
  const columns = ['scenario', 'kind', 'element', 'presence', 'figure', 'unit', 'before', 'after', 'delta'];
  const units = new Map<string, string>(ELEMENT_METRICS.map(({ id, unit }) => [id, unit]));
  const rows = scenarios
    .filter(({ key }) => key !== baselineKey)
    .flatMap(({ key, elements }) =>
      elements.flatMap(({ id, kind, presence, figures }) =>
        figures.map(({ metric, before, after, delta }): CsvCell[] => [
          ...[key, kind, id, presence, metric, units.get(metric)!, before, after, delta],
        ]),
      ),
    );
  return writeCsv(columns, rows);
}
