import type { Same } from '../catalogue';
import type { peaks as english } from '../en/peaks';

export const peaks: Same<typeof english> = {
  title: 'Gemessene Spitzen: {file}',
  step: 'Gemessene Spitzen aus {file} treffen',
  choice: {
    label: 'Gemessene Spitzen',
    lead: 'Spitzen von Stationen und Abgängen, die jemand gemessen hat, werden dem heutigen Gebiet gegenübergestellt: eine CSV-Datei mit den Spalten id, peak_kw und, wo bekannt, time.',
    choose: 'Gemessene Spitzen wählen …',
    show: '{file} wieder zeigen',
  },
  search: 'Suche nach den Faktoren',
  years_one:
    'Berechnete Spitzen werden den gemessenen gegenübergestellt: {count} Jahr bisher, höchstens sechs',
  years_other:
    'Berechnete Spitzen werden den gemessenen gegenübergestellt: {count} Jahre bisher, höchstens sechs',
  cancel: 'Abbrechen',
  cancelled: 'Vor dem Ende abgebrochen. Wählen Sie die Datei noch einmal, um neu zu beginnen.',
  failed: 'Die Spitzen ließen sich dem Gebiet nicht gegenüberstellen.',
  none: 'Die Datei enthält keine Spitzen: Es gibt nichts zu vergleichen.',
  headline:
    'Gemessene und berechnete Spitzen liegen im heutigen Gebiet zusammen um {before} kW auseinander, mit den Faktoren unten um {after} kW.',
  hourly:
    'Stundenmittel im Wetter des Gebiets: Auch die gemessenen Spitzen müssen Mittelwerte einer Stunde sein.',
  quarterly:
    'Viertelstundenmittel im Wetter des Gebiets: Auch die gemessenen Spitzen müssen Mittelwerte einer Viertelstunde sein.',
  table: {
    label: 'Spitzen je Element',
    element: 'Ort',
    kind: 'Art',
    measured: 'Gemessen, kW',
    before: 'Berechnet, kW',
    after: 'Mit Faktor, kW',
    residual: 'Verbleibt, kW',
    factor: 'Faktor',
    homes: 'Gebäude',
    note: 'Anmerkung',
    show: ': auf der Karte zeigen',
  },
  kinds: { transformer: 'Transformator', feeder: 'Abgang' },
  notes: {
    noHome: 'keine Wohnung dahinter',
    lower: 'am unteren Ende',
    upper: 'am oberen Ende',
    met: 'schon getroffen',
  },
  factors:
    'Der Faktor gilt für den Strom der Haushalte hinter jedem Ort, {least} bis {most}. Steht er am Ende, liegt der Fehler nicht bei den Haushalten; ohne Wohnung dahinter wird nichts verändert.',
  lead_one:
    'Die Übernahme der Faktoren korrigiert {count} Gebäude, in einem Schritt, der sich rückgängig machen lässt.',
  lead_other:
    'Die Übernahme der Faktoren korrigiert {count} Gebäude, in einem Schritt, der sich rückgängig machen lässt.',
  take: 'Korrekturen übernehmen',
  taken_one: 'Übernommen: {count} Gebäude ist korrigiert. Was verbleibt, steht in der Tabelle.',
  taken_other: 'Übernommen: {count} Gebäude sind korrigiert. Was verbleibt, steht in der Tabelle.',
  nothingToTake: 'Es gibt nichts zu korrigieren.',
  old: 'Das Gebiet ist seither anders korrigiert worden oder rechnet in anderen Schritten: Wählen Sie die Datei noch einmal, um neu zu vergleichen.',
};
