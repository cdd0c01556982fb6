import { parseArgs } from 'node:util';
import { writeCsv } from '../../io/csv';
import type { Circuit } from '../../model/circuit';
import { type Issue, type Outcome, succeed } from '../../model/outcome';
import { ANSI_C84_1_LIMITS, EN_50160_LIMITS, type NetworkLimits, powerFlowSolver } from '../../study/network';
import { loadCircuit } from '../circuitInput';
import { canConnectDistrict } from '../districtStudies/canConnect';
import { hostingCapacityDistrict } from '../districtStudies/hostingCapacity';
import { namesDistrict, type DistrictStudy } from '../districtStudies/districtStudy';
import { reliabilityDistrict } from '../districtStudies/reliability';
import { CommandFailure, EXIT, formatIssue, usageFailure } from '../exit';
import { writeResults } from '../resultFiles';
import { ageingStudy } from '../studies/ageing';
import { balanceStudy } from '../studies/balance';
import { canConnectStudy } from '../studies/canConnect';
import { contingencyStudy } from '../studies/contingency';
import { fuseCheckStudy } from '../studies/fuseCheck';
import { hostingCapacityStudy } from '../studies/hostingCapacity';
import { profileStudy } from '../studies/profile';
import { shortCircuitStudy } from '../studies/shortCircuit';
import { FLAG, type StudyKind, type StudyReport, TEXT } from '../studies/studyKind';
import { StudyOptions } from '../studies/studyOptions';
import { counted, tableText } from '../studies/studyText';
import { topologyStudy } from '../studies/topology';
import { unbalanceStudy } from '../studies/unbalance';

const KINDS: Readonly<Record<string, StudyKind>> = {
  'short-circuit': shortCircuitStudy,
  'fuse-check': fuseCheckStudy,
  'can-connect': canConnectStudy,
  'hosting-capacity': hostingCapacityStudy,
  contingency: contingencyStudy,
  balance: balanceStudy,
  profile: profileStudy,
  topology: topologyStudy,
  unbalance: unbalanceStudy,
  ageing: ageingStudy,
};

/** Questions to the year of a district; by the name of a kind of study where circuits have one too. */
export const DISTRICT_STUDIES: Readonly<Record<string, DistrictStudy>> = {
  'can-connect': canConnectDistrict,
  'hosting-capacity': hostingCapacityDistrict,
  reliability: reliabilityDistrict,
};

export const STUDY_USAGE = `study ${Object.keys(KINDS).join('|')} FILE(.dss|.json) [options of the kind] [--out FILE.csv|.json] | study ${Object.keys(DISTRICT_STUDIES).join('|')} DISTRICT.json [options]`;

const SOLVED = '[--limits en50160|ansi] [--between earth|neutral|phases] [--no-controls]';
const COMMON = { out: TEXT, help: FLAG } as const;
const SOLVED_OPTIONS = { limits: TEXT, between: TEXT, 'no-controls': FLAG } as const;

/** One question to a circuit or to a district: what its studies answer, as text, as a table, as data. */
export function study(args: readonly string[]): number | Promise<number> {
  const [name = '', ...rest] = args;
  const ofDistrict = Object.hasOwn(DISTRICT_STUDIES, name) ? DISTRICT_STUDIES[name] : undefined;
  const isCircuits = Object.hasOwn(KINDS, name);
  if (ofDistrict !== undefined && (namesDistrict(rest) || !isCircuits)) return ofDistrict.run(rest);
  return circuitStudy(args);
}

function circuitStudy(args: readonly string[]): number {
  const [name, ...rest] = args;
  const kind = name === undefined || !Object.hasOwn(KINDS, name) ? undefined : KINDS[name];
  if (name === undefined || kind === undefined) {
    const asked = name === '--help' || name === 'help';
    const ofDistricts = Object.values(DISTRICT_STUDIES).map(({ usage }) => `study ${usage}`);
    if (asked) return print([...Object.values(KINDS).map(usageOf), ...ofDistricts]);
    const what = name === undefined ? 'study takes a kind of study.' : `There is no study ${name}.`;
    throw usageFailure(
      what,
      `Use one of ${[...new Set([...Object.keys(KINDS), ...Object.keys(DISTRICT_STUDIES)])].join(', ')}.`,
    );
  }
  const usage = usageOf(kind);
  const { values, positionals } = parsed(kind, rest, usage);
  if (values.help === true) return print([usage]);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw usageFailure('study takes one circuit file.', `Usage: ${usage}`);
  }
  const options = new StudyOptions(values, usage);
  const out = options.text('out');
  if (out !== undefined && !/\.(csv|json)$/i.test(out)) {
    throw usageFailure(`--out ${out} is neither .csv nor .json.`, `Usage: ${usage}`);
  }
  const controls = options.flag('no-controls') ? 'off' : 'static';
  const read = loadCircuit(path);
  // Studies name the controls of the circuit as their condition: it has to be what the solver does.
  const circuit = controls === 'off' ? { ...read, study: { ...read.study, controls: 'off' as const } } : read;
  const limits = limitsOf(circuit, options);
  const take = taker();
  if (kind.solves) take(succeed(circuit, unjudged(circuit)));
  const report = kind.run({
    circuit,
    options,
    limits: limits.used,
    solve: powerFlowSolver({ controls }),
    take,
  });
  const conditions = kind.solves ? [`limits: ${limits.note}`, controlsText(circuit)] : [];
  const { columns, rows } = report.shown ?? report.table;
  print([
    `circuit ${circuit.name}`,
    ...report.lines,
    ...conditions,
    ...(columns.length === 0 ? [] : tableText({ columns, rows })),
  ]);
  const write = /\.json$/i.test(out ?? '') ? jsonText : csvText;
  writeResults([
    { path: out, content: () => write(report, { study: name, circuit: circuit.name, conditions }) },
  ]);
  return EXIT.done;
}

function print(lines: readonly string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.done;
}

const usageOf = (kind: StudyKind): string =>
  `study ${kind.usage} ${kind.solves ? `${SOLVED} ` : ''}[--out FILE.csv|.json]`;

function parsed(kind: StudyKind, args: readonly string[], usage: string) {
  const options = { ...COMMON, ...(kind.solves ? SOLVED_OPTIONS : {}), ...kind.options };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError) throw usageFailure(error.message, `Usage: ${usage}`);
    throw error;
  }
}

const BETWEEN = {
  earth: ['earth', 'phase and earth'],
  neutral: ['neutral', 'phase and neutral where a bus has one, else earth'],
  phases: ['phaseToPhase', 'two phases'],
} as const;

/** Limits as asked for, else by the circuit's frequency, with what is said about them. */
function limitsOf(circuit: Circuit, options: StudyOptions): { used: NetworkLimits; note: string } {
  const usual = circuit.baseFrequencyHz === 60 ? 'ansi' : 'en50160';
  const chosen = options.choice('limits', ['en50160', 'ansi'], usual);
  const limits = chosen === 'ansi' ? ANSI_C84_1_LIMITS : EN_50160_LIMITS;
  const [reference, between] = BETWEEN[options.choice('between', ['earth', 'neutral', 'phases'], 'neutral')];
  const why = options.text('limits') === undefined ? ` (by default at ${circuit.baseFrequencyHz} Hz)` : '';
  return {
    used: { ...limits, voltageReference: reference },
    note: `${chosen}${why}: ${limits.source}; voltages between ${between}; screening of one step`,
  };
}

function controlsText({ study: { controls } }: Circuit): string {
  return controls === 'off'
    ? 'controls: off, taps and capacitors stay as they are'
    : 'controls: regulators, capacitors and inverters act until none wants to';
}

/** Without a base there is no per unit and no voltage limit: a "yes" would be one about ratings only. */
function unjudged({ name, buses, voltageBasesV }: Circuit): Issue[] {
  const unknown = buses.filter(({ baseVoltageV }) => !(baseVoltageV > 0));
  if (voltageBasesV.length > 0 || unknown.length === 0) return [];
  return [
    {
      severity: 'warning',
      code: 'study-no-base',
      source: name,
      where: unknown[0]!.id,
      message: `${counted(unknown.length, 'bus', 'buses')} without a base voltage: no voltage limit is checked there.`,
      remedy: 'Name the bases in the file (OpenDSS: Set VoltageBases).',
    },
  ];
}

/** Failures of the calculation, not of what was typed. */
const CALCULATION_FAILED = new Set([
  'point-no-base',
  'hosting-no-base',
  'contingency-no-base',
  'ageing-unsolved',
]);

function taker(): <Value>(outcome: Outcome<Value>) => Value {
  const said = new Set<string>();
  return (outcome) => {
    if (!outcome.ok) {
      const failed = outcome.issues.some(({ code }) => CALCULATION_FAILED.has(code));
      throw new CommandFailure(failed ? EXIT.calculationFailed : EXIT.badInput, outcome.issues);
    }
    for (const line of outcome.issues.map(formatIssue)) {
      if (!said.has(line)) process.stderr.write(`${line}\n`);
      said.add(line);
    }
    return outcome.value;
  };
}

interface Heading {
  readonly study: string;
  readonly circuit: string;
  readonly conditions: readonly string[];
}

const csvText = ({ table }: StudyReport): string => writeCsv(table.columns, table.rows);

/** Missing numbers are null, as JSON has no other way. */
const jsonText = ({ result }: StudyReport, heading: Heading): string =>
  `${JSON.stringify({ ...heading, result }, null, 1)}\n`;
