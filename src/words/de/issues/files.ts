/** What files of any kind say when they are read: text, JSON, tables, sessions, targets, peaks, in German. */
export const FILE_ISSUES: Readonly<Record<string, string>> = {
  // Tables of text.
  'The column "{1}" is missing.': 'Die Spalte „{1}“ fehlt.',
  'Add it to the header.': 'Ergänzen Sie sie in der Kopfzeile.',
  'Quoted field unterminated.': 'Ein Feld in Anführungszeichen endet nicht.',
  'Trailing quote on quoted field is malformed.':
    'Hinter dem schließenden Anführungszeichen steht noch etwas.',
  'Close the quotation marks.': 'Schließen Sie die Anführungszeichen.',
  '{1} cells where the header has {2}.': '{1} Zellen, wo die Kopfzeile {2} hat.',
  'Check the separators.': 'Prüfen Sie die Trennzeichen.',
  // What a file is.
  'Export or download it again.': 'Exportieren Sie sie erneut, oder laden Sie sie noch einmal herunter.',
  'This is a compressed file, which is not read.':
    'Das ist eine komprimierte Datei; eine solche wird nicht gelesen.',
  'This is a CityJSON feature sequence, which is not read.':
    'Das ist eine Folge von CityJSON-Features; eine solche wird nicht gelesen.',
  'This is a GeoPackage or other SQLite file, which is not read.':
    'Das ist ein GeoPackage oder eine andere SQLite-Datei; das wird nicht gelesen.',
  'Export the building layer as GeoJSON in EPSG:4326.':
    'Exportieren Sie die Gebäudeebene als GeoJSON in EPSG:4326.',
  'This is a zip archive, which is not read.': 'Das ist ein zip-Archiv; das wird nicht gelesen.',
  'Unpack it and choose the GeoJSON or CityJSON file inside.':
    'Entpacken Sie es, und wählen Sie die GeoJSON- oder CityJSON-Datei darin.',
  'This is XML or HTML, which is not read.': 'Das ist XML oder HTML; das wird nicht gelesen.',
  'This is {1}, which is not read.': 'Das ist {1}; das wird nicht gelesen.',
  'Convert it to GeoJSON, for example with osmtogeojson.':
    'Wandeln Sie sie in GeoJSON um, zum Beispiel mit osmtogeojson.',
  'Convert it to CityJSON with citygml-tools.': 'Wandeln Sie sie mit citygml-tools in CityJSON um.',
  'Choose the data file itself: GeoJSON, CityJSON or EPW.':
    'Wählen Sie die Datendatei selbst: GeoJSON, CityJSON oder EPW.',
  'Unpack it first.': 'Entpacken Sie sie zuerst.',
  'Collect it into one file: cjseq collect.': 'Fassen Sie sie in einer Datei zusammen: cjseq collect.',
  'This is JSON, but neither GeoJSON features, CityJSON nor a file of this program.':
    'Das ist JSON, aber weder GeoJSON-Objekte noch CityJSON noch eine Datei dieses Programms.',
  'This is JSON of type "{1}", but neither GeoJSON features, CityJSON nor a file of this program.':
    'Das ist JSON der Art „{1}“, aber weder GeoJSON-Objekte noch CityJSON noch eine Datei dieses Programms.',
  'Export a GeoJSON FeatureCollection (EPSG:4326) or a CityJSON model of the buildings.':
    'Exportieren Sie eine FeatureCollection nach GeoJSON (EPSG:4326) oder ein CityJSON-Modell der Gebäude.',
  'This is a scenario, not a district.': 'Das ist ein Szenario, kein Gebiet.',
  'Open it beside a district.': 'Öffnen Sie es zusammen mit einem Gebiet.',
  'More than one weather file was given.': 'Es wurde mehr als eine Wetterdatei angegeben.',
  'Give one EPW file.': 'Geben Sie eine EPW-Datei an.',
  'A district file cannot be mixed with other maps.':
    'Eine Gebietsdatei lässt sich nicht mit anderen Karten mischen.',
  'Import one or the other.': 'Importieren Sie das eine oder das andere.',
  'No file holds buildings.': 'Keine Datei enthält Gebäude.',
  'Add a GeoJSON, CityJSON or district file.': 'Ergänzen Sie eine GeoJSON-, CityJSON- oder Gebietsdatei.',
  // Shape of JSON files, in zod's words.
  'Invalid input: expected {1}, received {2}.': 'Unpassender Wert: erwartet wird {1w}, erhalten {2w}.',
  'Invalid input: expected {1}.': 'Unpassender Wert: erwartet wird {1w}.',
  'Invalid input.': 'Unpassender Wert.',
  'Invalid option: expected one of {1}.': 'Unbekannte Wahl: erwartet wird eines von {1}.',
  'Invalid string: must match pattern {1}.': 'Unpassender Text: Er muss dem Muster {1} folgen.',
  'Invalid string: must start with {1}.': 'Unpassender Text: Er muss mit {1} beginnen.',
  'Invalid string: must end with {1}.': 'Unpassender Text: Er muss mit {1} enden.',
  'Invalid string: must include {1}.': 'Unpassender Text: Er muss {1} enthalten.',
  'Invalid number: must be a multiple of {1}.': 'Unpassende Zahl: Sie muss ein Vielfaches von {1} sein.',
  'Invalid key in {1}.': 'Unpassender Schlüssel in {1}.',
  'Invalid value in {1}.': 'Unpassender Wert in {1}.',
  'Too big: expected {1} to be {2}.': 'Zu groß: Erwartet wird {2} ({1w}).',
  'Too small: expected {1} to be {2}.': 'Zu klein: Erwartet wird {2} ({1w}).',
  'Too big: expected {1} to have {2} characters.': 'Zu lang: Erwartet werden {2} Zeichen ({1w}).',
  'Too small: expected {1} to have {2} characters.': 'Zu kurz: Erwartet werden {2} Zeichen ({1w}).',
  'Too big: expected {1} to have {2} items.': 'Zu viele: Erwartet werden {2} Einträge ({1w}).',
  'Too small: expected {1} to have {2} items.': 'Zu wenige: Erwartet werden {2} Einträge ({1w}).',
  'Invalid {1}.': 'Unpassend: {1w}.',
  'Expected up to 60 letters, digits and hyphens.':
    'Erwartet werden bis zu 60 Buchstaben, Ziffern und Bindestriche.',
  'Expected a place of level {1}.': 'Erwartet wird ein Ort der Ebene {1}.',
  'Expected a condition of kpi, lever, measure or count.':
    'Erwartet wird eine Bedingung der Art kpi, lever, measure oder count.',
  'Expected 64 hexadecimal digits.': 'Erwartet werden 64 hexadezimale Ziffern.',
  'Expected a rule of kind all, query, polygon, downstream, ids, union, intersection or except.':
    'Erwartet wird eine Regel der Art all, query, polygon, downstream, ids, union, intersection oder except.',
  'Expected 2025, 2025-01 or 2025-01-31.': 'Erwartet wird 2025, 2025-01 oder 2025-01-31.',
  'Expected a profile of EN 50160, ANSI C84.1 or own.':
    'Erwartet wird ein Profil nach EN 50160, ANSI C84.1 oder ein eigenes.',
  // Typed quantities.
  '"{1}" is not a quantity.': '„{1}“ ist keine Größe.',
  '"{1}" is {2} power, and {3} power is needed.': '„{1}“ ist {2w}, und nötig ist {3w}.',
  '"{1}" cannot be expressed in {2}.': '„{1}“ lässt sich nicht in {2} ausdrücken.',
  '"{1}" is not a temperature.': '„{1}“ ist keine Temperatur.',
  '"{1}" is not a finite number.': '„{1}“ ist keine endliche Zahl.',
  '"{1}" is longer than {2} characters.': '„{1}“ ist länger als {2} Zeichen.',
  '"{1}" is empty.': '„{1}“ ist leer.',
  '"{1}" has a comma that may mark thousands or decimals.':
    '„{1}“ hat ein Komma, das Tausender oder Dezimalstellen abtrennen kann.',
  '"{1}" holds something that is neither a number nor a unit.':
    '„{1}“ enthält etwas, das weder Zahl noch Einheit ist.',
  '"{1}" holds a value that is not a number.': '„{1}“ enthält einen Wert, der keine Zahl ist.',
  '"{1}" uses the unknown unit "{2}".': '„{1}“ verwendet die unbekannte Einheit „{2}“.',
  '"{1}" uses the operator "{2}".': '„{1}“ verwendet das Zeichen „{2}“.',
  '"{1}" combines a temperature in degrees with other units.':
    '„{1}“ verbindet eine Temperatur in Grad mit anderen Einheiten.',
  '"{1}" raises to a power that is not a small whole number of a unit.':
    '„{1}“ potenziert anders als eine Einheit mit einer kleinen ganzen Zahl.',
  'Type a number and a unit.': 'Geben Sie eine Zahl und eine Einheit ein.',
  'Use numbers, units, *, / and ^ only.': 'Nehmen Sie nur Zahlen, Einheiten, *, / und ^.',
  'Known units: {1}.': 'Bekannte Einheiten: {1}.',
  'Write m^2 or m2.': 'Schreiben Sie m^2 oder m2.',
  'Use K for temperature differences.': 'Nehmen Sie K für Temperaturdifferenzen.',
  'Type a number, for example "0.5" or "50 %".': 'Geben Sie eine Zahl ein, zum Beispiel „0.5“ oder „50 %“.',
  'Type a number and a unit, for example "12 {1}".':
    'Geben Sie eine Zahl und eine Einheit ein, zum Beispiel „12 {1}“.',
  'Write 3500 or 3.5 without the comma.': 'Schreiben Sie 3500 oder 3.5 ohne Komma.',
  // Projects and stored runs.
  'Expected a project of the format {1}.': 'Erwartet wird ein Projekt im Format {1}.',
  'Name or version is missing.': 'Name oder Version fehlt.',
  'The scenarios are missing.': 'Die Szenarien fehlen.',
  'The first scenario is not the baseline.': 'Das erste Szenario ist nicht die Ausgangslage.',
  'Two scenarios have the id “{1}”.': 'Zwei Szenarien haben die Kennung „{1}“.',
  'Expected a list.': 'Erwartet wird eine Liste.',
  'A bookmark has no name.': 'Ein Lesezeichen hat keinen Namen.',
  'Expected an object or null.': 'Erwartet wird ein Objekt oder null.',
  'Name or origin of the weather is missing.': 'Name oder Herkunft des Wetters fehlt.',
  'Expected {1} numbers, null where one is missing.': 'Erwartet werden {1} Zahlen, null, wo eine fehlt.',
  '{1} must be a whole number from {2} to {3}.': '{1p} muss eine ganze Zahl von {2} bis {3} sein.',
  '{1} must be a number from {2} to {3}.': '{1} muss eine Zahl von {2} bis {3} sein.',
  'The stored run cannot be read: {1}.': 'Der gespeicherte Lauf lässt sich nicht lesen: {1p}.',
  // Peaks and targets.
  'This is no peak.': 'Das ist keine Spitze.',
  'Give kilowatts above zero.': 'Geben Sie Kilowatt über null an.',
  'The element is not named, or twice.': 'Das Element ist nicht genannt, oder zweimal.',
  'One row an element.': 'Eine Zeile je Element.',
  'This is no time of a common year.': 'Das ist kein Zeitpunkt eines Jahres mit 365 Tagen.',
  'Write it as 2023-01-18T18:00, or leave it out.':
    'Schreiben Sie ihn als 2023-01-18T18:00, oder lassen Sie ihn weg.',
  'There is no such indicator here.': 'Eine solche Kennzahl gibt es hier nicht.',
  'The indicator has two targets.': 'Die Kennzahl hat zwei Ziele.',
  'Leave one of them.': 'Lassen Sie eines davon stehen.',
  // Sessions.
  'Expected a session of the format {1}.': 'Erwartet wird eine Sitzung im Format {1}.',
  'Open a session file.': 'Öffnen Sie eine Sitzungsdatei.',
  'The map has no such variable.': 'Die Karte hat keine solche Größe.',
  'One of {1}.': 'Eines von {1}.',
  'There is no such measure.': 'Eine solche Maßnahme gibt es nicht.',
  'Take a type of the measure library.': 'Nehmen Sie eine Art aus der Maßnahmenbibliothek.',
  'The first level is the present day.': 'Die erste Stufe ist der heutige Stand.',
  'Give it the share 0.': 'Geben Sie ihr den Anteil 0.',
  'Levels do not rise.': 'Die Stufen steigen nicht.',
  'Order them by their share.': 'Ordnen Sie sie nach ihrem Anteil.',
  'The session does not show this indicator, so its answer could not be revealed.':
    'Die Sitzung zeigt diese Kennzahl nicht; die Antwort ließe sich also nicht aufdecken.',
  'Add it to kpis, or ask for one of {1}.': 'Nehmen Sie sie in kpis auf, oder fragen Sie nach einer von {1}.',
  'Nothing stands for larger changes.': 'Für größere Änderungen steht nichts da.',
  'Leave the last open: null.': 'Lassen Sie das letzte offen: null.',
  'Limits do not rise.': 'Die Grenzen steigen nicht.',
  'Order the options by their limits.': 'Ordnen Sie die Antworten nach ihren Grenzen.',
  'This is no list.': 'Das ist keine Liste.',
  'Give a list of ids of levers.': 'Geben Sie eine Liste von Kennungen der Regler an.',
  'There are {1}.': 'Es sind {1}.',
  'Give {1} to {2}.': 'Geben Sie {1} bis {2} an.',
  'A text is missing.': 'Ein Text fehlt.',
  'Give a text, or one for en and one for de.': 'Geben Sie einen Text an, oder je einen für en und de.',
  'A text has {1} letters.': 'Ein Text hat {1} Buchstaben.',
  'This is no id.': 'Das ist keine Kennung.',
  'Use up to 60 letters, digits and hyphens.': 'Nehmen Sie bis zu 60 Buchstaben, Ziffern und Bindestriche.',
  'This number is not possible here.': 'Diese Zahl ist hier nicht möglich.',
  'A session has no such field.': 'Eine Sitzung hat kein solches Feld.',
  'Take it out.': 'Nehmen Sie es heraus.',
  'It stands there twice.': 'Es steht zweimal da.',
  'Keep one of them.': 'Behalten Sie eines davon.',
  'The session has no such lever.': 'Die Sitzung hat keinen solchen Regler.',
  'Name a lever by its id.': 'Nennen Sie einen Regler mit seiner Kennung.',
  'The level {1} cannot tell this indicator.': 'Die Ebene {1} kann diese Kennzahl nicht angeben.',
  'Ask the district for it, or for one of {1}.': 'Fragen Sie das Gebiet danach, oder nach einer von {1}.',
  'Take an id of the comparison table.': 'Nehmen Sie eine Kennung aus der Vergleichstabelle.',
};
