import type { Building } from '../model/building';
import { takesPart } from './adoption';
import { mapBuildings, parameterOf, type MeasureDefinition } from './definition';

const NEWEST_ELIGIBLE_YEAR = 2000;

function canBeRefurbished(building: Building): boolean {
  return building.envelope === 'asBuilt' && building.constructionYear < NEWEST_ELIGIBLE_YEAR;
}

export const envelopeRetrofit: MeasureDefinition = {
  type: 'envelopeRetrofit',
  label: 'Envelope retrofit',
  adoptionOf: `of unrefurbished buildings from before ${NEWEST_ELIGIBLE_YEAR}`,
  changes:
    'Walls, roof, floor and windows reach the usual or the advanced refurbishment level of their archetype.',
  parameters: [
    {
      name: 'level',
      label: 'Level: 1 usual, 2 advanced',
      unit: '1',
      min: 1,
      max: 2,
      default: 1,
      source: 'TABULA/EPISCOPE variants 002 (usual) and 003 (advanced refurbishment)',
    },
  ],
  eligible: (district) => district.buildings.filter(canBeRefurbished).map((building) => building.id),
  apply(district, measure, seed) {
    const advanced = parameterOf(envelopeRetrofit, measure, 'level') >= 1.5;
    const envelope = advanced ? 'advancedRefurbishment' : 'usualRefurbishment';
    return mapBuildings(district, (building) =>
      canBeRefurbished(building) && takesPart(seed, building.id, 'envelopeRetrofit', measure.adoption)
        ? { ...building, envelope }
        : building,
    );
  },
};
