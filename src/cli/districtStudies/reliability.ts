import { basisOf, type Kpi } from '../../kpi';
import { writeCsv, type CsvCell } from '../../io/csv';
import type { District } from '../../model/district';
import {
  digitalCoverage,
  drawnYears,
  hoursOfHomes,
  majorEvents,
  RESTORED_BY,
  reliabilityKpis,
  reliabilityQuality,
  reliabilityStudy,
  type DrawnIndex,
  type HouseholdHours,
  type MajorEvents,
  type Outage,
  type ReliabilityStudy,
  type Spread,
} from '../../study/reliability';
import { EXIT, required, type ExitCode } from '../exit';
import { writeResults } from '../resultFiles';
import { RUN_USAGE } from '../scenarioEvaluations';
import { counted, percent, quantity, tableText } from '../studies/studyText';
import { askedDistrict, solvedYear, type DistrictStudy } from './districtStudy';

const USAGE = `reliability DISTRICT.json [--scenario FILE] [--years N] [--seed S] ${RUN_USAGE} [--json] [--out FILE.csv|.json]`;
const YEARS = 1000;
const J_PER_MWH = 3.6e9;

type Spreads = Readonly<Record<DrawnIndex, Spread>>;

interface Answer {
  readonly district: District;
  readonly study: ReliabilityStudy;
  readonly kpis: readonly Kpi[];
  readonly spreads: Spreads;
  /** Null where there are too few years. */
  readonly major: MajorEvents | null;
  readonly years: number;
  readonly seed: number;
  readonly quality: string;
}

/** How often and for how long customers of a district have to expect no supply, and which element costs most of it. */
export const reliabilityDistrict: DistrictStudy = {
  usage: USAGE,
  async run(args): Promise<ExitCode> {
    const asked = askedDistrict(args, USAGE, { years: { type: 'string' }, seed: { type: 'string' } });
    const { options, scenario } = asked;
    const years = options.number('years', { min: 1, max: 100_000, whole: true, unit: '' }) ?? YEARS;
    const seed = options.number('seed', { min: 0, max: 2 ** 32 - 1, whole: true, unit: '' }) ?? scenario.seed;
    const { year } = await solvedYear(asked);
    const { district, result } = year;
    const basis = basisOf(scenario);
    const study = required(reliabilityStudy(district, basis.factors, result));
    const spreads = required(drawnYears(study, years, seed));
    const major = majorEvents(study, years, seed);
    const kpis = reliabilityKpis(district, study, basis);
    const quality = reliabilityQuality(district, basis);
    const answer: Answer = { district, study, kpis, spreads, major, years, seed, quality };
    process.stdout.write(options.flag('json') ? jsonText(answer) : `${answerLines(answer).join('\n')}\n`);
    const out = options.text('out');
    const isJson = /\.json$/i.test(out ?? '');
    writeResults([{ path: out, content: () => (isJson ? jsonText(answer) : csvText(answer)) }]);
    return EXIT.done;
  },
};

const SHOWN = 15;

function answerLines({ district, study, kpis, spreads, major, years, seed, quality }: Answer): string[] {
  const hours = hoursOfHomes(district, study);
  const digital = digitalCoverage(district);
  const rows = ranked(study).slice(0, SHOWN);
  return [
    `reliability of ${district.id}: expected of a mean year, ${counted(study.customersServed, 'customer')} served`,
    ...kpis.map(({ label, value, unit }) => `${label}: ${quantity(value, unit)}`),
    `inputs: ${quality}; failure rates and times are assumptions of the scenario, one failure at a time, the upstream grid never fails`,
    `${counted(years, 'year')} of chance, seed ${seed} (10 %, middle, 90 % of years):`,
    `  SAIFI ${spread(spreads.saifi, 1)} 1/yr, SAIDI ${spread(spreads.saidiMin, 1)} min/yr, CAIDI ${spread(spreads.caidiMin, 1)} min, energy not supplied ${spread(spreads.notSuppliedJ, J_PER_MWH)} MWh/yr`,
    ...majorLines(major),
    `homes, hours without supply a year: ${homes('all', hours.all)}; ${homes('vulnerable', hours.vulnerable)}; ${homes('lowest income third', hours.lowestThird)}`,
    `remote switches: ${digital.remoteLines} of ${digital.switchedLines} lines with one; monitored: ${digital.monitoredStations} of ${counted(digital.stations, 'station')}, ${share(digital.monitoredLengthM, digital.lengthM)} of line length; smart meters: ${share(digital.smartMeters, digital.meters)}`,
    `what costs most customer minutes (${rows.length} of ${counted(study.outages.length, 'place')}):`,
    ...tableText({ columns: COLUMNS, rows: rows.map((one) => outageRow(one)) }),
  ];
}

function majorLines(major: MajorEvents | null): string[] {
  if (major === null) return ['  major event days (IEEE 1366, 2.5 beta): need more than 5 years'];
  const { saidiMin, saidiWithoutMin, tMedMin, majorDays } = major;
  return [
    `  major event days (IEEE 1366, 2.5 beta of the five years before; ${counted(saidiMin.years, 'year')}): ${quantity(majorDays.mean, '').trim()} a year on average, T_MED ${spread(tMedMin, 1)} min of SAIDI in a day`,
    `  SAIDI on average with them ${quantity(saidiMin.mean, 'min/yr')}, without ${quantity(saidiWithoutMin.mean, 'min/yr')}; failures are drawn singly, so a storm that fails many at once is in neither`,
  ];
}

const spread = ({ p10, p50, p90 }: Spread, unit: number): string =>
  [p10, p50, p90].map((value) => quantity(value / unit, '').trim()).join(' / ');

const homes = (name: string, { households, meanHPerYear, largestHPerYear }: HouseholdHours): string =>
  households === 0
    ? `${name}: none`
    : `${name} (${households}): mean ${quantity(meanHPerYear, 'h')}, at most ${quantity(largestHPerYear, 'h')}`;

const share = (part: number, whole: number): string => (whole === 0 ? 'none' : percent(part / whole));

/** Minutes that a place costs customers in a mean year. */
const customerMinPerYear = ({ place, groups }: Outage): number =>
  (place.failuresPerYear * groups.reduce((sum, { customers, durationS }) => sum + customers * durationS, 0)) /
  60;

function ranked({ outages }: ReliabilityStudy): Outage[] {
  return [...outages].sort(
    (a, b) =>
      customerMinPerYear(b) - customerMinPerYear(a) || (a.place.elementId < b.place.elementId ? -1 : 1),
  );
}

const COLUMNS = [
  'element',
  'fails',
  'failures_per_year',
  'customers',
  ...RESTORED_BY.map((by) => `back_by_${by}`),
  'customer_min_per_failure',
  'customer_min_per_year',
  'ties_closed',
];

function outageRow(one: Outage): CsvCell[] {
  const { place, customers, groups, closedLineIds } = one;
  const perYear = customerMinPerYear(one);
  return [
    ...[place.elementId, place.kind, place.failuresPerYear, customers],
    ...RESTORED_BY.map((by) => groups.find(({ restoredBy }) => restoredBy === by)?.customers ?? 0),
    ...[place.failuresPerYear > 0 ? perYear / place.failuresPerYear : 0, perYear, closedLineIds.join(' + ')],
  ];
}

const csvText = ({ study }: Answer): string => writeCsv(COLUMNS, ranked(study).map(outageRow));

/** JSON holds no NaN: what cannot be told is null. */
function jsonText({ district, study, kpis, spreads, major, years, seed, quality }: Answer): string {
  const outages = ranked(study).map(({ place, customers, groups, closedLineIds }) => {
    const { kind, elementId, failuresPerYear, repairS } = place;
    return { elementId, kind, failuresPerYear, repairS, customers, groups, closedLineIds };
  });
  const { customersServed, expected, demand } = study;
  const result = {
    ...{ study: 'reliability', district: district.id, quality, customersServed, ratingsFrom: demand.basis },
    ...{ expected, kpis, years, seed, spreads, majorEvents: major, homes: hoursOfHomes(district, study) },
    ...{ digital: digitalCoverage(district), outages },
  };
  return `${JSON.stringify(result, null, 1)}\n`;
}
