import type { District } from '../model/district';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { CLIMATE_NAMES, climateNormals, synthesiseWeather } from './weather';

/**
 * The weather a district names: the synthetic year of its climate. A district that was imported with a weather file needs
 * that file again; files are not part of a district.
 */
export function weatherOfDistrict(district: District): Outcome<WeatherYear> {
  const { weather } = district;
  if (weather.kind === 'epw') {
    return fail([
      {
        severity: 'error',
        code: 'weather-file-needed',
        source: district.id,
        field: 'weather',
        value: weather.fileName,
        message: 'The district was made with a weather file, which it does not contain.',
        remedy: `Give ${weather.fileName}, another EPW file, or name a climate.`,
      },
    ]);
  }
  const normals = climateNormals(weather.climate);
  if (normals === undefined) {
    return fail([
      {
        severity: 'error',
        code: 'climate-unknown',
        source: district.id,
        field: 'weather',
        value: weather.climate,
        message: 'There are no normals for this climate.',
        remedy: `Use one of ${CLIMATE_NAMES.join(', ')}.`,
      },
    ]);
  }
  return succeed(synthesiseWeather(normals, district.seed), hemisphereIssues(district, normals.latitudeDeg));
}

/** The sun of a climate is that of its own place: across the equator panels would face away from it. */
function hemisphereIssues(district: District, climateLatitudeDeg: number): Issue[] {
  if (district.frame.latitudeDeg * climateLatitudeDeg >= 0) return [];
  return [
    {
      severity: 'warning',
      code: 'climate-hemisphere',
      source: district.id,
      field: 'weather',
      message: 'The climate belongs to the other hemisphere: its seasons and its sun are turned round.',
      remedy: 'Give an EPW file of the place.',
    },
  ];
}
