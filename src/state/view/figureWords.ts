import type { AssumptionName } from '../../model/archetypes';
import type { Overridable, QualityClass } from '../../model/building';

/** Numbers of a building that a correction may replace, as people call them. */
export const FIGURE_WORDS: Readonly<Record<Overridable, string>> = {
  uWallWPerM2K: 'U-value of walls',
  uRoofWPerM2K: 'U-value of the roof',
  uFloorWPerM2K: 'U-value of the ground floor',
  uWindowWPerM2K: 'U-value of windows',
  gValue: 'g-value of windows',
  thermalBridgeWPerM2K: 'Thermal bridges',
  infiltrationPerH: 'Air through gaps',
  windowShareOfFacade: 'Windows, share of facade',
  blindClosedAboveWPerM2: 'Blinds closed above',
  blindTransmittedShare: 'Sun through closed blinds',
  heatCapacityJPerM2K: 'Heat capacity',
  heatingSetpointDegC: 'Heating set-point',
  heatingSetbackDegC: 'Heating set-back',
  coolingSetpointDegC: 'Cooling set-point',
  coolingSetbackDegC: 'Cooling set-back',
  floorPerPersonM2: 'Floor per person',
  sensibleHeatPerPersonW: 'Heat of a person',
  appliancesWPerM2: 'Appliances',
  lightingWPerM2: 'Lighting',
  applianceHeatShare: 'Heat left by appliances',
  outdoorAirM3PerSPerPerson: 'Outdoor air per person',
  hotWaterLPerPersonDay: 'Hot water per person',
  monthlyMultiplier: 'Share of a mean month',
  fansWPerM2: 'Ceiling fans',
  fansAboveDegC: 'Fans run above',
};

/** A number's name; the shared ones and those of layers are spelled out of their identifiers. */
export function figureWord(name: AssumptionName): string {
  if (Object.hasOwn(FIGURE_WORDS, name)) return FIGURE_WORDS[name as Overridable];
  const words = name
    .replace(/(DegC|WPerMK|KgPerM3|JPerKgK|JPerM2K|M2PerM2|PerH|M)$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same for what an indicator stands on, where it is named as the model names it. */
export const inputWord = (name: string): string =>
  /^[a-z][A-Za-z0-9]+$/.test(name) ? figureWord(name as AssumptionName) : name;

/** How sure a number is, in one or two words; the class's own name stands in the data. */
export const QUALITY_WORDS: Readonly<Record<QualityClass, string>> = {
  accurate_measurement: 'measured',
  extrapolated_survey: 'survey',
  extrapolated_higher_level: 'typology',
  estimation_assumptions: 'assumption',
  personal_estimation: 'own estimate',
  unknown_untraceable: 'no source',
};

/** A unit as people write it; nothing for a share. */
export const unitText = (unit: string): string =>
  unit === '-' ? '' : unit.replace('m2', 'm²').replace('m3', 'm³').replace('degC', '°C');
