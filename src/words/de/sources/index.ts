import { figures } from '../figures';
import { LANDMARK_REMARKS } from '../landmarks';
import { MEASURE_REMARKS } from './measures';
import { TYPOLOGY_REMARKS } from './typology';

/** How sure a figure is, by the classes of the model. */
export const CLASS_NAMES: Readonly<Record<string, string>> = {
  accurate_measurement: figures.qualityClasses.measured,
  extrapolated_survey: figures.qualityClasses.survey,
  extrapolated_higher_level: figures.qualityClasses.typology,
  estimation_assumptions: figures.qualityClasses.assumption,
  personal_estimation: figures.qualityClasses.ownEstimate,
  unknown_untraceable: figures.qualityClasses.noSource,
};

/** What stands before a figure's source, with a colon. */
export const SOURCE_HEADS: Readonly<Record<string, string>> = {
  'engineering value': 'Ingenieurwert',
  ours: 'von uns',
  inputs: 'Eingaben',
  factor: 'Faktor',
  factors: 'Faktoren',
  unit: 'Einheit',
  swings: 'Schwankungen',
  value: 'Wert',
};

/** Regions of building types, in brackets after a source. */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  centralEurope: 'Mitteleuropa',
  mediterranean: 'Mittelmeerraum',
  nordic: 'Nordeuropa',
  hot: 'heiße Länder',
};

/** What the program says of its own sources, part by part; titles of works stay as they are. */
export const SOURCE_NAMES: Readonly<Record<string, string>> = {
  ...MEASURE_REMARKS,
  ...TYPOLOGY_REMARKS,
  ...LANDMARK_REMARKS,
  Germany: 'Deutschland',
  Sweden: 'Schweden',
  Italy: 'Italien',
  inputs: 'Eingaben',
  'own range': 'eigene Spanne',
  'placeholder: 20 points to both sides of the value':
    'Platzhalter: 20 Prozentpunkte zu beiden Seiten des Werts',
  'Gridtwin engine: building loads and three-phase power flow of every step':
    'Rechenkern von Gridtwin: Gebäudelasten und dreiphasiger Lastfluss jedes Zeitschritts',
  'Gridtwin engine: multi-node building zones of every step':
    'Rechenkern von Gridtwin: Mehrknoten-Zonen der Gebäude in jedem Zeitschritt',
  'Own definition': 'Eigene Festlegung',
  '26 °C after DIN 4108-2:2013, region B': '26 °C nach DIN 4108-2:2013, Region B',
  'counted as gas for want of a source': 'mangels Quelle wie Gas gezählt',
  'ISO 52000-1 terms': 'Begriffe der ISO 52000-1',
  'Price list of the measure library, each line with its source':
    'Preisliste der Maßnahmenbibliothek, jede Zeile mit ihrer Quelle',
  'placeholders are unknown_untraceable': 'Platzhalter sind unbekannt, nicht rückverfolgbar',
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
  'placeholder for an hourly series, dirtiest at 20:00':
    'Platzhalter für eine Stundenreihe, am schmutzigsten um 20:00 Uhr',
  'placeholder for an hourly series, dirtiest in mid January':
    'Platzhalter für eine Stundenreihe, am schmutzigsten Mitte Januar',
  'placeholder for the short-run operating margin':
    'Platzhalter für die kurzfristige Grenze des Kraftwerksparks',
  'placeholder without a source': 'Platzhalter ohne Quelle',
  'placeholder without a source, about the life of panels':
    'Platzhalter ohne Quelle, etwa die Lebensdauer von PV-Modulen',
  'none assumed: no figure at hand': 'keine angenommen, eine Zahl liegt nicht vor',
  'none assumed': 'keine angenommen',
  'the share is for whoever knows the town': 'den Anteil setzt, wer den Ort kennt',
  'the share is for whoever decides': 'den Anteil setzt, wer entscheidet',
  'one of three rates side by side, whose choice is for whoever decides':
    'einer von drei Sätzen nebeneinander; welcher gilt, bestimmt, wer entscheidet',
  'pylovo: 2,000 to 12,000 EUR for 100 to 630 kVA': 'pylovo: 2000 bis 12000 EUR für 100 bis 630 kVA',
  'PyPSA technology-data 000fdb72, costs_2025.csv, electricity distribution grid, whose own source is open':
    'PyPSA technology-data 000fdb72, costs_2025.csv, electricity distribution grid, dessen eigene Quelle offen ist',
  'eDisGo 06804bf5, config_grid_expansion_default.cfg: cable with earthwork, urban (dena-Verteilnetzstudie), less the cable':
    'eDisGo 06804bf5, config_grid_expansion_default.cfg: Kabel mit Tiefbau, städtisch (dena-Verteilnetzstudie), ohne das Kabel',
  'eDisGo 06804bf5, config_grid_expansion_default.cfg: cable without earthwork (Bundesnetzagentur, Analytische Kostenmodelle)':
    'eDisGo 06804bf5, config_grid_expansion_default.cfg: Kabel ohne Tiefbau (Bundesnetzagentur, Analytische Kostenmodelle)',
  '10 % as severe burden: aceee.org, 2024 (seen in a public copy of the source)':
    '10 % als schwere Belastung: aceee.org, 2024 (in einer öffentlichen Kopie der Quelle gesehen)',
};

/** Sources with another one in brackets, which is said by the same tables. */
export const SOURCE_FRAMES: readonly (readonly [RegExp, string])[] = [
  [
    /^TABULA\/EPISCOPE, (.+), single-family houses not refurbished, median$/,
    'TABULA/EPISCOPE, {1}, nicht sanierte Einfamilienhäuser, Median',
  ],
  [
    /^TABULA\/EPISCOPE, (.+), apartment buildings not refurbished, median$/,
    'TABULA/EPISCOPE, {1}, nicht sanierte Mehrfamilienhäuser, Median',
  ],
  [
    /^placeholder: a quarter to both sides of the value \(value: (.+)\)$/,
    'Platzhalter: ein Viertel zu beiden Seiten des Werts (Wert: {1})',
  ],
  [/^what the parameter admits \((.+)\)$/, 'was der Parameter zulässt ({1})'],
];

/** Turns of phrase within a source; titles of works stay. */
export const SOURCE_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/from memory, not checked/, 'aus dem Gedächtnis, nicht geprüft'],
  [/seen in a public copy of the source/, 'in einer öffentlichen Kopie der Quelle gesehen'],
  [/proposal of this project/, 'Vorschlag dieses Projekts'],
  [/^term: textbook of power distribution/, 'Begriff: Lehrbuch der Stromverteilung'],
  [/^UK origin: /, 'Aus dem Vereinigten Königreich: '],
  [/^Method after /, 'Verfahren nach '],
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
  [/, oil$/, ', Heizöl'],
  [/, oil \(/, ', Heizöl ('],
  [/\(DE grid\)/, '(DE, Netz)'],
  [/\(DE, gas\)/, '(DE, Gas)'],
  [/engineering value/, 'Ingenieurwert'],
  [/(?:a )?placeholder without a source/, 'Platzhalter ohne Quelle'],
];
