import type { KpiGroup } from '../../../kpi/kpiGroups';
import { balance } from './balance';
import { carbon } from './carbon';
import { grid } from './grid';
import { hosting } from './hosting';
import { money } from './money';
import { reliability } from './reliability';
import type { KpiName } from './types';

/** Indicators of a district's year in German, by id. */
export const KPI_NAMES: Readonly<Record<string, KpiName>> = {
  ...grid,
  ...balance,
  ...carbon,
  ...money,
  ...reliability,
  ...hosting,
};

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
  'Each feeder by itself, the hardest hours of the year that was run':
    'Jeder Abgang für sich, die schwersten Stunden des gerechneten Jahres',
  'Each transformer by itself, the hardest hours of the year that was run':
    'Jeder Transformator für sich, die schwersten Stunden des gerechneten Jahres',
  'Measures of the scenario at the elements they change; what stands today is left out':
    'Maßnahmen des Szenarios an dem, was sie ändern; was heute steht, ist nicht enthalten',
  'All customers served, 12 months; sustained interruptions only (longer than 5 min; the limit is from memory, not checked)':
    'Alle versorgten Kunden, 12 Monate; nur längere Unterbrechungen (über 5 min; die Grenze ist aus dem Gedächtnis, nicht geprüft)',
  'All customers served, 12 months; interruptions of at most 5 min':
    'Alle versorgten Kunden, 12 Monate; Unterbrechungen von höchstens 5 min',
  'All customers served, 12 months': 'Alle versorgten Kunden, 12 Monate',
  'Vulnerable households with a connection, 12 months': 'Schutzbedürftige Haushalte mit Anschluss, 12 Monate',
  'Households of the lowest third with a connection, 12 months':
    'Haushalte des untersten Drittels mit Anschluss, 12 Monate',
  'All electricity meters of the district': 'Alle Stromzähler des Gebiets',
  'All lines of the district': 'Alle Leitungen des Gebiets',
  'Everything connected to the grid of the district, 12 months':
    'Alles, was am Netz des Gebiets angeschlossen ist, 12 Monate',
  'Customers behind the meters of the district, one year, under the tariffs in force':
    'Kunden hinter den Zählern des Gebiets, ein Jahr, nach den geltenden Tarifen',
  'Households of the district whose income and energy are told, one year; income is disposable and after housing, and synthetic (estimation_assumptions at best)':
    'Haushalte des Gebiets, deren Einkommen und Energie bekannt sind, ein Jahr; Einkommen ist verfügbares nach Wohnkosten und synthetisch (bestenfalls Schätzung aus Annahmen)',
  'Members of energy communities behind their transformers, one year':
    'Mitglieder von Energiegemeinschaften hinter ihren Transformatoren, ein Jahr',
  'All customers of the district together': 'Alle Kunden des Gebiets zusammen',
};
