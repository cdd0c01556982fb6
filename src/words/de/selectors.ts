import type { ElementKind, SelectorAttribute, UpstreamKind } from '../../model/selector';
import { facts } from './facts';

export const KIND_NAMES: Readonly<Record<ElementKind | UpstreamKind, string>> = {
  building: 'Gebäude',
  transformer: 'Transformator',
  line: 'Leitung',
  source: 'Umspannwerk',
  bus: 'Knoten',
};

/** Whom a measure is for, after a number or before a rule. */
export const KIND_PLURALS: Readonly<Record<ElementKind, string>> = {
  building: 'Gebäude',
  transformer: 'Transformatoren',
  line: 'Leitungen',
  source: 'Umspannwerke',
};

/** What a query may ask about. */
export const ATTRIBUTE_NAMES: Readonly<Record<SelectorAttribute, string>> = {
  use: 'Nutzung',
  constructionYear: 'Baujahr',
  heating: 'Heizung',
  cooling: 'Kühlung',
  households: 'Haushalte',
  floorM2: 'Geschossfläche',
  levels: 'Geschosse',
  envelope: 'Gebäudehülle',
  hasPhotovoltaics: 'Photovoltaik',
  hasVehicles: 'E-Autos',
  transformerId: 'Transformator',
  feederId: 'Abgang',
  ratedKVA: 'Bemessungsleistung',
  lengthM: 'Länge',
  role: 'Art',
};

/** Values of words, by their names in the model. */
export const VALUE_NAMES: Readonly<Record<string, string>> = {
  ...facts.uses,
  ...facts.heatings,
  ...facts.coolings,
  ...facts.envelopes,
  ...facts.lineRoles,
};
