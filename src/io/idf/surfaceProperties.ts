import type { Element } from '../../model/buildingModel/types';
import type { Field, IdfDocument } from './document';
import type { Writing } from './surfaces';

/** Fixed convective coefficients of one surface, where the model gives them. */
export function writeFilms(document: IdfDocument, surface: string, films: Element['films']): void {
  const given = [
    ['Outside', films?.outsideConvectionWPerM2K],
    ['Inside', films?.insideConvectionWPerM2K],
  ] as const;
  const known = given.flatMap(([side, value]) => (value === undefined ? [] : [{ side, value }]));
  if (known.length === 0) return;
  document.object(
    'SurfaceProperty:ConvectionCoefficients',
    ['Surface Name', surface],
    ...known.flatMap(({ side, value }, index): Field[] => {
      const label = `Convection Coefficient ${index + 1}`;
      return [
        [`${label} Location`, side],
        [`${label} Type`, 'Value'],
        [`${label} {W/m2-K}`, value],
        [`${label} Schedule Name`, ''],
        [`${label} User Curve Name`, ''],
      ];
    }),
  );
}

/**
 * A view of the sky that is not the tilt's. EnergyPlus gives the rest of the hemisphere to the ground, which is at air
 * temperature for infrared, as in the reference solver; the surrounding surface that the object asks for has no view.
 */
export function writeSkyView({ document, schedules }: Writing, surface: string, { boundary }: Element): void {
  if (boundary.kind !== 'outdoors' || boundary.skyViewShare === undefined) return;
  const share = boundary.skyViewShare;
  const key = `sky ${share}`;
  const isNew = !document.has('surrounding', key);
  const around = document.name('surrounding', key, `sky view ${Math.round(share * 10000) / 10000}`);
  if (isNew) {
    document.object(
      'SurfaceProperty:SurroundingSurfaces',
      ['Name', around],
      ['Sky View Factor', share],
      ['Sky Temperature Schedule Name', ''],
      ['Ground View Factor', ''],
      ['Ground Temperature Schedule Name', ''],
      ['Surrounding Surface 1 Name', 'nothing'],
      ['Surrounding Surface 1 View Factor', 0],
      ['Surrounding Surface 1 Temperature Schedule Name', schedules.constant(20, 'Temperature')],
    );
  }
  document.object(
    'SurfaceProperty:LocalEnvironment',
    ['Name', document.name('local environment', surface, `${surface} environment`)],
    ['Exterior Surface Name', surface],
    ['Sunlit Fraction Schedule Name', ''],
    ['Surrounding Surfaces Object Name', around],
  );
}
