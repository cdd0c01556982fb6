import { NameList } from './definitions';
import { activate, splitName, tableOf } from './edit';
import { EARTH_MODELS } from './lineImpedance';
import { loadClass, setAllocation } from './load';
import { evaluate } from './numbers';
import type { Session } from './session';
import { listEntries, type TokenReader } from './tokens';

/** One `name=value` of `Set`. */
interface Setting {
  readonly session: Session;
  readonly name: string;
  readonly value: string;
}

/** In OpenDSS's order, because the first that begins with a word is meant. */
const NAMES = [
  ...[
    'type',
    'element',
    'hour',
    'sec',
    'year',
    'frequency',
    'stepsize',
    'mode',
    'random',
    'number',
    'time',
    'class',
  ],
  ...[
    'object',
    'circuit',
    'editor',
    'tolerance',
    'maxiterations',
    'h',
    'Loadmodel',
    'Loadmult',
    'normvminpu',
  ],
  ...['normvmaxpu', 'emergvminpu', 'emergvmaxpu', '%mean', '%stddev', 'LDCurve', '%growth', 'Genkw', 'Genpf'],
  ...['CapkVAR', 'Addtype', 'Allowduplicates', 'Zonelock', 'UEweight', 'Lossweight', 'UEregs', 'Lossregs'],
  ...['Voltagebases', 'Algorithm', 'Trapezoidal', 'Autobuslist', 'Controlmode', 'Tracecontrol', 'Genmult'],
  ...[
    'Defaultdaily',
    'Defaultyearly',
    'Allocationfactors',
    'Cktmodel',
    'Pricesignal',
    'Pricecurve',
    'Terminal',
  ],
  ...['Basefrequency', 'Harmonics', 'Maxcontroliter', 'Bus', 'Datapath', 'KeepList', 'ReduceOption'],
  ...['DemandInterval', '%Normal', 'DIVerbose', 'Casename', 'Markercode', 'Nodewidth', 'Log', 'Recorder'],
  ...['Overloadreport', 'Voltexceptionreport', 'Cfactors', 'ShowExport', 'Numallociterations'],
  ...['DefaultBaseFrequency', 'Markswitches', 'Switchmarkercode', 'Daisysize', 'Marktransformers'],
  ...['TransMarkerCode', 'TransMarkerSize', 'LoadShapeClass', 'EarthModel', 'QueryLog', 'MarkCapacitors'],
  ...['MarkRegulators', 'MarkPVSystems', 'MarkStorage', 'CapMarkerCode', 'RegMarkerCode', 'PVMarkerCode'],
  ...['StoreMarkerCode', 'CapMarkerSize', 'RegMarkerSize', 'PVMarkerSize', 'StoreMarkerSize', 'NeglectLoadY'],
  ...['MarkFuses', 'FuseMarkerCode', 'FuseMarkerSize', 'MarkReclosers', 'RecloserMarkerCode'],
  ...[
    'RecloserMarkerSize',
    'RegistryUpdate',
    'MarkRelays',
    'RelayMarkerCode',
    'RelayMarkerSize',
    'ProcessTime',
  ],
  ...['TotalTime', 'StepTime', 'SampleEnergyMeters', 'MinIterations', 'OpenDSSViewer', 'KeepLoad', 'Zmag'],
  ...['SeasonRating', 'SeasonSignal', 'LineTypes', 'EventLogDefault', 'LongLineCorrection', 'ShowReports'],
  ...[
    'NumCPUs',
    'NumCores',
    'NumActors',
    'ActiveActor',
    'CPU',
    'ActorProgress',
    'Parallel',
    'ConcatenateReports',
  ],
];
const LIST = new NameList(NAMES);

const MODES: readonly (readonly [word: string, mode: Session['options']['mode']])[] = [
  ['snapshot', 'snapshot'],
  ['daily', 'daily'],
  ['yearly', 'yearly'],
  ['m1', 'other'],
  ['ld1', 'other'],
  ['peakday', 'other'],
  ['dutycycle', 'duty'],
  ['direct', 'other'],
  ['mf', 'other'],
  ['faultstudy', 'other'],
  ['m2', 'other'],
  ['m3', 'other'],
  ['ld2', 'other'],
  ['autoadd', 'other'],
  ['dynamics', 'other'],
  ['harmonics', 'other'],
  ['time', 'other'],
  ['harmonict', 'other'],
];

function reject(setting: Setting, what: string): void {
  setting.session.reports.error({
    code: 'dss-option',
    field: `set ${setting.name}`,
    value: setting.value,
    message: `Set ${setting.name}=${setting.value.slice(0, 40)}: ${what}.`,
    remedy: 'Correct the value, or take the option out.',
  });
}

function real(set: (session: Session, value: number) => void, min = -Infinity): (setting: Setting) => void {
  return (setting) => {
    const value = evaluate(setting.value, setting.session.variables);
    if (value !== undefined && value >= min) set(setting.session, value);
    else reject(setting, 'a number is wanted that makes sense here');
  };
}

function unless(harmless: (value: string) => boolean): (setting: Setting) => void {
  return (setting) => {
    if (!harmless(setting.value.toLowerCase()))
      reject(setting, 'this changes the solution and is not supported');
  };
}

/** Seconds, or a number with h, m or s. */
function stepSize(setting: Setting): void {
  const unit = setting.value.slice(-1).toLowerCase();
  const factor = unit === 'h' ? 3600 : unit === 'm' ? 60 : 1;
  const number = 'hms'.includes(unit) ? setting.value.slice(0, -1) : setting.value;
  const value = evaluate(number, setting.session.variables);
  if (value !== undefined && value > 0) setting.session.options.stepS = value * factor;
  else reject(setting, 'a time is wanted, such as 15m');
}

function mode(setting: Setting): void {
  const word = setting.value.toLowerCase();
  const found = MODES.find(([name]) => name === word) ?? MODES.find(([name]) => name.startsWith(word));
  const { options } = setting.session;
  options.modeName = found?.[0] ?? word;
  options.mode = found?.[1] ?? 'other';
  if (found === undefined) reject(setting, 'no such mode is known');
  // OpenDSS takes an hour a step for daily and yearly, a second for duty cycles.
  if (options.mode === 'daily' || options.mode === 'yearly') options.stepS = 3600;
  if (options.mode === 'duty') options.stepS = 1;
}

function controlMode(setting: Setting): void {
  const first = setting.value.charAt(0).toLowerCase();
  const controls =
    first === 'o' ? 'off' : first === 's' ? 'static' : 'etm'.includes(first) ? 'time' : undefined;
  if (controls === undefined) reject(setting, 'no such control mode is known');
  else setting.session.options.controls = controls;
}

function voltageBases(setting: Setting): void {
  const values = listEntries(setting.value, setting.session.variables).map(({ text }) =>
    evaluate(text, setting.session.variables),
  );
  if (values.every((value) => value !== undefined && value > 0))
    setting.session.options.voltageBasesKv = values as number[];
  else reject(setting, 'numbers above zero are wanted');
}

function allocation(kind: 'connectedKva' | 'kwh'): (setting: Setting) => void {
  return real((session, value) => {
    for (const load of session.objects(loadClass).values()) setAllocation(load, kind, value);
  });
}

/** Each is a power flow while reading. */
const MOST_PASSES = 100;

function allocationPasses(setting: Setting): void {
  const value = evaluate(setting.value, setting.session.variables);
  if (value !== undefined && value >= 0 && value <= MOST_PASSES)
    setting.session.options.allocationPasses = Math.round(value);
  else reject(setting, `a number of passes up to ${MOST_PASSES} is wanted`);
}

function setFrequency(session: Session, value: number): void {
  session.options.defaultBaseFrequencyHz = value;
  session.options.frequencyHz = NaN;
}

const SMALLEST = 1e-12;

const SETTINGS: Readonly<Record<string, (setting: Setting) => void>> = {
  mode,
  stepsize: stepSize,
  h: stepSize,
  controlmode: controlMode,
  voltagebases: voltageBases,
  year: real((session, value) => {
    session.options.year = Math.round(value);
  }),
  frequency: real((session, value) => {
    session.options.frequencyHz = value;
  }, SMALLEST),
  number: real((session, value) => {
    session.options.stepCount = Math.round(value);
  }),
  tolerance: real((session, value) => {
    session.options.tolerance = value;
  }, SMALLEST),
  maxiterations: real((session, value) => {
    session.options.maxIterations = Math.round(value);
  }, 1),
  loadmult: real((session, value) => {
    session.options.loadMultiplier = value;
  }),
  genmult: real((session, value) => {
    session.options.generatorMultiplier = value;
  }),
  '%growth': real((session, value) => {
    session.options.growthRate = 1 + value / 100;
  }),
  maxcontroliter: real((session, value) => {
    session.options.maxControlIterations = Math.round(value);
  }, 0),
  defaultbasefrequency: real(setFrequency, SMALLEST),
  basefrequency: real(setFrequency, SMALLEST),
  numallociterations: allocationPasses,
  allocationfactors: allocation('connectedKva'),
  cfactors: allocation('kwh'),
  allowduplicates: unless((value) => value.startsWith('n') || value.startsWith('f')),
  loadmodel: unless((value) => value.startsWith('p')),
  cktmodel: unless((value) => value.startsWith('m')),
  longlinecorrection: unless((value) => value.startsWith('n') || value.startsWith('f')),
  earthmodel(setting) {
    const found = EARTH_MODELS.find(([word]) => word.startsWith(setting.value.toLowerCase()));
    if (found === undefined) reject(setting, 'no such earth model is known');
    else setting.session.options.earthModel = found[1];
  },
  element: selectObject,
  object: selectObject,
  class: selectClass,
  type: selectClass,
};

function selectObject(setting: Setting): void {
  activate(splitName(setting.value, setting.session), setting.session);
}

function selectClass(setting: Setting): void {
  const table = tableOf(setting.value.toLowerCase(), setting.session);
  if (table !== undefined) setting.session.activeTable = table;
}

/** `Set name=value ..`, and the same after `Solve`. */
export function runSet(session: Session, reader: TokenReader): void {
  let position = 0;
  while (reader.next()) {
    position = reader.name === '' ? position + 1 : LIST.find(reader.name) + 1;
    const name = NAMES[position - 1];
    const setting: Setting = { session, name: name ?? reader.name, value: reader.value };
    const apply = name === undefined ? undefined : SETTINGS[name.toLowerCase()];
    if (apply !== undefined) apply(setting);
    else if (name === undefined) reject(setting, 'no such option is known');
    else note(setting);
  }
}

function note(setting: Setting): void {
  setting.session.reports.note(`set ${setting.name}`, {
    code: 'dss-unused',
    field: `set ${setting.name}`.toLowerCase(),
    message: `The option ${setting.name} has no part in a power flow and is not used.`,
    remedy: 'Nothing to do.',
  });
}
