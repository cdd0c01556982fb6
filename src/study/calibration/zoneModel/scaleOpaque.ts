import type { BuildingModel, Construction, Element, Layer } from '../../../model/buildingModel/types';
import { freeId } from './freeId';

/** Party walls and floors between alike storeys let no heat through: their layers are heat capacity only. */
const isScaled = ({ boundary }: Element): boolean => boundary.kind !== 'adiabatic';

/**
 * R' = R / factor in every layer of elements to outdoors, to the ground and between zones; density, specific heat and
 * thickness stay. A construction that adiabatic elements use as well stays with them, and the others take a scaled copy.
 */
export function scaleOpaqueConductance(model: BuildingModel, factor: number): BuildingModel {
  if (factor === 1) return model;
  const scaledUse = new Set(model.elements.filter(isScaled).map(({ construction }) => construction));
  const otherUse = new Set(
    model.elements.filter((each) => !isScaled(each)).map(({ construction }) => construction),
  );
  const constructions: Construction[] = [...model.constructions];
  const copyOf = new Map<string, string>();
  model.constructions.forEach((construction, at) => {
    if (!scaledUse.has(construction.id)) return;
    const layers = construction.layers.map((layer) => scaleLayer(layer, factor));
    if (!otherUse.has(construction.id)) {
      constructions[at] = { ...construction, layers };
      return;
    }
    const id = freeId(`${construction.id} (scaled)`, constructions);
    copyOf.set(construction.id, id);
    constructions.push({ id, layers });
  });
  if (copyOf.size === 0) return { ...model, constructions };
  const elements = model.elements.map((element) => {
    const copy = isScaled(element) ? copyOf.get(element.construction) : undefined;
    return copy === undefined ? element : { ...element, construction: copy };
  });
  return { ...model, constructions, elements };
}

function scaleLayer(layer: Layer, factor: number): Layer {
  return 'resistanceM2KPerW' in layer
    ? { ...layer, resistanceM2KPerW: layer.resistanceM2KPerW / factor }
    : { ...layer, conductivityWPerMK: layer.conductivityWPerMK * factor };
}
