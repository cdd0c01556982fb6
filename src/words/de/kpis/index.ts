import type { KpiGroup } from '../../../kpi/kpiGroups';
import { balance } from './balance';
import { carbon } from './carbon';
import { grid } from './grid';
import type { KpiName } from './types';

/** Indicators of a district's year in German, by id. */
export const KPI_NAMES: Readonly<Record<string, KpiName>> = { ...grid, ...balance, ...carbon };

export const KPI_GROUP_NAMES: Readonly<Record<KpiGroup, string>> = {
  load: 'Last und Spitzen',
  loading: 'Transformatoren und Leitungen',
  voltage: 'Spannung',
  reliability: 'Erwartete Zuverlässigkeit, Messung und Überwachung',
  hosting: 'Aufnahmefähigkeit (Grobprüfung)',
  energy: 'Energie und Verluste',
  buildings: 'Bedarf, Verbrauch, Endenergie und Primärenergie',
  carbon: 'CO₂',
  money: 'Geld',
  comfort: 'Komfort',
};

/** Boundaries by their English words. */
export const BOUNDARY_NAMES: Readonly<Record<string, string>> = {
  'The district behind its primary substation, one year': 'Das Gebiet hinter seinem Umspannwerk, ein Jahr',
  'All buildings of the district at their connections, one year':
    'Alle Gebäude des Gebiets an ihren Anschlüssen, ein Jahr',
  'All cars of the district that charge at home, one year':
    'Alle Autos des Gebiets, die zu Hause laden, ein Jahr',
  'Lines and transformers of the district, one year': 'Leitungen und Transformatoren des Gebiets, ein Jahr',
  'Customers of the district: households, and buildings without one; one year':
    'Kunden des Gebiets: Haushalte und Gebäude ohne Haushalt; ein Jahr',
  'All buses of the district, one year': 'Alle Knoten des Gebiets, ein Jahr',
  'What the district takes from outside: grid import with losses, and other delivered energy':
    'Was das Gebiet von außen bezieht: Netzbezug mit Verlusten und andere gelieferte Energie',
  'All buildings of the district, one year': 'Alle Gebäude des Gebiets, ein Jahr',
  'The meters of all buildings, one year; the grid between them is outside':
    'Die Zähler aller Gebäude, ein Jahr; das Netz dazwischen liegt außerhalb',
  'What the district takes from outside in one year: grid import with losses, gas, oil and district heat; no embodied carbon, exports earn nothing':
    'Was das Gebiet in einem Jahr von außen bezieht: Netzbezug mit Verlusten, Gas, Öl und Fernwärme; ohne verbautes CO₂, Einspeisung wird nicht gutgeschrieben',
  'Electricity that the district takes from the upstream grid in one year; exports earn nothing':
    'Strom, den das Gebiet in einem Jahr aus dem vorgelagerten Netz bezieht; Einspeisung wird nicht gutgeschrieben',
  'All customers of the district together': 'Alle Kunden des Gebiets zusammen',
};

/** What the program says of its own sources, part by part. */
export const SOURCE_NAMES: Readonly<Record<string, string>> = {
  'Gridtwin engine: building loads and three-phase power flow of every step':
    'Rechenkern von Gridtwin: Gebäudelasten und dreiphasiger Lastfluss jedes Zeitschritts',
  'Gridtwin engine: multi-node building zones of every step':
    'Rechenkern von Gridtwin: Mehrknoten-Zonen der Gebäude in jedem Zeitschritt',
  'Own definition': 'Eigene Festlegung',
  '26 °C after DIN 4108-2:2013, region B': '26 °C nach DIN 4108-2:2013, Region B',
  'counted as gas for want of a source: unknown_untraceable':
    'mangels Quelle wie Gas gezählt: unknown_untraceable',
};
