import type { District } from '../model/district';
import { fail, settle, succeed, type Issue, type Outcome } from '../model/outcome';
import type { BaseEdit, Scenario } from '../model/scenario';
import { parseBaseEdits } from '../model/schema/parseScenario';
import type { WeatherYear } from '../model/weather';
import { readDistrictValue } from './districtFile';
import { isObject, parseJsonText, property, type JsonObject } from './json';
import { readScenarioValue } from './scenarioFile';
import { scorecardPartOf, type ScorecardPart } from './scorecardPart';
import { selectionsPartOf, soundSelections, stripPartOf, type SavedSelection } from './selectionsPart';

/** What somebody made of a district; the first scenario is the baseline. */
export interface ProjectWork {
  readonly baseEdits: readonly BaseEdit[];
  readonly scenarios: readonly Scenario[];
  /** What scorecards are scored against; absent: as proposed. */
  readonly scorecard?: ScorecardPart;
  /** Selections with a name; absent: none. */
  readonly selections?: readonly SavedSelection[];
}

export interface NamedWork {
  readonly name: string;
  readonly document: ProjectWork;
}

/** All of a project: district, its weather where that was measured, the work, and the states with a bookmark. */
export interface ProjectContent {
  readonly name: string;
  readonly engineVersion: string;
  readonly district: District;
  /** Null where it follows from the district's climate. */
  readonly weather: WeatherYear | null;
  readonly document: ProjectWork;
  readonly bookmarks: readonly NamedWork[];
  /** Indicators of the strip; absent: as proposed. */
  readonly strip?: readonly string[];
}

const SCHEMA = 'gridtwin-project/1';
const HOURS = 8760;
const COLUMNS = [
  'tempDegC',
  'dewPointDegC',
  'relativeHumidityPercent',
  'pressurePa',
  'windSpeedMPerS',
  'ghiWPerM2',
  'dniWPerM2',
  'dhiWPerM2',
  'skyInfraredWPerM2',
] as const;
/** What a site can be, as for a weather file (epwHeader.ts); the two last are whole numbers. */
const SITE_RANGES = [
  { field: 'latitudeDeg', min: -90, max: 90, isWhole: false },
  { field: 'longitudeDeg', min: -180, max: 180, isWhole: false },
  { field: 'elevationM', min: -450, max: 6000, isWhole: false },
  { field: 'utcOffsetMin', min: -720, max: 840, isWhole: true },
  { field: 'startWeekday', min: 0, max: 6, isWhole: true },
] as const;

/** A project as one JSON file; a missing value of the weather is null. */
export function writeProjectFile({ weather, ...rest }: ProjectContent): string {
  const columns = (year: WeatherYear) =>
    Object.fromEntries(COLUMNS.map((name) => [name, Array.from(year[name])]));
  const written = weather === null ? null : { ...weather, ...columns(weather) };
  return `${JSON.stringify({ schema: SCHEMA, ...rest, weather: written })}\n`;
}

/** Reads a project whole, every part checked as its own file would be, or refuses it whole. */
export function readProjectFile(text: string, fileName: string): Outcome<ProjectContent> {
  const json = parseJsonText(text, fileName);
  if (!json.ok) return json;
  const { value } = json;
  if (!isObject(value) || property(value, 'schema') !== SCHEMA) {
    const found = isObject(value) ? String(property(value, 'schema')).slice(0, 40) : typeof value;
    return fail([wrong(fileName, 'schema', found, `Expected a project of the format ${SCHEMA}.`)]);
  }
  const name = property(value, 'name');
  const engineVersion = property(value, 'engineVersion');
  if (typeof name !== 'string' || typeof engineVersion !== 'string')
    return fail([wrong(fileName, 'name', '', 'Name or version is missing.')]);
  const district = readDistrictValue(property(value, 'district'), fileName);
  const weather = weatherOf(property(value, 'weather'), fileName);
  const document = workOf(property(value, 'document'), fileName, 'leaveOut');
  const bookmarks = bookmarksOf(property(value, 'bookmarks'), fileName, 'leaveOut');
  const strip = stripPartOf(property(value, 'strip'));
  const issues = [district, weather, document, bookmarks].flatMap((part) => part.issues);
  if (!district.ok || !weather.ok || !document.ok || !bookmarks.ok) return fail(issues);
  return settle(
    {
      name: name.slice(0, 120),
      engineVersion,
      district: district.value,
      weather: weather.value,
      document: document.value,
      bookmarks: bookmarks.value,
      ...(strip === null ? {} : { strip }),
    },
    issues,
  );
}

/**
 * What becomes of a saved selection that does not read. Of a file it is left out with a warning: the file stays as it is. What a
 * browser keeps would be written over without it, and is refused.
 */
type BadSelection = 'refuse' | 'leaveOut';

/** What somebody made, each part checked; refused whole where one part does not read. */
export function workOf(
  value: unknown,
  source: string,
  badSelection: BadSelection = 'refuse',
): Outcome<ProjectWork> {
  if (!isObject(value)) return fail([wrong(source, 'document', '', 'The scenarios are missing.')]);
  const listed = property(value, 'scenarios');
  const edits = parseBaseEdits(property(value, 'baseEdits'), source);
  const scenarios = Array.isArray(listed) ? listed.map((one) => readScenarioValue(one, source)) : [];
  const wishes = property(value, 'scorecard');
  const scorecard = wishes === undefined ? succeed(undefined) : scorecardPartOf(wishes, source);
  const selections = selectionsIn(property(value, 'selections'), source, badSelection);
  const issues = [edits, ...scenarios, scorecard, selections].flatMap((part) => part.issues);
  const good = scenarios.flatMap((one) => (one.ok ? [one.value] : []));
  if (!edits.ok || !scorecard.ok || !selections.ok || good.length < scenarios.length) return fail(issues);
  if (good[0]?.id !== 'baseline')
    return fail([...issues, wrong(source, 'scenarios', '', 'The first scenario is not the baseline.')]);
  const repeated = repeatedIds(good);
  if (repeated.length > 0)
    return fail([
      ...issues,
      ...repeated.map((id) => wrong(source, 'scenarios.id', id, `Two scenarios have the id “${id}”.`)),
    ]);
  const own = {
    ...(scorecard.value === undefined ? {} : { scorecard: scorecard.value }),
    ...(selections.value === undefined ? {} : { selections: selections.value }),
  };
  return settle({ baseEdits: edits.value, scenarios: good, ...own }, issues);
}

function selectionsIn(
  value: unknown,
  source: string,
  bad: BadSelection,
): Outcome<readonly SavedSelection[] | undefined> {
  if (value === undefined) return succeed(undefined);
  if (bad === 'refuse') return selectionsPartOf(value, source);
  const { value: sound, issues } = soundSelections(value, source);
  return succeed(sound, issues);
}

function repeatedIds(scenarios: readonly Scenario[]): readonly string[] {
  const ids = scenarios.map(({ id }) => id);
  return [...new Set(ids.filter((id, row) => ids.indexOf(id) !== row))];
}

/** Bookmarks with the work that each keeps; those that cannot be read are findings, and with them the whole is refused. */
export function bookmarksOf(
  value: unknown,
  source: string,
  badSelection: BadSelection = 'refuse',
): Outcome<readonly NamedWork[]> {
  if (value === undefined) return succeed([]);
  if (!Array.isArray(value)) return fail([wrong(source, 'bookmarks', '', 'Expected a list.')]);
  const read = value.map((one): Outcome<NamedWork> => {
    const name: unknown = isObject(one) ? property(one, 'name') : undefined;
    if (typeof name !== 'string') return fail([wrong(source, 'bookmarks', '', 'A bookmark has no name.')]);
    const document = workOf(property(one as JsonObject, 'document'), source, badSelection);
    return document.ok ? succeed({ name, document: document.value }, document.issues) : document;
  });
  const good = read.flatMap((one) => (one.ok ? [one.value] : []));
  const issues = read.flatMap((one) => one.issues);
  return good.length === read.length ? settle(good, issues) : fail(issues);
}

function weatherOf(value: unknown, source: string): Outcome<WeatherYear | null> {
  if (value === null || value === undefined) return succeed(null);
  if (!isObject(value)) return fail([wrong(source, 'weather', '', 'Expected an object or null.')]);
  const name = property(value, 'name');
  const origin = property(value, 'origin');
  if (typeof name !== 'string' || (origin !== 'epw' && origin !== 'synthetic'))
    return fail([wrong(source, 'weather.name', '', 'Name or origin of the weather is missing.')]);
  const impossible = siteIssues(value, source);
  if (impossible.length > 0) return fail(impossible);
  const site = SITE_RANGES.map(({ field }) => [field, property(value, field)] as const);
  const columns = COLUMNS.map((field) => [field, columnOf(property(value, field))] as const);
  const bad = columns.find(([, column]) => column === null);
  if (bad !== undefined)
    return fail([
      wrong(source, `weather.${bad[0]}`, '', `Expected ${HOURS} numbers, null where one is missing.`),
    ]);
  const year = { name, origin, ...Object.fromEntries(site), ...Object.fromEntries(columns) };
  return succeed(year as unknown as WeatherYear);
}

function siteIssues(weather: JsonObject, source: string): readonly Issue[] {
  return SITE_RANGES.flatMap(({ field, min, max, isWhole }) => {
    const value = property(weather, field);
    const isThere = typeof value === 'number' && value >= min && value <= max;
    if (isThere && (!isWhole || Number.isInteger(value))) return [];
    const found = JSON.stringify(value) ?? '';
    const wanted = `${isWhole ? 'a whole number' : 'a number'} from ${min} to ${max}`;
    return [wrong(source, `weather.${field}`, found.slice(0, 40), `weather.${field} must be ${wanted}.`)];
  });
}

function columnOf(value: unknown): Float64Array | null {
  if (!Array.isArray(value) || value.length !== HOURS) return null;
  const cells = value as readonly unknown[];
  if (cells.some((cell) => cell !== null && typeof cell !== 'number')) return null;
  return Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN));
}

function wrong(source: string, field: string, value: string, message: string): Issue {
  return {
    severity: 'error',
    code: 'project-file',
    source,
    field,
    ...(value === '' ? {} : { value }),
    message: `The project cannot be opened: ${message}`,
    remedy: 'Save the project again from the Gridtwin it was made in, and open that file.',
  };
}
