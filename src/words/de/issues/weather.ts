/** What reading weather says, in German. */
export const WEATHER_ISSUES: Readonly<Record<string, string>> = {
  'The file is far larger than a year of hourly weather and was not read.':
    'Die Datei ist viel größer als ein Jahr stündliches Wetter und wurde nicht gelesen.',
  'Choose an EPW file of one year (about 2 MB).': 'Wählen Sie eine EPW-Datei eines Jahres (etwa 2 MB).',
  '{1} must lie between {2} and {3} {4}.': '{1p} muss zwischen {2} und {3} {4} liegen.',
  '{1} is not a number.': '{1p} ist keine Zahl.',
  'Correct column {1}, or write the missing code {2}.':
    'Berichtigen Sie Spalte {1}, oder schreiben Sie den Code für fehlende Werte, {2}.',
  'The row has {1} columns; at least {2} are needed (to wind speed).':
    'Die Zeile hat {1} Spalten; mindestens {2} sind nötig (bis zur Windgeschwindigkeit).',
  'Write every column of the EPW data dictionary, with missing codes where nothing is known.':
    'Schreiben Sie jede Spalte der EPW-Beschreibung, mit dem Code für fehlende Werte, wo nichts bekannt ist.',
  '{1} missing hour(s) of {2} are interpolated.': '{1} fehlende Stunde(n) von {2p} sind interpoliert.',
  '{1} hours of {2} are missing; up to {3} h are interpolated.':
    '{1} Stunden von {2p} fehlen; bis zu {3} h werden interpoliert.',
  'Nothing to do, or supply the values.': 'Nichts zu tun, oder ergänzen Sie die Werte.',
  'Supply the values or choose another weather file.':
    'Ergänzen Sie die Werte, oder wählen Sie eine andere Wetterdatei.',
  '{1} hour(s) of {2} are computed from {3}.': '{1} Stunde(n) von {2p} sind berechnet aus {3p}.',
  'Dew point and relative humidity are both missing for {1} h; one of them is needed.':
    'Taupunkt und relative Feuchte fehlen beide für {1} h; eines davon ist nötig.',
  'Supply one of the two or choose another weather file.':
    'Ergänzen Sie eines von beiden, oder wählen Sie eine andere Wetterdatei.',
  'LOCATION gives no usable {1}; expected a number from {2} to {3}.':
    'LOCATION gibt keinen brauchbaren Wert an ({1w}); erwartet wird eine Zahl von {2} bis {3}.',
  'Write the {1} in column {2} of the LOCATION line.':
    'Schreiben Sie den Wert ({1w}) in Spalte {2} der Zeile LOCATION.',
  'DATA PERIODS names no weekday for 1 January; Monday is taken.':
    'DATA PERIODS nennt keinen Wochentag für den 1. Januar; angenommen wird Montag.',
  'Write a weekday in column 5 of DATA PERIODS if another one is wanted.':
    'Schreiben Sie einen Wochentag in Spalte 5 von DATA PERIODS, wenn es ein anderer sein soll.',
  'Only hourly files are read: DATA PERIODS must state one record per hour.':
    'Nur stündliche Dateien werden gelesen: DATA PERIODS muss einen Datensatz je Stunde angeben.',
  'Average the records to hours and write 1 in column 3 of DATA PERIODS.':
    'Mitteln Sie die Datensätze auf Stunden, und schreiben Sie 1 in Spalte 3 von DATA PERIODS.',
  'The header line {1} is missing, so this is not an EnergyPlus weather file.':
    'Die Kopfzeile {1} fehlt; das ist also keine EnergyPlus-Wetterdatei.',
  'Choose a file in EPW format: eight header lines from LOCATION to DATA PERIODS, then 8,760 rows.':
    'Wählen Sie eine Datei im EPW-Format: acht Kopfzeilen von LOCATION bis DATA PERIODS, dann 8760 Zeilen.',
  'This is no hour of a year; hours count from 1 to 24.':
    'Das ist keine Stunde eines Jahres; Stunden zählen von 1 bis 24.',
  'Correct month, day and hour in columns 2 to 4 of this line.':
    'Berichtigen Sie Monat, Tag und Stunde in den Spalten 2 bis 4 dieser Zeile.',
  '{1} hour(s) are missing before this line.': 'Vor dieser Zeile fehlen {1} Stunde(n).',
  'This hour repeats or goes back behind the line before it.':
    'Diese Stunde wiederholt sich oder liegt vor der Zeile davor.',
  'Bring the rows into order, one for each hour from 1/1 hour 1 to 12/31 hour 24.':
    'Bringen Sie die Zeilen in Ordnung, eine für jede Stunde vom 1.1., Stunde 1, bis 31.12., Stunde 24.',
  '{1} row(s) of 29 February are left out: a year here has 365 days.':
    '{1} Zeile(n) des 29. Februar sind weggelassen: Ein Jahr hat hier 365 Tage.',
  'Nothing to do.': 'Nichts zu tun.',
  'The file has {1} hourly rows; a year has 8760.': 'Die Datei hat {1} Stundenzeilen; ein Jahr hat 8760.',
  'Give one row for each hour of a whole year; see the hours listed as missing or out of order.':
    'Geben Sie eine Zeile für jede Stunde eines ganzen Jahres; siehe die als fehlend oder ungeordnet aufgeführten Stunden.',
  'The district was made with a weather file, which it does not contain.':
    'Das Gebiet wurde mit einer Wetterdatei angelegt, die es nicht enthält.',
  'Give {1}, another EPW file, or name a climate.':
    'Geben Sie {1} oder eine andere EPW-Datei, oder nennen Sie ein Klima.',
  'There are no normals for this climate.': 'Für dieses Klima gibt es keine Mittelwerte.',
  'Use one of {1}.': 'Wählen Sie eines von {1}.',
  'The climate belongs to the other hemisphere: its seasons and its sun are turned round.':
    'Das Klima gehört zur anderen Halbkugel: Jahreszeiten und Sonne sind umgekehrt.',
  'Give an EPW file of the place.': 'Geben Sie eine EPW-Datei des Orts.',
};
