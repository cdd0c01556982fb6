import { importDistrict } from '../io/importDistrict';
import { countEvidence } from '../io/importReport';
import type { District } from '../model/district';
import type { Issue, Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { hashDistrict } from '../scenario';
import type { LoadedDistrict } from '../state';
import { synthesiseNetwork } from '../synthesis/network';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';

/**
 * A district out of files, with a network along its streets where they bring none. Readers, projections and the synthesis
 * of networks are loaded with the first import, not with the page.
 */
export function importedDistrict(
  files: readonly { readonly name: string; readonly text: string }[],
  wishes: { readonly climate?: string },
): Outcome<LoadedDistrict> {
  const imported = importDistrict(files, wishes);
  if (!imported.ok) return imported;
  const { district, report, weather } = imported.value;
  const complete = district.network === null ? synthesiseNetwork(district) : null;
  if (complete?.ok === false) return complete;
  const final: District = complete?.value ?? district;
  const year: Outcome<WeatherYear> =
    weather === null ? weatherOfDistrict(final) : { ok: true, value: weather, issues: [] };
  if (!year.ok) return year;
  const issues: readonly Issue[] = [...imported.issues, ...(complete?.issues ?? [])];
  return {
    ok: true,
    issues,
    value: {
      ...{ district: final, sha256: hashDistrict(final), weather: year.value },
      report: { ...report, attributes: countEvidence(final) },
    },
  };
}
