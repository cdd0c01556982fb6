import type { MeasureGroup } from '../../../measures';
import type { MeasureType } from '../../../model/scenario';
import { electricity } from './electricity';
import { envelope } from './envelope';
import { network } from './network';
import { operation } from './operation';
import { systems } from './systems';
import type { MeasureName } from './types';

/** Every measure in German; one without a name does not compile. */
export const MEASURE_NAMES: Readonly<Record<MeasureType, MeasureName>> = {
  ...systems,
  ...electricity,
  ...envelope,
  ...operation,
  ...network,
};

export const MEASURE_GROUP_NAMES: Readonly<Record<MeasureGroup, string>> = {
  systems: 'Heizen und Kühlen',
  electricity: 'Photovoltaik, Autos und Batterien',
  envelope: 'Gebäudehülle',
  operation: 'Lüftung, Regelung und Beleuchtung',
  network: 'Netz',
};

/** What prices are counted on, by the English words. */
export const COST_BASIS_NAMES: Readonly<Record<string, string>> = {
  'of wall': 'Wand',
  'of roof': 'Dach',
  'of floor against ground or cellar': 'Boden gegen Erdreich oder Keller',
  'of window': 'Fenster',
  'of conditioned floor': 'beheizte Fläche',
  'that takes part': 'der teilnimmt',
  'of heat load': 'Heizlast',
  'of panels': 'Photovoltaik',
  '': '',
};

export const COST_UNIT_NAMES: Readonly<Record<string, string>> = {
  building: 'Gebäude',
  dwelling: 'Wohnung',
  household: 'Haushalt',
};
