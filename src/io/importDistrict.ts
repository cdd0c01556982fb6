import type { ArchetypeRegion, District, WeatherReference } from '../model/district';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { hashText } from '../scenario/hash';
import { readCityJsonValue } from './cityjson';
import { readDistrictValue } from './districtFile';
import { readEpw } from './epw';
import { recogniseFile, type InputFile, type RecognisedFile } from './fileKind';
import type { ImportedFootprints } from './footprints';
import { readGeoJsonValue } from './geojson';
import { countEvidence, sumLeftOut, type ImportReport } from './importReport';
import { climateAt, regionAt } from './regions';
import { settleDistrict, type Placement } from './settleDistrict';

export interface ImportOptions {
  /** Name of a shipped synthetic climate; by latitude when absent. */
  readonly climate?: string;
  readonly region?: ArchetypeRegion;
  readonly seed?: number;
  /** Weather to refer to; an EPW file among the files goes first. */
  readonly weather?: WeatherReference;
  readonly name?: string;
}

export interface ImportedDistrict {
  /** Without a network, unless a district file brought one. */
  readonly district: District;
  readonly report: ImportReport;
  /** The year of an EPW file that was among the files. */
  readonly weather: WeatherYear | null;
}

interface Weather {
  readonly year: WeatherYear;
  readonly reference: WeatherReference;
}

/**
 * A district from map files, or from a file of this program, with an EPW beside it or without. Every file is read, every
 * finding listed; one error anywhere and nothing is imported.
 */
export function importDistrict(
  files: readonly InputFile[],
  options: ImportOptions = {},
): Outcome<ImportedDistrict> {
  const issues: Issue[] = [];
  const collect = <Value>(outcome: Outcome<Value>): Value[] => {
    issues.push(...outcome.issues);
    return outcome.ok ? [outcome.value] : [];
  };
  const recognised = files.flatMap((file) => collect(recogniseFile(file)));
  const maps: ImportedFootprints[] = [];
  const districts: District[] = [];
  const weathers: Weather[] = [];
  for (const file of recognised) {
    if (file.kind === 'epw') weathers.push(...readWeather(file.name, file.text, collect));
    else if (file.kind === 'district') districts.push(...collect(readDistrictValue(file.json, file.name)));
    else if (file.kind === 'geojson') maps.push(...collect(readGeoJsonValue(file.json, file.name)));
    else if (file.kind === 'cityjson') maps.push(...collect(readCityJsonValue(file.json, file.name)));
  }
  issues.push(...mixtureIssues(files, recognised));
  if (issues.some((issue) => issue.severity === 'error')) return fail(issues);
  const weather = weathers[0];
  const given = districts[0];
  if (given) return settle(fromDistrict(given, weather, options, recognised), issues);
  const placed = settleDistrict(maps, {
    name: options.name ?? maps.map((map) => map.fileName.replace(/(\.city)?\.(geo)?json$/i, '')).join(' + '),
    seed: options.seed ?? 1,
    region: options.region ?? null,
    weatherAt: (lonDeg, latDeg) =>
      weather?.reference ??
      (options.climate === undefined ? options.weather : undefined) ?? {
        kind: 'synthetic',
        climate: options.climate ?? climateAt(lonDeg, latDeg),
      },
    regionAt,
  });
  if (!placed.ok) return fail([...issues, ...placed.issues]);
  const report = reportOf(maps, placed.value);
  return settle({ district: placed.value.district, report, weather: weather?.year ?? null }, [
    ...issues,
    ...placed.issues,
  ]);
}

function readWeather(
  fileName: string,
  text: string,
  collect: <Value>(outcome: Outcome<Value>) => Value[],
): Weather[] {
  return collect(readEpw(text, fileName)).map((year) => ({
    year,
    reference: { kind: 'epw', fileName, sha256: hashText(text) },
  }));
}

function mixtureIssues(files: readonly InputFile[], recognised: readonly RecognisedFile[]): Issue[] {
  const of = (...kinds: RecognisedFile['kind'][]): RecognisedFile[] =>
    recognised.filter((file) => kinds.includes(file.kind));
  const names = (some: readonly RecognisedFile[]): string => some.map((file) => file.name).join(', ');
  const issue = (code: string, source: string, message: string, remedy: string): Issue => ({
    severity: 'error',
    code,
    source,
    message,
    remedy,
  });
  const issues: Issue[] = [];
  for (const file of of('scenario')) {
    issues.push(
      issue('scenario-here', file.name, 'This is a scenario, not a district.', 'Open it beside a district.'),
    );
  }
  if (of('epw').length > 1) {
    issues.push(
      issue('two-weathers', names(of('epw')), 'More than one weather file was given.', 'Give one EPW file.'),
    );
  }
  const districts = of('district');
  if (districts.length > 1 || (districts.length === 1 && of('geojson', 'cityjson').length > 0)) {
    const all = names(of('district', 'geojson', 'cityjson'));
    issues.push(
      issue(
        'two-districts',
        all,
        'A district file cannot be mixed with other maps.',
        'Import one or the other.',
      ),
    );
  }
  if (recognised.length === files.length && of('district', 'geojson', 'cityjson', 'scenario').length === 0) {
    const source = files.map((file) => file.name).join(', ') || 'import';
    issues.push(
      issue('no-map', source, 'No file holds buildings.', 'Add a GeoJSON, CityJSON or district file.'),
    );
  }
  return issues;
}

function fromDistrict(
  given: District,
  weather: Weather | undefined,
  options: ImportOptions,
  recognised: readonly RecognisedFile[],
): ImportedDistrict {
  const synthetic: WeatherReference | undefined =
    options.climate === undefined ? options.weather : { kind: 'synthetic', climate: options.climate };
  const reference = weather?.reference ?? synthetic;
  const district = reference ? { ...given, weather: reference } : given;
  const { longitudeDeg, latitudeDeg, sourceCrs } = district.frame;
  return {
    district,
    weather: weather?.year ?? null,
    report: {
      files: recognised.map((file) => ({
        name: file.name,
        format: file.kind === 'epw' ? 'EPW weather' : 'Gridtwin district',
        featureCount: file.kind === 'epw' ? 0 : district.buildings.length,
      })),
      buildings: district.buildings.length,
      streets: district.streets.length,
      openSpaces: district.openSpaces.length,
      crs: [sourceCrs],
      verticalDatum: 'local',
      lods: {},
      attributes: countEvidence(district),
      skipped: [],
      ignoredAttributes: {},
      bounds: { west: longitudeDeg, east: longitudeDeg, south: latitudeDeg, north: latitudeDeg },
      remarks: ['The bounds of a district file are its origin.'],
    },
  };
}

function reportOf(maps: readonly ImportedFootprints[], placed: Placement): ImportReport {
  const { district } = placed;
  return {
    files: maps.map(({ fileName, format, featureCount }) => ({ name: fileName, format, featureCount })),
    buildings: district.buildings.length,
    streets: district.streets.length,
    openSpaces: district.openSpaces.length,
    crs: [...new Set(maps.map((map) => map.crs))],
    verticalDatum:
      [...new Set(maps.flatMap((map) => (map.verticalDatum === null ? [] : [map.verticalDatum])))].join(
        ', ',
      ) || 'vertical datum not stated',
    attributes: countEvidence(district),
    bounds: placed.bounds,
    remarks: [...maps.flatMap((map) => map.remarks), ...placed.remarks],
    ...sumLeftOut(maps),
  };
}
