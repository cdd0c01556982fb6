import { limitsOf } from '../../kpi';
import type { Building, Phase } from '../../model/building';
import type { District } from '../../model/district';
import type { NetworkLimits } from '../../study/network';
import { EN_50160_LIMITS } from '../../study/network';
import { foldScenario } from '../../scenario';
import {
  canConnect,
  type ConnectAnswer,
  type ConnectQuestion,
  type StepViolation,
} from '../../study/canConnect';
import type { RunResult } from '../../study/runResult';
import { parseQuantity } from '../../units';
import { writeCsv } from '../../io/csv';
import { CommandFailure, EXIT, required, type ExitCode } from '../exit';
import { writeResults } from '../resultFiles';
import { stepTime } from '../tables';
import { constraintText, counted, kiloWatt, percent } from '../studies/studyText';
import type { StudyOptions } from '../studies/studyOptions';
import { RUN_USAGE } from '../scenarioEvaluations';
import { askedDistrict, solvedYear, type DistrictStudy } from './districtStudy';

const USAGE = `can-connect DISTRICT.json --building ID|--bus ID --power 400kW [--scenario FILE] [--generation] [--phases 1,2,3|1] [--pf 0.95] ${RUN_USAGE} [--json] [--out FILE.csv|.json]`;

/** Can an address of a district take so much in every hour of its year, at most how much, and what would it need. */
export const canConnectDistrict: DistrictStudy = {
  usage: USAGE,
  async run(args): Promise<ExitCode> {
    const asked = askedDistrict(args, USAGE, {
      building: { type: 'string' },
      bus: { type: 'string' },
      power: { type: 'string' },
      generation: { type: 'boolean' },
      phases: { type: 'string' },
      pf: { type: 'string' },
    });
    const { options } = asked;
    const pW = await powerOf(options);
    const { loaded, scenario } = asked;
    const folded = foldScenario(loaded.district, loaded.baseEdits, scenario);
    // What cannot be folded is said where the year is asked for; a wrong word before anything is run.
    const place = placeOf(folded.ok ? folded.value : loaded.district, options);
    const phases = phasesOf(options);
    const { input, year } = await solvedYear(asked);
    const direction = options.flag('generation') ? 'generation' : 'load';
    const factor = options.number('pf', { min: 0, max: 1, above: true, unit: '' });
    const question: ConnectQuestion = {
      busId: place.busId,
      pW,
      direction,
      powerFactor: factor ?? (direction === 'load' ? 0.95 : 1),
      phases,
      limits: limitsOf(scenario.limits),
    };
    const answer = required(canConnect(input, year.result, question));
    const said = answerLines(answer, year.result, place.building, limitsOf(scenario.limits).name);
    process.stdout.write(
      options.flag('json') ? `${jsonText(answer, year.result)}\n` : `${said.join('\n')}\n`,
    );
    const out = options.text('out');
    const isJson = /\.json$/i.test(out ?? '');
    writeResults([
      {
        path: out,
        content: () => (isJson ? `${jsonText(answer, year.result)}\n` : csvText(answer, year.result)),
      },
    ]);
    return EXIT.done;
  },
};

async function powerOf(options: StudyOptions): Promise<number> {
  const text = options.needed('power');
  const parsed = await parseQuantity(text, 'W');
  if (parsed.ok && parsed.value > 0 && parsed.value < 1e9) return parsed.value;
  throw options.wrong(`--power takes a power with its unit, such as 400kW, not ${text}.`);
}

const PHASES: readonly Phase[] = ['a', 'b', 'c'];

function phasesOf(options: StudyOptions): readonly Phase[] {
  const text = options.text('phases') ?? '1,2,3';
  const phases = text.split(',').map((word) => PHASES[Number(word) - 1]);
  if (phases.every((phase) => phase !== undefined) && new Set(phases).size === phases.length) return phases;
  throw options.wrong(`--phases takes some of 1, 2 and 3, separated by commas, not ${text}.`);
}

interface Place {
  readonly busId: string;
  readonly building: Building | null;
}

function placeOf({ id, buildings, network }: District, options: StudyOptions): Place {
  const [building, bus] = [options.text('building'), options.text('bus')];
  if ((building === undefined) === (bus === undefined))
    throw options.wrong('Give --building or --bus, one of them.');
  if (building !== undefined) {
    const found = buildings.find((each) => each.id === building || each.name === building);
    if (found?.connection) return { busId: found.connection.busId, building: found };
    throw unknown(id, 'building', building, buildings.slice(0, 3).map((each) => each.id)); // prettier-ignore
  }
  const buses = network?.buses ?? [];
  if (buses.some((each) => each.id === bus)) return { busId: bus!, building: null };
  throw unknown(id, 'bus', bus!, buses.slice(-3).map((each) => each.id)); // prettier-ignore
}

function unknown(source: string, what: string, value: string, some: readonly string[]): CommandFailure {
  return new CommandFailure(EXIT.badInput, [
    {
      severity: 'error',
      code: 'study-unknown-id',
      source,
      where: value,
      field: `--${what}`,
      message: `The district has no such ${what} with a connection.`,
      remedy: `Give an id, for example ${some.join(', ')}.`,
    },
  ]);
}

const WORDED: NetworkLimits = { ...EN_50160_LIMITS, voltageReference: 'earth' };

const violationText = (violation: StepViolation, run: RunResult): string =>
  violation.kind === 'noSolution'
    ? `the power flow finds no solution, first ${stepTime(run, violation.step)}`
    : `${constraintText(violation, WORDED)}, ${stepTime(run, violation.step)}`;

const euro = (eur: number): string =>
  Number.isNaN(eur) ? 'unknown' : `${Math.round(eur).toLocaleString('en-US')} EUR`;

const SHOWN = 10;

function answerLines(
  answer: ConnectAnswer,
  run: RunResult,
  building: Building | null,
  limitsName: string,
): string[] {
  const { question, verdict, binding, broken } = answer;
  const phases = question.phases.map((phase) => PHASES.indexOf(phase) + 1).join(', ');
  const where =
    building === null ? `bus ${question.busId}` : `building ${building.id} (bus ${question.busId})`;
  return [
    `can it connect: ${kiloWatt(question.pW)} of ${question.direction} at ${where}, phases ${phases}, power factor ${question.powerFactor}, in every step of the year`,
    `answer: ${verdict}`,
    `${verdict === 'yes' ? 'nearest to its limit' : 'what stops it'}: ${binding === undefined ? 'nothing is used noticeably more' : violationText(binding, run)}`,
    ...(broken.length > 1
      ? [
          `broken with it: ${counted(broken.length, 'constraint')}`,
          ...broken.slice(0, SHOWN).map((each) => `  ${violationText(each, run)}`),
        ]
      : []),
    capacityLine(answer, run),
    ...reinforcementLines(answer),
    ...fuseLines(question, building),
    `limits: ${limitsName}; ${run.stepS === 3600 ? 'hourly' : '15-minute'} means: a screening, short peaks are higher. Constant power at all hours; batteries of the network do what they did without it.`,
    ...(answer.withoutVoltageResponse
      ? [
          'loads and inverters that answer to voltage are taken as at nominal voltage, with the addition and without it',
        ]
      : []),
    ...(answer.existing > 0
      ? [
          `beyond a limit without the addition, counted only where it gets worse: ${counted(answer.existing, 'constraint')}`,
        ]
      : []),
  ];
}

function capacityLine(
  { capacityW, capacityBinding, resolutionW, searchedW, capacityUnfinished }: ConnectAnswer,
  run: RunResult,
): string {
  if (capacityUnfinished === true)
    return `at least: ${kiloWatt(capacityW)}; the search ended before a year confirmed more`;
  return capacityBinding === undefined
    ? `at most: ${kiloWatt(capacityW)} and more, all that was tried (to ${kiloWatt(searchedW)})`
    : `at most: ${kiloWatt(capacityW)} (to ${kiloWatt(resolutionW)}), then ${violationText(capacityBinding, run)}`;
}

const WITHOUT_REINFORCEMENT = {
  notTried: 'not tried, as nothing of what is broken is met by more copper on the way',
  doesNotDo:
    'larger transformers, thicker and parallel cables do not do: it needs a station of its own or another point of connection',
  notFinished: 'none found: the search ended before all sizes were tried',
} as const;

function reinforcementLines({ reinforcement, withoutReinforcement }: ConnectAnswer): string[] {
  if (reinforcement === null)
    return withoutReinforcement === undefined
      ? []
      : [`reinforcement: ${WITHOUT_REINFORCEMENT[withoutReinforcement]}`];
  const { works, lowEur, typicalEur, highEur, quality } = reinforcement;
  return [
    `reinforcement that does, confirmed over the year: ${euro(lowEur)} to ${euro(highEur)}, typically ${euro(typicalEur)} (${quality})`,
    ...works.map(
      (work) =>
        `  ${work.words}: ${work.elementIds.join(', ')}; ${euro(work.lowEur)} to ${euro(work.highEur)}, counted to ${work.payer}`,
    ),
    '  not the cheapest: copper is added where something is full until nothing is. Whether the customer pays a share of it is for the rules of the country.',
  ];
}

/** Of three phases at 400 V, of fewer at 230 V each. */
function fuseLines({ pW, powerFactor, phases }: ConnectQuestion, building: Building | null): string[] {
  const fuseA = building?.connection?.mainFuseA;
  const currentA = pW / powerFactor / phases.length / 230;
  if (fuseA === undefined || currentA <= fuseA) return [];
  return [
    `its main fuse of ${fuseA} A is below the ${currentA.toFixed(0)} A of the addition alone: another service (${percent(currentA / fuseA)} of the fuse)`,
  ];
}

function jsonText(answer: ConnectAnswer, run: RunResult): string {
  const timed = (violation: StepViolation | undefined) =>
    violation === undefined ? null : { ...violation, time: stepTime(run, violation.step) };
  const { binding, broken, capacityBinding, ...others } = answer;
  const result = {
    study: 'can-connect',
    resultHash: run.resultHash,
    ...others,
    binding: timed(binding),
    broken: broken.map(timed),
    capacityBinding: timed(capacityBinding),
  };
  return JSON.stringify(result, null, 1);
}

const CSV_COLUMNS = [
  ...['bus', 'kw', 'direction', 'phases', 'power_factor', 'verdict', 'at_most_kw', 'binding'],
  ...['binding_element', 'binding_value', 'binding_limit', 'binding_time', 'reinforcement_low_eur'],
  ...['reinforcement_typical_eur', 'reinforcement_high_eur', 'label'],
];

function csvText(
  { question, verdict, binding, capacityW, reinforcement }: ConnectAnswer,
  run: RunResult,
): string {
  const { busId, pW, direction, phases, powerFactor } = question;
  return writeCsv(CSV_COLUMNS, [
    [
      ...[busId, pW / 1000, direction, phases.join(''), powerFactor, verdict, capacityW / 1000],
      ...[binding?.kind ?? null, binding?.elementId ?? null, binding?.value ?? null, binding?.limit ?? null],
      binding === undefined ? null : stepTime(run, binding.step),
      ...[reinforcement?.lowEur ?? null, reinforcement?.typicalEur ?? null, reinforcement?.highEur ?? null],
      'screening',
    ],
  ]);
}
