import { parseArgs } from 'node:util';
import {
  readBaseEditsFile,
  readDistrictFile,
  readScenarioFile,
  scenarioFileSchema,
  writeScenario,
} from '../../io';
import type { District } from '../../model/district';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import type { BaseEdit, Scenario } from '../../model/scenario';
import {
  applyBaseEdits,
  baseIssue,
  foldScenario,
  hashDistrict,
  unusedInOneYear,
  withSelectorsResolved,
} from '../../scenario';
import { EXIT, formatIssue, required, usageFailure } from '../exit';
import { fileName, filesIn, readText, writeFile } from '../files';
import { listPresets } from './presets';
import { scenarioCosts } from './scenarioCosts';
import { listText, scenarioText, type Listed } from '../scenarioText';

export const SCENARIOS_USAGE =
  'scenarios list FOLDER [--district FILE] | show FILE [--district FILE] | validate FILE... [--district FILE] [--edits FILE] | resolve FILE --district FILE [--edits FILE] --out FILE | costs FILE --district FILE [--weather FILE] [--edits FILE] [--out FILE.csv] | presets [--district FILE] | schema';

interface Base {
  readonly district: District;
  readonly sha256: string;
  readonly edits: readonly BaseEdit[];
}

interface Asked {
  readonly paths: readonly string[];
  readonly district: string | undefined;
  readonly edits: string | undefined;
  readonly out: string | undefined;
  readonly weather: string | undefined;
}

const ACTIONS: Readonly<Record<string, (asked: Asked) => number>> = {
  list,
  show,
  validate,
  resolve,
  costs,
  presets,
  schema,
};

/** Scenario files: what lies in a folder, what one says, whether it holds, and its selectors resolved anew. */
export function scenarios(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      district: { type: 'string' },
      edits: { type: 'string' },
      out: { type: 'string' },
      weather: { type: 'string' },
    },
  });
  const [name, ...paths] = positionals;
  const action = name !== undefined && Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) {
    const what = name === undefined ? 'scenarios takes an action.' : `There is no action ${name}.`;
    throw usageFailure(what, `Usage: ${SCENARIOS_USAGE}`);
  }
  const { district, edits, out, weather } = values;
  return action({ paths, district, edits, out, weather });
}

function onePath({ paths }: Asked, what: string): string {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0)
    throw usageFailure(`One ${what} is needed.`, `Usage: ${SCENARIOS_USAGE}`);
  return path;
}

function baseOf({ district: path, edits }: Asked): Base | null {
  if (path === undefined) return null;
  const district = required(readDistrictFile(readText(path), fileName(path)));
  const corrections =
    edits === undefined ? [] : required(readBaseEditsFile(readText(edits), fileName(edits)));
  return { district, sha256: hashDistrict(district), edits: corrections };
}

function list(asked: Asked): number {
  const folder = onePath(asked, 'folder');
  const given = baseOf(asked);
  const names = filesIn(folder);
  const bases = given === null ? districtsIn(folder, names) : [given];
  const listed: Listed[] = names
    .filter((name) => name.endsWith('.scenario.json'))
    .map((name) => ({
      name,
      read: readScenarioFile(readText(`${folder}/${name}`), name),
      matches: (scenario) => bases.some(({ sha256 }) => sha256 === scenario.base.sha256),
    }));
  process.stdout.write(`${listText(listed)}\n`);
  return listed.every(({ read }) => read.ok) ? EXIT.done : EXIT.badInput;
}

/** Districts that lie beside the scenarios; one that cannot be read matches nothing. */
function districtsIn(folder: string, names: readonly string[]): readonly Pick<Base, 'sha256'>[] {
  return names
    .filter((name) => name.endsWith('.district.json'))
    .flatMap((name) => {
      const read = readDistrictFile(readText(`${folder}/${name}`), name);
      return read.ok ? [{ sha256: hashDistrict(read.value) }] : [];
    });
}

function show(asked: Asked): number {
  const path = onePath(asked, 'scenario file');
  const scenario = required(readScenarioFile(readText(path), fileName(path)));
  const base = baseOf(asked);
  if (base !== null) print(against(scenario, base, fileName(path)));
  process.stdout.write(`${scenarioText(scenario)}\n`);
  return EXIT.done;
}

function validate(asked: Asked): number {
  if (asked.paths.length === 0) throw usageFailure('A scenario file is needed.', `Usage: ${SCENARIOS_USAGE}`);
  const base = baseOf(asked);
  let isGood = true;
  for (const path of asked.paths) {
    const name = fileName(path);
    const outcome = checked(readScenarioFile(readText(path), name), base, name);
    print(outcome.issues);
    const errors = outcome.issues.filter(({ severity }) => severity === 'error').length;
    const text = outcome.ok ? 'valid' : `${errors} ${errors === 1 ? 'error' : 'errors'}`;
    process.stdout.write(`${name}: ${text}${base === null ? ', not held against a district' : ''}\n`);
    isGood &&= outcome.ok;
  }
  return isGood ? EXIT.done : EXIT.badInput;
}

function checked(read: Outcome<Scenario>, base: Base | null, name: string): Outcome<Scenario> {
  if (!read.ok || base === null) return read;
  return settle(read.value, [...read.issues, ...against(read.value, base, name)]);
}

/** What there is to say of a scenario on a district, before any run. */
function against(scenario: Scenario, { district, sha256, edits }: Base, name: string): readonly Issue[] {
  const differs = baseIssue(scenario, district, sha256, name);
  const folded = foldScenario(district, edits, scenario);
  return [...(differs === null ? [] : [differs]), ...unusedInOneYear(scenario), ...folded.issues];
}

function resolve(asked: Asked): number {
  const path = onePath(asked, 'scenario file');
  const base = baseOf(asked);
  const { out } = asked;
  if (base === null || out === undefined)
    throw usageFailure('resolve takes a district and a file to write to.', `Usage: ${SCENARIOS_USAGE}`);
  const scenario = required(readScenarioFile(readText(path), fileName(path)));
  const corrected = applyBaseEdits(base.district, base.edits);
  const stands = required(
    corrected.issues.length > 0 ? fail(corrected.issues) : settle(corrected.district, []),
  );
  const resolved = required(withSelectorsResolved(scenario, stands));
  const { district, sha256 } = base;
  writeFile(out, writeScenario({ ...resolved, base: { districtId: district.id, sha256 } }));
  process.stdout.write(`${out}: resolved on ${district.id}, ${sha256.slice(0, 12)}\n`);
  return EXIT.done;
}

function costs(asked: Asked): number {
  const scenario = onePath(asked, 'scenario file');
  const { district, weather, edits, out } = asked;
  if (district === undefined) throw usageFailure('costs takes a district.', `Usage: ${SCENARIOS_USAGE}`);
  return scenarioCosts({ scenario, district, weather, edits, out });
}

function presets({ paths, district }: Asked): number {
  if (paths.length > 0) throw usageFailure('presets takes no file.', `Usage: ${SCENARIOS_USAGE}`);
  return listPresets(district);
}

function schema(asked: Asked): number {
  if (asked.paths.length > 0) throw usageFailure('schema takes no file.', `Usage: ${SCENARIOS_USAGE}`);
  process.stdout.write(scenarioFileSchema());
  return EXIT.done;
}

function print(issues: readonly Issue[]): void {
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
}
