import { writeCsv, type CsvCell } from '../../io/csv';
import { limitsOf } from '../../kpi';
import {
  criteriaText,
  DEFAULT_DRAWS,
  DEFAULT_MAX_W,
  districtHosting,
  hostingKpis,
  mostFrequent,
  type DistrictHosting,
  type HostDraw,
  type HostingCriteria,
} from '../../study/districtHosting';
import { EN_50160_LIMITS, HOSTED_TECHNOLOGIES } from '../../study/network';
import type { RunResult } from '../../study/runResult';
import { EXIT, required, type ExitCode } from '../exit';
import { TECHNOLOGY_WORDS } from '../hostingOptions';
import { writeResults } from '../resultFiles';
import { RUN_USAGE } from '../scenarioEvaluations';
import { stepTime } from '../tables';
import type { StudyOptions } from '../studies/studyOptions';
import { constraintText, counted, kiloWatt, tableText } from '../studies/studyText';
import { askedDistrict, solvedYear, type DistrictStudy } from './districtStudy';

const USAGE = `hosting-capacity DISTRICT.json --technology pv|ev|heat-pump [--scenario FILE] [--by feeder|transformer] [--unit KW] [--three-phase] [--draws N] [--seed N] [--max KW] [--deviation PERCENT] [--no-reverse-power] ${RUN_USAGE} [--json] [--out FILE.csv|.json]`;

const WORDS = Object.keys(TECHNOLOGY_WORDS) as (keyof typeof TECHNOLOGY_WORDS)[];

/** How many panels, cars or heat pumps each feeder or transformer of a district takes, over random allocations. */
export const hostingCapacityDistrict: DistrictStudy = {
  usage: USAGE,
  async run(args): Promise<ExitCode> {
    const asked = askedDistrict(args, USAGE, {
      technology: { type: 'string' },
      by: { type: 'string' },
      unit: { type: 'string' },
      'three-phase': { type: 'boolean' },
      draws: { type: 'string' },
      seed: { type: 'string' },
      max: { type: 'string' },
      deviation: { type: 'string' },
      'no-reverse-power': { type: 'boolean' },
    });
    const { options, scenario } = asked;
    const unitKw = options.number('unit', { min: 0.1, max: 1e4, unit: 'kW' });
    const technology = {
      ...HOSTED_TECHNOLOGIES[TECHNOLOGY_WORDS[options.choice('technology', WORDS, 'pv')]],
      ...(unitKw === undefined ? {} : { unitW: 1000 * unitKw }),
      ...(options.flag('three-phase') ? { connection: 'threePhase' as const } : {}),
    };
    const maxKw = options.number('max', { min: 0, max: 1e6, above: true, unit: 'kW' });
    const settings = {
      technology,
      by: options.choice('by', ['feeder', 'transformer'] as const, 'feeder'),
      limits: limitsOf(scenario.limits),
      seed: options.number('seed', { min: 0, max: 2 ** 32 - 1, whole: true, unit: '' }) ?? scenario.seed,
      draws: options.number('draws', { min: 1, max: 1000, whole: true, unit: '' }) ?? DEFAULT_DRAWS,
      maxW: maxKw === undefined ? DEFAULT_MAX_W : 1000 * maxKw,
      criteria: criteriaOf(options),
    };
    const { input, year } = await solvedYear(asked);
    const found = required(districtHosting(input, year.result, settings));
    const json = (): string => `${JSON.stringify(jsonOf(found, year.result), null, 1)}\n`;
    process.stdout.write(options.flag('json') ? json() : `${lines(found, year.result).join('\n')}\n`);
    const out = options.text('out');
    writeResults([{ path: out, content: /\.json$/i.test(out ?? '') ? json : () => csv(found) }]);
    return EXIT.done;
  },
};

/** Limits that are held only where they are asked for. */
function criteriaOf(options: StudyOptions): HostingCriteria {
  const percent = options.number('deviation', { min: 0, max: 100, above: true, unit: '%' });
  return {
    ...(percent === undefined ? {} : { voltageDeviationPu: percent / 100 }),
    ...(options.flag('no-reverse-power') ? { noReversePower: true } : {}),
  };
}

const COLUMNS = [
  'id',
  'sites',
  'smallest_kw',
  'median_kw',
  'largest_kw',
  'binding',
  'binding_element',
  'bound_draws',
];

function rows({ places }: DistrictHosting): CsvCell[][] {
  return places.map(({ place, sites, smallest, median, largest, draws }) => {
    const { kind, elementId, draws: count } = mostFrequent(draws);
    const kilo = ({ capacityW }: HostDraw): number => capacityW / 1000;
    return [place.id, sites, kilo(smallest), kilo(median), kilo(largest), kind, elementId, count];
  });
}

function lines(found: DistrictHosting, run: RunResult): string[] {
  const { settings, label, places, empty, conditions } = found;
  const { technology, by, draws, seed, maxW } = settings;
  const least = places.reduce((a, b) => (b.smallest.units < a.smallest.units ? b : a), places[0]!);
  const binding = least?.smallest.binding;
  return [
    `hosting capacity (${label}) of ${counted(places.length, by)} for ${technology.id} as ${technology.direction}`,
    ...hostingKpis(found).map(({ label: name, value }) => `${name}: ${kiloWatt(value)}`),
    ...(binding === undefined
      ? []
      : [
          `least at ${least.place.id}: ${constraintText(binding, EN_50160_LIMITS)}, ${stepTime(run, binding.step)}`,
        ]),
    'conditions:',
    `  units of ${kiloWatt(technology.unitW)}, ${technology.connection === 'onePhase' ? 'one phase each, drawn at random' : 'three phases where the place has them'}, power factor ${technology.powerFactor} (${technology.source})`,
    `  ${counted(draws, 'draw')}, seed ${seed}, searched up to ${kiloWatt(maxW)}, limits ${criteriaText(settings)}`,
    ...conditions.map((condition) => `  ${condition}`),
    ...(empty.length > 0 ? [`  without a customer: ${empty.join(', ')}`] : []),
    ...tableText({ columns: COLUMNS, rows: rows(found) }),
  ];
}

const csv = (found: DistrictHosting): string =>
  writeCsv(
    [...COLUMNS, 'technology', 'label'],
    rows(found).map((row) => [...row, found.settings.technology.id, found.label]),
  );

const jsonOf = (found: DistrictHosting, run: RunResult): object => ({
  study: 'hosting-capacity',
  resultHash: run.resultHash,
  ...found,
  kpis: hostingKpis(found),
});
