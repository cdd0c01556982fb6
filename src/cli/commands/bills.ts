import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { centsText } from '../../kpi/money';
import { parseTariff, PLACEHOLDER_TARIFFS, type Tariff } from '../../model/tariff';
import {
  compareTariffs,
  moneyKpis,
  SHARED_COURSE_CAVEAT,
  type CommunityMoney,
  type MoneyYear,
  type TariffOutcome,
} from '../../study/money';
import { writeCsv } from '../../io';
import { formatQuantity } from '../../units';
import { communityFiles, type NamedCommunities } from '../communityFiles';
import { columnsText } from '../comparisonText';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText } from '../files';
import { BILL_COLUMNS, billRow, billsCsv, burdenCsv, householdsCsv, matrixCsv } from '../moneyFiles';
import { writeResults } from '../resultFiles';
import { loadScenario, stepOf } from '../runInput';
import { loadForRun, RUN_OPTIONS, RUN_USAGE, withScenarioEngine } from '../scenarioEvaluations';

export const BILLS_USAGE = `bills district.json [--scenario FILE] [--tariff ID|FILE ...] [--out DIR] [--json] ${RUN_USAGE}; each \`--tariff\` tells what it would make of the bills, for everybody; ids: ${PLACEHOLDER_TARIFFS.map(({ id }) => id).join(', ')}`;

/** What a year of a scenario costs everybody: bills, burden by income, who pays whom; and the same under other tariffs. */
export async function bills(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...RUN_OPTIONS,
      scenario: { type: 'string' },
      tariff: { type: 'string', multiple: true },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw usageFailure('bills takes one district.', BILLS_USAGE);
  stepOf(values.step);
  const loaded = loadForRun(path, values);
  const scenario = loadScenario(values.scenario, loaded);
  const offered = (scenario.tariffs?.offered ?? []).map(({ id }) => id);
  const asked = askedTariffs(values.tariff ?? [], offered);
  const tariffs = asked.flatMap(({ own }) => own ?? []);
  return withScenarioEngine(
    loaded,
    values,
    [scenario],
    async ({ evaluations, costsOf, metersOf, moneyOf }) => {
      const year = required(await evaluations.yearOf(scenario), EXIT.calculationFailed);
      const money = required(await moneyOf(year, required(costsOf(scenario)), tariffs));
      const meters = required(await metersOf(scenario), EXIT.calculationFailed);
      const others = required(
        compareTariffs(
          { year, meters, tariffs },
          asked.map(({ id }) => id),
        ),
      );
      const { out } = values;
      const named = { key: scenario.id, money, result: year.result };
      if (out !== undefined) writeResults(filesOf(named, others, out));
      const text = values.json === true ? jsonText(money, others) : billsText(money, others);
      process.stdout.write(`${text}\n`);
      return EXIT.done;
    },
  );
}

interface AskedTariff {
  readonly id: string;
  readonly own?: Tariff;
}

const isShipped = (name: string): boolean => PLACEHOLDER_TARIFFS.some(({ id }) => id === name);

/** All of them, each once: two of one id could not be told apart in the answer. */
function askedTariffs(names: readonly string[], offered: readonly string[]): readonly AskedTariff[] {
  const asked = names.map((name) => askedTariff(name, offered));
  asked.forEach(({ id }, at) => {
    if (asked.findIndex((other) => other.id === id) < at)
      throw usageFailure(`Two tariffs have the id ${id}.`, 'Ask for each once; give the file another id.');
  });
  return asked;
}

/** A tariff by id, shipped or the scenario's own, or the file that holds one. */
function askedTariff(name: string, offered: readonly string[]): AskedTariff {
  if (isShipped(name) || offered.includes(name)) return { id: name };
  let json: unknown;
  try {
    json = JSON.parse(readText(name));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw usageFailure(`${fileName(name)} is no JSON: ${error.message}.`, BILLS_USAGE);
  }
  const own = required(parseTariff(json, fileName(name)));
  if (isShipped(own.id) || offered.includes(own.id))
    throw usageFailure(
      `The tariff in ${fileName(name)} has the id of a shipped one or of the scenario's: ${own.id}.`,
      'Give it an id of its own.',
    );
  return { id: own.id, own };
}

function filesOf(named: NamedCommunities, others: readonly TariffOutcome[], out: string) {
  const { key } = named;
  const years = [named];
  const ofTariffs = (): string =>
    writeCsv(
      BILL_COLUMNS,
      others.flatMap((other) => other.bills.map((bill) => billRow(key, bill))),
    );
  const files: Readonly<Record<string, () => string>> = {
    'bills.csv': () => billsCsv(years),
    'households.csv': () => householdsCsv(years),
    'burden.csv': () => burdenCsv(years),
    'matrix.csv': () => matrixCsv(years, key),
    ...communityFiles(years),
    ...(others.length === 0 ? {} : { 'other_tariffs.csv': ofTariffs }),
  };
  return Object.entries(files).map(([name, content]) => ({ path: join(out, name), content }));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function jsonText(money: MoneyYear, others: readonly TariffOutcome[]): string {
  const { currency, utility, groups, communities, matrix, quality, unknownCosts } = money;
  return JSON.stringify(
    {
      ...{ currency, quality, utility, unknownCosts },
      kpis: moneyKpis(money).map(({ id, unit, value }) => ({ id, unit, value: finite(value) })),
      groups,
      communities: communities.map(withoutCourses),
      flows: matrix.flows,
      tariffs: others.map(({ bills: _, ...other }) => other),
      ...(others.length === 0 ? {} : { caveat: SHARED_COURSE_CAVEAT }),
    },
    null,
    2,
  );
}

/** A community without the courses of its group. */
function withoutCourses({ group, ...community }: CommunityMoney): object {
  const { importW: _, exportW: __, exchangeW: ___, peakImportStep, peakExportStep, ...sums } = group;
  const steps = { peakImportStep: finite(peakImportStep), peakExportStep: finite(peakExportStep) };
  return { ...community, group: { ...sums, ...steps } };
}

function billsText(money: MoneyYear, others: readonly TariffOutcome[]): string {
  const { currency, groups, matrix, unknownCosts } = money;
  const kpis = moneyKpis(money).map(({ label, value, unit }) => [label, formatQuantity(value, unit)]);
  const byGroup = [
    ['Households', 'Number', 'Median income', 'Median energy bill', 'Median burden', 'Above 10 %'],
    ...groups.map((group) => [
      group.name,
      String(group.households),
      formatQuantity(group.medianIncome, currency),
      formatQuantity(group.medianEnergyBill, currency),
      formatQuantity(100 * group.medianBurden, '%'),
      formatQuantity(group.poorPercent.tenPercent, '%'),
    ]),
  ];
  const unknown =
    unknownCosts === 0
      ? []
      : [`Of ${unknownCosts} cost lines something is not known: nobody is shown to pay it.`];
  return [
    columnsText(kpis),
    '',
    columnsText(byGroup),
    '',
    ...matrix.flows.map(({ sentence }) => sentence),
    ...unknown,
    ...(others.length === 0 ? [] : ['', columnsText(tariffRows(others, currency)), SHARED_COURSE_CAVEAT]),
    '',
    `Tariffs, prices and incomes are of class ${money.quality}.`,
  ].join('\n');
}

function tariffRows(others: readonly TariffOutcome[], currency: string): string[][] {
  return [
    ['Everybody under', 'All bills', 'Change', 'Median household', 'Pay less', 'Pay more'],
    ...others.map(({ tariffId, utility, changeCents, medianHouseholdCents, gainers, losers }) => [
      tariffId,
      centsText(utility.totalCents, currency),
      centsText(changeCents, currency),
      centsText(Math.round(medianHouseholdCents), currency),
      String(gainers),
      String(losers),
    ]),
  ];
}
