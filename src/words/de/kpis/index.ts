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
  'ISO 52000-1 terms': 'Begriffe der ISO 52000-1',
  'Price list of the measure library, each line with its source':
    'Preisliste der Maßnahmenbibliothek, jede Zeile mit ihrer Quelle',
  'placeholders are unknown_untraceable': 'Platzhalter sind unknown_untraceable',
  'tariffs and prices are placeholders unless given (proposal of this project)':
    'Tarife und Preise sind Platzhalter, wo nicht angegeben (Vorschlag dieses Projekts)',
  'the share is an assumption without a source (proposal of this project)':
    'der Anteil ist eine Annahme ohne Quelle (Vorschlag dieses Projekts)',
  'settled step by step from the meters, what the station loses left out (proposal of this project)':
    'Zeitschritt für Zeitschritt aus den Zählern abgerechnet, ohne die Verluste der Station (Vorschlag dieses Projekts)',
  'Social proxy of this project (proposal of this project)':
    'Soziale Ersatzgröße dieses Projekts (Vorschlag dieses Projekts)',
  'IEC 60076-7, non-upgraded paper, constants of ONAN distribution transformers as public code has them':
    'IEC 60076-7, nicht thermisch stabilisiertes Papier, Konstanten von ONAN-Verteiltransformatoren wie in öffentlichem Code',
  'swings: placeholder for an hourly series, dirtiest at 20:00: unknown_untraceable':
    'Schwankungen: Platzhalter für eine Stundenreihe, am schmutzigsten um 20:00 Uhr: unknown_untraceable',
  'placeholder for an hourly series, dirtiest at 20:00: unknown_untraceable':
    'Platzhalter für eine Stundenreihe, am schmutzigsten um 20:00 Uhr: unknown_untraceable',
  'placeholder for the short-run operating margin: unknown_untraceable':
    'Platzhalter für die kurzfristige Grenze des Kraftwerksparks: unknown_untraceable',
  '10 % as severe burden: aceee.org, 2024 (seen in a public copy of the source)':
    '10 % als schwere Belastung: aceee.org, 2024 (in einer öffentlichen Kopie der Quelle gesehen)',
};

/** Turns of phrase within a source; titles of works stay. */
export const SOURCE_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/from memory, not checked/, 'aus dem Gedächtnis, nicht geprüft'],
  [/seen in a public copy of the source/, 'in einer öffentlichen Kopie der Quelle gesehen'],
  [/proposal of this project/, 'Vorschlag dieses Projekts'],
  [/^inputs: /, 'Eingaben: '],
  [/^factors?: /, 'Faktor: '],
  [/^term: textbook of power distribution/, 'Begriff: Lehrbuch der Stromverteilung'],
  [/^UK origin: /, 'Aus dem Vereinigten Königreich: '],
  [/^Method after /, 'Verfahren nach '],
  [/^unit: /, 'Einheit: '],
  [/, from memory/, ', aus dem Gedächtnis'],
  [/German practice/, 'deutsche Praxis'],
  [/non-renewable, grid electricity/, 'nicht erneuerbar, Netzstrom'],
  [/non-renewable, natural gas/, 'nicht erneuerbar, Erdgas'],
  [/non-renewable, heating oil/, 'nicht erneuerbar, Heizöl'],
  [/non-renewable, fossil cogeneration/, 'nicht erneuerbar, fossile Kraft-Wärme-Kopplung'],
  [/limit: /, 'Grenze: '],
  [/IEEE 1366, as in /, 'IEEE 1366, wie in '],
  [/^usual definition/, 'übliche Festlegung'],
  [/^Definition of ACEEE and others/, 'Festlegung von ACEEE und anderen'],
  [/^Expenditure-based indicators of energy poverty/, 'Ausgabenbasierte Maße der Energiearmut'],
  [/^England, replaced by LILEE in 2021/, 'England, 2021 durch LILEE ersetzt'],
  [/^Practice in the United States/, 'Praxis in den Vereinigten Staaten'],
  [/currency not stated/, 'Währung nicht angegeben'],
  [/, natural gas$/, ', Erdgas'],
  [/engineering value/, 'Erfahrungswert'],
  [/(?:a )?placeholder without a source/, 'Platzhalter ohne Quelle'],
];
