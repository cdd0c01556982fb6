import { ENGINE_VERSION } from '../engine/version';
import { writeProjectFile } from '../io/projectFile';
import type { Outcome } from '../model/outcome';
import { hashDistrict } from '../scenario';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';
import type { AppState, LoadedDistrict } from './appState';
import type { Document } from './document';
import type { KeptDistrict, KeptProject, OpenProject } from './projects';

/** Work that nothing has been written of yet. */
export const unwritten = ({ district, sha256 }: LoadedDistrict): OpenProject => ({
  id: sha256,
  name: district.name,
  revision: 0,
});

/** A kept or brought district with the weather it runs on. */
export function loadedOf({ district, weather }: KeptDistrict): Outcome<LoadedDistrict> {
  const year = weather === null ? weatherOfDistrict(district) : null;
  if (year?.ok === false) return year;
  const shown = year?.ok === true ? year.value : weather!;
  return {
    ok: true,
    value: { district, sha256: hashDistrict(district), weather: shown, report: null },
    issues: [],
  };
}

export function recordOf(
  { id, name }: OpenProject,
  { district, sha256 }: LoadedDistrict,
  document: Document,
  bookmarks: KeptProject['bookmarks'],
  strip: AppState['strip'],
): Omit<KeptProject, 'revision'> {
  return {
    ...{ id, name, document, bookmarks },
    districtId: district.id,
    districtSha256: sha256,
    savedAtMs: Date.now(),
    ...(strip === null ? {} : { strip }),
  };
}

/** Everything of a project as the text of a file. */
export function fileTextOf({ loaded, history, project, strip }: AppState): string | null {
  if (loaded === null) return null;
  const { district, weather } = loaded;
  return writeProjectFile({
    name: project?.name ?? district.name,
    engineVersion: ENGINE_VERSION,
    district,
    weather: district.weather.kind === 'epw' ? weather : null,
    document: history.present,
    bookmarks: history.bookmarks,
    ...(strip === null ? {} : { strip }),
  });
}
