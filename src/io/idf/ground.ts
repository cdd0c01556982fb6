import type { Boundary } from '../../model/buildingModel/types';
import type { Writing } from './surfaces';

/**
 * Ground touches the outermost layer itself, at a temperature of its own for every element: other-side coefficients with
 * film 0 set the outer surface's temperature. The object's name.
 */
export function groundTemperatures(
  tempDegC: Extract<Boundary, { kind: 'ground' }>['tempDegC'],
  element: string,
  { document, schedules, annualMeanDegC }: Writing,
): string {
  const monthly = typeof tempDegC === 'object' ? tempDegC : undefined;
  const constant = typeof tempDegC === 'number' ? tempDegC : annualMeanDegC;
  if (monthly === undefined && Number.isNaN(constant)) {
    document.report('error', 'idf-ground', `element "${element}"`, {
      message: 'The ground is at the mean air temperature of the weather, and there is no weather.',
      remedy: 'Give the weather file, or the ground temperature in the building file.',
    });
  }
  const key = String(monthly ?? constant);
  const isNew = !document.has('ground', key);
  const name = document.name('ground', key, `ground of ${element}`);
  if (!isNew) return name;
  document.object(
    'SurfaceProperty:OtherSideCoefficients',
    ['Name', name],
    ['Combined Convective/Radiative Film Coefficient', 0],
    ['Constant Temperature {C}', monthly ? 0 : constant],
    ['Constant Temperature Coefficient', 1],
    ['External Dry-Bulb Temperature Coefficient', 0],
    ['Ground Temperature Coefficient', 0],
    ['Wind Speed Coefficient', 0],
    ['Zone Air Temperature Coefficient', 0],
    ['Constant Temperature Schedule Name', monthly ? schedules.monthly(name, monthly) : ''],
  );
  return name;
}
