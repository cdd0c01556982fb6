import { glanceAtFile, type FileGlance } from '../io/glance';
import { readEpw } from '../io/epw';
import { readProjectFile } from '../io/projectFile';
import type { WholeDistrict } from '../io/wholeDistrict';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import { hashDistrict, hashText } from '../scenario/hash';
import { BASELINE_ID, type AppState, type Deed, type ImportWishes, type LoadedDistrict } from '../state';
import { subjectOf } from '../state/building';
import { unknownPlaces } from '../state/present/challenges';
import { sessionOfText } from '../state/present/shipped';
import { scenarioFor } from './scenarioFor';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Kinds that are put together to one district. */
const OF_A_DISTRICT: readonly FileGlance['kind'][] = ['geojson', 'cityjson', 'district', 'epw'];

/** What each file is; every one that is nothing is listed, and files that do not go together are refused by name. */
export function glancesOf(files: readonly TextFile[]): Outcome<readonly FileGlance[]> {
  const read = files.map(glanceAtFile);
  const found = read.flatMap((one) => (one.ok ? [one.value] : []));
  const issues = read.flatMap((one) => one.issues);
  const alone = found.filter(({ kind }) => !OF_A_DISTRICT.includes(kind));
  if (files.length > 1) issues.push(...alone.map(({ name }) => notBeside(name)));
  return issues.some(({ severity }) => severity === 'error') ? fail(issues) : succeed(found, issues);
}

const notBeside = (source: string): Issue => ({
  ...{ severity: 'error', code: 'file-alone', source },
  message: 'This file is opened by itself, not together with others.',
  remedy: 'Bring one file of this kind at a time; maps and a weather file may come together.',
});

/** What would be done with the files, read and checked to the end; nothing on screen changes. `read`: to a district. */
export async function deedOf(
  files: readonly TextFile[],
  glances: readonly FileGlance[],
  wishes: ImportWishes,
  state: AppState,
  read: Parameters<typeof districtDeed>[2],
): Promise<Outcome<Deed>> {
  const [first] = files;
  const [glance] = glances;
  if (first === undefined || glance === undefined) return fail([]);
  const { name, text } = first;
  switch (glance.kind) {
    case 'project':
      return projectDeed(text, name);
    case 'scenario':
      return scenarioFor(text, name, state);
    case 'session': {
      const session = sessionOfText(text, name);
      if (!session.ok || state.loaded === null) return session.ok ? fail([]) : session;
      const unknown = unknownPlaces(session.value, state.loaded.district, name);
      return unknown.length > 0 ? fail(unknown) : succeed<Deed>({ is: 'session' }, session.issues);
    }
    case 'peaks':
      return succeed<Deed>({ is: 'peaks' });
    case 'meter':
      return succeed<Deed>({ is: 'meter', buildingId: subjectOf(state)?.id ?? null });
    case 'geojson':
    case 'cityjson':
    case 'district':
    case 'epw':
      if (glances.length === 1 && glance.kind === 'epw' && state.loaded !== null)
        return weatherDeed(text, name, state.loaded);
      return districtDeed(files, wishes, read);
    default:
      return succeed<Deed>({ is: 'elsewhere' });
  }
}

async function districtDeed(
  files: readonly TextFile[],
  wishes: ImportWishes,
  read: (files: readonly TextFile[], wishes: ImportWishes) => Promise<Outcome<WholeDistrict>>,
): Promise<Outcome<Deed>> {
  const whole = await read(files, wishes);
  if (!whole.ok) return whole;
  const { network, ...loaded } = whole.value;
  return succeed<Deed>({ is: 'district', loaded, network }, whole.issues);
}

function weatherDeed(text: string, fileName: string, present: LoadedDistrict): Outcome<Deed> {
  const year = readEpw(text, fileName);
  if (!year.ok) return year;
  const weather = { kind: 'epw', fileName, sha256: hashText(text) } as const;
  const district = { ...present.district, weather };
  const loaded = { ...present, district, sha256: hashDistrict(district), weather: year.value };
  return succeed<Deed>({ is: 'weather', loaded }, year.issues);
}

function projectDeed(text: string, fileName: string): Outcome<Deed> {
  const project = readProjectFile(text, fileName);
  if (!project.ok) return project;
  const { engineVersion, district, document, bookmarks } = project.value;
  const scenarios = document.scenarios.filter(({ id }) => id !== BASELINE_ID).map(({ name }) => name);
  return succeed<Deed>(
    {
      is: 'project',
      ...{ engineVersion, districtName: district.name, buildings: district.buildings.length, scenarios },
      bookmarks: bookmarks.length,
    },
    project.issues,
  );
}
