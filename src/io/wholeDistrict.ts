import type { District } from '../model/district';
import { succeed, type Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { hashDistrict } from '../scenario/hash';
import { synthesiseNetwork } from '../synthesis/network';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';
import { importDistrict } from './importDistrict';
import { countEvidence, type ImportReport } from './importReport';

/** A district out of files, ready to be simulated. */
export interface WholeDistrict {
  readonly district: District;
  readonly sha256: string;
  readonly weather: WeatherYear;
  readonly report: ImportReport;
  /** Where the files bring no network, one is made along the streets. */
  readonly network: 'given' | 'synthesised';
}

/** Reads files to the end: a district with a network and a year of weather, or everything that stands in its way. */
export function wholeDistrict(
  files: readonly { readonly name: string; readonly text: string }[],
  wishes: { readonly climate?: string },
): Outcome<WholeDistrict> {
  const imported = importDistrict(files, wishes);
  if (!imported.ok) return imported;
  const { district: read, report, weather } = imported.value;
  const complete = read.network === null ? synthesiseNetwork(read) : null;
  if (complete?.ok === false) return complete;
  const district = complete?.value ?? read;
  const year: Outcome<WeatherYear> = weather === null ? weatherOfDistrict(district) : succeed(weather);
  if (!year.ok) return year;
  return succeed(
    {
      ...{ district, sha256: hashDistrict(district), weather: year.value },
      report: { ...report, attributes: countEvidence(district) },
      network: complete === null ? 'given' : 'synthesised',
    },
    [...imported.issues, ...(complete?.issues ?? [])],
  );
}
