import type { Construction, Layer, Roughness, SurfaceFinish } from '../../model/buildingModel/types';
import type { IdfDocument } from './document';

const DEFAULT_FINISH: SurfaceFinish = { solarAbsorptance: 0.6, emissivity: 0.9 };
const DEFAULT_ROUGHNESS: Roughness = 'rough';
const ROUGHNESS: Readonly<Record<Roughness, string>> = {
  veryRough: 'VeryRough',
  rough: 'Rough',
  mediumRough: 'MediumRough',
  mediumSmooth: 'MediumSmooth',
  smooth: 'Smooth',
  verySmooth: 'VerySmooth',
};

/** Limits of the fields of Material and Material:NoMass in the program's data dictionary. */
const LEAST_SPECIFIC_HEAT = 100;
const LEAST_RESISTANCE = 0.001;
const EMISSIVITY = [0.00001, 0.99999] as const;
const MOST_LAYERS = 10;

/** Outside finish, inside finish; faces without one take the default. */
export interface Finishes {
  readonly outside?: SurfaceFinish | undefined;
  readonly inside?: SurfaceFinish | undefined;
}

/**
 * Constructions and their materials, each written once. EnergyPlus keeps the finish of a face with its material: a
 * construction exists once for every pair of finishes it is used with.
 */
export class ConstructionBook {
  constructor(private readonly document: IdfDocument) {}

  /** As the model lists them, from outside to inside. */
  opaque(construction: Construction, finishes: Finishes): string {
    return this.write(construction.id, this.materials(construction, finishes));
  }

  /** Both sides of a partition: the second is the first read backwards, of the same materials. */
  partition(construction: Construction, finishes: Finishes): readonly [near: string, far: string] {
    const materials = this.materials(construction, finishes);
    return [
      this.write(construction.id, materials),
      this.write(`${construction.id} reversed`, [...materials].reverse()),
    ];
  }

  /**
   * No flow through the outer face. EnergyPlus's "Adiabatic" gives both faces the same conditions, so that the plane in the
   * middle has no flow: the layers are laid out to both sides of it, and the inner face sees what the model says.
   */
  adiabatic(construction: Construction, inside: SurfaceFinish | undefined): string {
    const [outer, ...rest] = construction.layers;
    const layers = [...[...rest].reverse(), twice(outer!), ...rest];
    const mirrored = { id: `${construction.id} mirrored`, layers };
    return this.write(mirrored.id, this.materials(mirrored, { outside: inside, inside }));
  }

  private materials({ id, layers }: Construction, { outside, inside }: Finishes): string[] {
    const outer = outside ?? DEFAULT_FINISH;
    const inner = inside ?? DEFAULT_FINISH;
    const halved = layers.length === 1 && !sameFinish(outer, inner);
    const list = halved ? [halfOf(layers[0]!), halfOf(layers[0]!)] : layers;
    if (list.length > MOST_LAYERS) {
      this.document.report('error', 'idf-layers', `construction "${id}"`, {
        message: `EnergyPlus takes ${MOST_LAYERS} layers at most; an adiabatic element needs its layers twice.`,
        remedy: 'Join layers.',
        value: list.length,
      });
    }
    return list.map((layer, index) => {
      const finish = index === list.length - 1 ? inner : index === 0 ? outer : DEFAULT_FINISH;
      const wanted = layer.name ?? `${id} layer ${(halved ? 0 : index) + 1}`;
      return this.material(layer, finish, wanted);
    });
  }

  private material(layer: Layer, finish: SurfaceFinish, wanted: string): string {
    const { document } = this;
    const body = bodyOf(layer);
    const { solarAbsorptance, emissivity, roughness = DEFAULT_ROUGHNESS } = finish;
    const thermal = Math.min(Math.max(emissivity, EMISSIVITY[0]), EMISSIVITY[1]);
    const key = [wanted, ...body, thermal, solarAbsorptance, roughness].join('|');
    const isNew = !document.has('material', key);
    const name = document.name('material', key, wanted);
    if (!isNew) return name;
    const surface = [
      ['Thermal Absorptance', thermal],
      ['Solar Absorptance', solarAbsorptance],
      ['Visible Absorptance', solarAbsorptance],
    ] as const;
    if (body.length === 1) {
      document.object(
        'Material:NoMass',
        ['Name', name],
        ['Roughness', ROUGHNESS[roughness]],
        ['Thermal Resistance {m2-K/W}', body[0]],
        ...surface,
      );
    } else {
      document.object(
        'Material',
        ['Name', name],
        ['Roughness', ROUGHNESS[roughness]],
        ['Thickness {m}', body[0]],
        ['Conductivity {W/m-K}', body[1]],
        ['Density {kg/m3}', body[2]],
        ['Specific Heat {J/kg-K}', body[3]],
        ...surface,
      );
    }
    return name;
  }

  /** A construction of these materials; the same list is written once. */
  write(wanted: string, materials: readonly string[]): string {
    const key = materials.join('\n');
    const isNew = !this.document.has('construction', key);
    const name = this.document.name('construction', key, wanted);
    if (!isNew) return name;
    this.document.object(
      'Construction',
      ['Name', name],
      ...materials.map((material, index) => {
        const label = index === 0 ? 'Outside Layer' : `Layer ${index + 1}`;
        return [label, material] as const;
      }),
    );
    return name;
  }
}

type Body =
  | readonly [resistance: number]
  | readonly [thickness: number, conductivity: number, density: number, heat: number];

/** A layer within the limits: heat capacity per volume is kept where the specific heat is below the least one. */
function bodyOf(layer: Layer): Body {
  if ('resistanceM2KPerW' in layer) return [Math.max(layer.resistanceM2KPerW, LEAST_RESISTANCE)];
  const { thicknessM, conductivityWPerMK, densityKgPerM3, specificHeatJPerKgK } = layer;
  if (!(densityKgPerM3 * specificHeatJPerKgK > 0)) {
    return [Math.max(thicknessM / conductivityWPerMK, LEAST_RESISTANCE)];
  }
  const heat = Math.max(specificHeatJPerKgK, LEAST_SPECIFIC_HEAT);
  return [thicknessM, conductivityWPerMK, (densityKgPerM3 * specificHeatJPerKgK) / heat, heat];
}

function scaled(layer: Layer, factor: number, word: string): Layer {
  const name = layer.name === undefined ? {} : { name: `${layer.name} ${word}` };
  return 'resistanceM2KPerW' in layer
    ? { ...layer, ...name, resistanceM2KPerW: layer.resistanceM2KPerW * factor }
    : { ...layer, ...name, thicknessM: layer.thicknessM * factor };
}

const twice = (layer: Layer): Layer => scaled(layer, 2, 'doubled');
/** One layer cannot have two finishes, two halves can. */
const halfOf = (layer: Layer): Layer => scaled(layer, 0.5, 'half');

const sameFinish = (a: SurfaceFinish, b: SurfaceFinish): boolean =>
  a.solarAbsorptance === b.solarAbsorptance &&
  a.emissivity === b.emissivity &&
  (a.roughness ?? DEFAULT_ROUGHNESS) === (b.roughness ?? DEFAULT_ROUGHNESS);
