import type { Glazing, LayeredGlazing, Pane, SimpleGlazing } from '../../model/buildingModel/types';
import { ln } from '../../sim/numeric/elementary';
import type { ConstructionBook } from './constructions';
import type { IdfDocument } from './document';

/** Films of EN 673 that are part of a declared U-value, m2 K/W. */
const EN_673_FILMS = 0.17;
const LEAST_PANE = 0.001;
const MOST_PANES = 4;
const inside = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Writes the construction of a glazing; its name. */
export function writeGlazing(glazing: Glazing, document: IdfDocument, book: ConstructionBook): string {
  const materials =
    glazing.kind === 'simple' ? [simpleSystem(glazing, document)] : layeredMaterials(glazing, document);
  return book.write(glazing.id, materials);
}

/** Film resistances of the simple window model (LBNL-2804E, eq. 1 to 3), m2 K/W. */
function filmsOf(uValue: number): number {
  const inner = uValue < 5.85 ? 1 / (0.359073 * ln(uValue) + 6.949915) : 1 / (1.788041 * uValue - 2.886625);
  return inner + 1 / (0.025342 * uValue + 29.163853);
}

/**
 * The U-value with the films of the simple window model that leaves the glazing itself the resistance of the declared one,
 * whose films are those of EN 673: U' with 1/U' - films(U') = 1/U - 0.17.
 */
export function simpleModelUValue(declaredWPerM2K: number): number {
  const resistance = Math.max(1 / declaredWPerM2K - EN_673_FILMS, LEAST_PANE);
  let low = 0.01;
  let high = 7;
  for (let pass = 0; pass < 60; pass += 1) {
    const middle = (low + high) / 2;
    if (1 / middle - filmsOf(middle) > resistance) low = middle;
    else high = middle;
  }
  return Math.round(((low + high) / 2) * 1e6) / 1e6;
}

function simpleSystem({ id, uValueWPerM2K, gValue }: SimpleGlazing, document: IdfDocument): string {
  const name = document.name('material', `glazing|${id}`, id);
  document.object(
    'WindowMaterial:SimpleGlazingSystem',
    ['Name', name],
    ['U-Factor {W/m2-K}', simpleModelUValue(uValueWPerM2K)],
    ['Solar Heat Gain Coefficient', inside(gValue, 0.001, 0.999)],
  );
  return name;
}

function layeredMaterials({ id, panes, gaps }: LayeredGlazing, document: IdfDocument): string[] {
  if (panes.length > MOST_PANES) {
    document.report('error', 'idf-panes', `glazing "${id}"`, {
      message: `EnergyPlus takes ${MOST_PANES} panes at most.`,
      remedy: 'Describe the glazing by its U and g.',
      value: panes.length,
    });
  }
  return panes.flatMap((pane, index) => {
    const written = [writePane(pane, `${id} pane ${index + 1}`, document)];
    const gap = gaps[index];
    if (gap !== undefined && index < panes.length - 1) {
      const wanted = `${id} gap ${index + 1}`;
      const name = document.name('material', `gap|${wanted}`, wanted);
      document.object(
        'WindowMaterial:Gas',
        ['Name', name],
        ['Gas Type', { air: 'Air', argon: 'Argon', krypton: 'Krypton' }[gap.gas]],
        ['Thickness {m}', gap.thicknessM],
      );
      written.push(name);
    }
    return written;
  });
}

/** Visible light is written like the sun's: nothing here uses it. */
function writePane(pane: Pane, wanted: string, document: IdfDocument): string {
  const name = document.name('material', `pane|${wanted}`, wanted);
  const { solarTransmittance, solarReflectanceFront, solarReflectanceBack } = pane;
  document.object(
    'WindowMaterial:Glazing',
    ['Name', name],
    ['Optical Data Type', 'SpectralAverage'],
    ['Window Glass Spectral Data Set Name', ''],
    ['Thickness {m}', pane.thicknessM],
    ['Solar Transmittance at Normal Incidence', solarTransmittance],
    ['Front Side Solar Reflectance at Normal Incidence', solarReflectanceFront],
    ['Back Side Solar Reflectance at Normal Incidence', solarReflectanceBack],
    ['Visible Transmittance at Normal Incidence', solarTransmittance],
    ['Front Side Visible Reflectance at Normal Incidence', solarReflectanceFront],
    ['Back Side Visible Reflectance at Normal Incidence', solarReflectanceBack],
    ['Infrared Transmittance at Normal Incidence', 0],
    ['Front Side Infrared Hemispherical Emissivity', inside(pane.emissivityFront, 0.0001, 0.9999)],
    ['Back Side Infrared Hemispherical Emissivity', inside(pane.emissivityBack, 0.0001, 0.9999)],
    ['Conductivity {W/m-K}', pane.conductivityWPerMK],
  );
  return name;
}
