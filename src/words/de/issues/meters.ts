/** What reading meter data says, in German. */
export const METER_ISSUES: Readonly<Record<string, string>> = {
  'The register falls below the {1} of {2}: the time from {3} on is missing.':
    'Der Zählerstand fällt unter {1} aus {2}: Die Zeit ab {3} fehlt.',
  'If the meter was exchanged or rolled over, read the two parts by themselves.':
    'Wurde der Zähler getauscht oder ist er übergelaufen, lesen Sie die beiden Teile einzeln ein.',
  'If the meter was exchanged or rolled over, read the two parts by themselves; if export counts back, state the direction net; if these are no register readings, state the quantity.':
    'Wurde der Zähler getauscht oder ist er übergelaufen, lesen Sie die beiden Teile einzeln ein; zählt Einspeisung rückwärts, geben Sie als Richtung den Saldo an; sind es keine Zählerstände, geben Sie die Größe an.',
  'This period has no date at its other end; its energy is left out.':
    'Dieser Zeitraum hat am anderen Ende kein Datum; seine Energie bleibt außer Acht.',
  'Give the dates at both ends of each period.': 'Geben Sie für jeden Zeitraum beide Daten an.',
  'From {1} to {2} is much longer than the other periods: a bill is missing, or this one is for two. It is left out.':
    'Von {1} bis {2} ist viel länger als die anderen Zeiträume: Eine Rechnung fehlt, oder diese gilt für zwei. Sie bleibt außer Acht.',
  'Add the missing bill, or give the dates at both ends of each period.':
    'Ergänzen Sie die fehlende Rechnung, oder geben Sie für jeden Zeitraum beide Daten an.',
  'A period has at least a day and at most 400; the row is left out.':
    'Ein Zeitraum hat mindestens einen und höchstens 400 Tage; die Zeile bleibt außer Acht.',
  'Check the dates.': 'Prüfen Sie die Daten.',
  'The period begins before that of {1} ends; both are left out.':
    'Der Zeitraum beginnt, bevor der von {1} endet; beide bleiben außer Acht.',
  'Remove the row that does not belong, or state whether the last date is the period’s last day.':
    'Entfernen Sie die Zeile, die nicht dazugehört, oder geben Sie an, ob das letzte Datum der letzte Tag des Zeitraums ist.',
  'No period from {1} to {2}; this time is missing, not zero.':
    'Kein Zeitraum von {1} bis {2}; diese Zeit fehlt und ist nicht null.',
  'Add the missing bill, or go by the coverage.':
    'Ergänzen Sie die fehlende Rechnung, oder richten Sie sich nach der Abdeckung.',
  'This is no date, month or period; the row is left out.':
    'Das ist kein Datum, Monat oder Zeitraum; die Zeile bleibt außer Acht.',
  'Write the period as 2024-01-05 and 2024-02-04, or remove the row if it is no reading.':
    'Schreiben Sie den Zeitraum als 2024-01-05 und 2024-02-04, oder entfernen Sie die Zeile, wenn es kein Messwert ist.',
  'No row holds a period that can be used.': 'Keine Zeile enthält einen brauchbaren Zeitraum.',
  'Correct the rows listed.': 'Berichtigen Sie die aufgeführten Zeilen.',
  'This is no date in the order {1}; the row is left out.':
    'Das ist kein Datum in der Reihenfolge {1}; die Zeile bleibt außer Acht.',
  'Correct the date or state the order of day and month.':
    'Berichtigen Sie das Datum, oder geben Sie die Reihenfolge von Tag und Monat an.',
  'A meter of {1} does not count below zero; the value is left out.':
    'Ein Zähler für {1} zählt nicht unter null; der Wert bleibt außer Acht.',
  'If the column is the balance of import and export, state the direction net or net-export-positive.':
    'Ist die Spalte der Saldo aus Bezug und Einspeisung, geben Sie als Richtung den Saldo an.',
  'The largest mean power is not that of a building or a street: the unit is probably another one.':
    'Die größte mittlere Leistung passt weder zu einem Gebäude noch zu einer Straße: Die Einheit ist wohl eine andere.',
  'Check the unit and the interval, and state them.':
    'Prüfen Sie Einheit und Zeitschritt, und geben Sie beides an.',
  'This local time does not exist in {1}: the clock was put forward over it. The row is left out.':
    'Diese Ortszeit gibt es in {1p} nicht: Die Uhr wurde darüber hinweg vorgestellt. Die Zeile bleibt außer Acht.',
  'If the meter keeps standard time all year, state its fixed offset (for example +01:00) as the zone.':
    'Bleibt der Zähler das ganze Jahr in Normalzeit, geben Sie seinen festen Abstand (zum Beispiel +01:00) als Zeitzone an.',
  'The clock of {1} ran this hour twice (a day of 25 hours) and the file has it once; the row is left out.':
    'Die Uhr von {1p} lief durch diese Stunde zweimal (ein Tag mit 25 Stunden), die Datei hat sie einmal; die Zeile bleibt außer Acht.',
  'Export with offsets or in UTC, or state the fixed offset if the meter keeps standard time.':
    'Exportieren Sie mit Zeitabstand oder in UTC, oder geben Sie den festen Abstand an, wenn der Zähler in Normalzeit bleibt.',
  'The file is empty.': 'Die Datei ist leer.',
  'Export the readings again.': 'Exportieren Sie die Messwerte erneut.',
  'The separator cannot be told: {1}.': 'Das Trennzeichen lässt sich nicht erkennen: {1p}.',
  'State it.': 'Geben Sie es an.',
  'The time cannot be told: {1}.': 'Die Zeit lässt sich nicht erkennen: {1p}.',
  'Keep one column of time stamps (or a date and a time), named start or end.':
    'Behalten Sie eine Spalte mit Zeitstempeln (oder ein Datum und eine Uhrzeit), benannt als Anfang oder Ende.',
  'This row is in another unit than {1}; it is left out.':
    'Diese Zeile hat eine andere Einheit als {1}; sie bleibt außer Acht.',
  'Convert it, or remove it.': 'Rechnen Sie sie um, oder entfernen Sie sie.',
  'There is no reading; the interval is missing, not zero.':
    'Es gibt keinen Messwert; der Zeitschritt fehlt und ist nicht null.',
  'Ask the meter operator for it, or go by the coverage.':
    'Fragen Sie den Messstellenbetreiber danach, oder richten Sie sich nach der Abdeckung.',
  'This is no number with the decimal mark "{1}"; the interval is missing.':
    'Das ist keine Zahl mit dem Dezimalzeichen „{1}“; der Zeitschritt fehlt.',
  'Correct the cell, or state the decimal mark.':
    'Berichtigen Sie die Zelle, oder geben Sie das Dezimalzeichen an.',
  'The {1} was stated as {2}; the file says {3}. The statement holds.':
    'Angegeben ist {2w} ({1w}); die Datei sagt {3w}. Es gilt die Angabe.',
  'The column was stated as {1}; the file says {2}. The statement holds.':
    'Angegeben ist die Spalte {1}; die Datei sagt {2}. Es gilt die Angabe.',
  'Check the {1}.': 'Prüfen Sie die Angabe ({1w}).',
  'This is no time stamp; the row is left out.': 'Das ist kein Zeitstempel; die Zeile bleibt außer Acht.',
  'Write the time as 2024-01-31T00:15, or remove the row if it is no reading.':
    'Schreiben Sie die Zeit als 2024-01-31T00:15, oder entfernen Sie die Zeile, wenn es kein Messwert ist.',
  '{1} cells where most rows have {2}; the row is left out.':
    '{1} Zellen, wo die meisten Zeilen {2} haben; die Zeile bleibt außer Acht.',
  'Check the separators, and quotes around values with a decimal comma.':
    'Prüfen Sie die Trennzeichen, und Anführungszeichen um Werte mit Dezimalkomma.',
  'The reading has no start in seconds since 1970; it is left out.':
    'Der Messwert hat keinen Anfang in Sekunden seit 1970; er bleibt außer Acht.',
  'Download the feed again.': 'Laden Sie die Daten erneut herunter.',
  'The duration is no number of seconds within a year; the reading is left out.':
    'Die Dauer ist keine Zahl von Sekunden innerhalb eines Jahres; der Messwert bleibt außer Acht.',
  'This is no number; the interval is missing.': 'Das ist keine Zahl; der Zeitschritt fehlt.',
  'Ask the utility for the reading, or go by the coverage.':
    'Fragen Sie den Versorger nach dem Messwert, oder richten Sie sich nach der Abdeckung.',
  'Download the readings again.': 'Laden Sie die Messwerte erneut herunter.',
  'The file cannot be read as XML: {1}.': 'Die Datei lässt sich nicht als XML lesen: {1p}.',
  'Download it again; a Green Button file is an Atom feed.':
    'Laden Sie sie erneut herunter; eine Green-Button-Datei ist ein Atom-Feed.',
  'There is no IntervalBlock with a reading type of active energy or power.':
    'Es gibt keinen IntervalBlock mit einer Messgröße für Wirkenergie oder Wirkleistung.',
  'Download interval data of electricity, not bills only.':
    'Laden Sie Zeitreihen des Stroms herunter, nicht nur Rechnungen.',
  '{1} is left out: {2}.': '{1} bleibt außer Acht: {2p}.',
  'Nothing to do if it is no electricity; else state the unit.':
    'Nichts zu tun, wenn es kein Strom ist; sonst geben Sie die Einheit an.',
  'Most readings last {1}; this one is left out.':
    'Die meisten Messwerte dauern {1}; dieser bleibt außer Acht.',
  'Download the parts with different intervals by themselves.':
    'Laden Sie die Teile mit verschiedenen Zeitschritten einzeln herunter.',
  'The links of this block lead to no reading type: its unit is not known and it is left out.':
    'Die Verweise dieses Blocks führen zu keiner Messgröße: Seine Einheit ist nicht bekannt, und er bleibt außer Acht.',
  'Download the feed whole, with its MeterReading and ReadingType entries.':
    'Laden Sie die Daten vollständig herunter, mit den Einträgen MeterReading und ReadingType.',
  'No line holds a time stamp with a value beside it.':
    'Keine Zeile enthält einen Zeitstempel mit einem Wert daneben.',
  'Give a CSV file with one reading in each line, such as 2024-01-31T00:15,0.12.':
    'Geben Sie eine CSV-Datei mit einem Messwert je Zeile, etwa 2024-01-31T00:15,0.12.',
  'Each line holds a whole day, one column for each interval, but {1}.':
    'Jede Zeile enthält einen ganzen Tag, eine Spalte je Zeitschritt, aber {1p}.',
  'Give each line a date and the columns times from 00:00 on or numbers from 1 on, or export one reading in each line.':
    'Geben Sie jeder Zeile ein Datum und den Spalten Uhrzeiten ab 00:00 oder Nummern ab 1, oder exportieren Sie einen Messwert je Zeile.',
  'The layout was stated as {1}, but {2}.': 'Als Aufbau ist {1} angegeben, aber {2p}.',
  'State another layout, or leave it to be detected.':
    'Geben Sie einen anderen Aufbau an, oder lassen Sie ihn erkennen.',
  'Rows have {1} cells, the heading has {2}: perhaps a decimal comma in a file separated by commas.':
    'Zeilen haben {1} Zellen, die Kopfzeile hat {2}: vielleicht ein Dezimalkomma in einer durch Kommas getrennten Datei.',
  'Export with semicolons, or put quotes around the values.':
    'Exportieren Sie mit Semikolons, oder setzen Sie die Werte in Anführungszeichen.',
  'The heading does not end in a unit.': 'Die Überschrift endet nicht mit einer Einheit.',
  'End the heading with one, such as _w or _kwh.':
    'Lassen Sie die Überschrift mit einer enden, etwa _w oder _kwh.',
  'This is no number.': 'Das ist keine Zahl.',
  'The hours are 1 to {1}, each once.': 'Die Stunden sind 1 bis {1}, jede einmal.',
  'Write the file again.': 'Schreiben Sie die Datei neu.',
  '{1} columns may be meant.': '{1} Spalten könnten gemeint sein.',
  'There is no such column.': 'Eine solche Spalte gibt es nicht.',
  'The interval of {1} that begins here runs into another one; both are left out where they overlap.':
    'Der Zeitschritt von {1}, der hier beginnt, läuft in einen anderen; wo sie sich überschneiden, bleiben beide außer Acht.',
  'Remove the row that does not belong.': 'Entfernen Sie die Zeile, die nicht dazugehört.',
  "The reading does not lie on the file's steps of {1} and would overlap its neighbours; it is left out.":
    'Der Messwert liegt nicht auf den Zeitschritten der Datei von {1} und würde seine Nachbarn überschneiden; er bleibt außer Acht.',
  'Check the time, or remove the row.': 'Prüfen Sie die Zeit, oder entfernen Sie die Zeile.',
  'No reading from {1} to {2}; these intervals are missing, not zero.':
    'Kein Messwert von {1} bis {2}; diese Zeitschritte fehlen und sind nicht null.',
  'Ask the meter operator for the missing readings, or go by the coverage.':
    'Fragen Sie den Messstellenbetreiber nach den fehlenden Messwerten, oder richten Sie sich nach der Abdeckung.',
  'No row holds a reading that can be used.': 'Keine Zeile enthält einen brauchbaren Messwert.',
  'The file is larger than ten years of minutes and was not read.':
    'Die Datei ist größer als zehn Jahre in Minuten und wurde nicht gelesen.',
  'Split it by years.': 'Teilen Sie sie nach Jahren.',
  'Since the reading of {1} the register changed by {2} kWh in {3} h; when is not known, so it is not counted.':
    'Seit dem Stand aus {1} änderte sich der Zähler in {3} h um {2} kWh; wann, ist nicht bekannt, also zählt es nicht.',
  'Ask for the readings in between, or add this energy to the total by hand.':
    'Fragen Sie nach den Ständen dazwischen, oder zählen Sie diese Energie von Hand zur Summe.',
  'The {1} cannot be told: {2}.': 'Nicht zu erkennen ({1w}): {2p}.',
  'State the {1}.': 'Geben Sie es an ({1w}).',
  'State the {1}: {2}.': 'Geben Sie es an ({1w}): {2a}.',
  'State the column: {1}.': 'Geben Sie die Spalte an: {1p}.',
  'The {1} is taken to be {2}: {3}.': 'Angenommen wird {2w} ({1w}): {3p}.',
  'The column is taken to be {1}: {2}.': 'Angenommen wird die Spalte {1}: {2p}.',
  'Confirm it, or state the {1}: {2}.': 'Bestätigen Sie es, oder geben Sie es an ({1w}): {2a}.',
  'Intervals are whole minutes that divide the hour, whole hours that divide the day, or whole days.':
    'Zeitschritte sind ganze Minuten, die die Stunde teilen, ganze Stunden, die den Tag teilen, oder ganze Tage.',
  'Export quarter hours or hours, or state the interval if it was told wrong.':
    'Exportieren Sie Viertelstunden oder Stunden, oder geben Sie den Zeitschritt an, wenn er falsch erkannt wurde.',
  'There is no such time zone.': 'Eine solche Zeitzone gibt es nicht.',
  'Use an IANA name (Europe/Berlin), UTC, or a fixed offset (+01:00).':
    'Nehmen Sie einen IANA-Namen (Europe/Berlin), UTC oder einen festen Abstand (+01:00).',
  'The time lies far from all the others; the row is left out.':
    'Die Zeit liegt weit von allen anderen entfernt; die Zeile bleibt außer Acht.',
  'Check the year.': 'Prüfen Sie das Jahr.',
  'The file runs from the latest reading to the earliest; it was turned round.':
    'Die Datei läuft vom spätesten Messwert zum frühesten; sie wurde umgedreht.',
  'The time goes back; the row was sorted in.': 'Die Zeit springt zurück; die Zeile wurde eingeordnet.',
  'Check whether the file was put together from several exports.':
    'Prüfen Sie, ob die Datei aus mehreren Exporten zusammengesetzt ist.',
  '{1} stands already on {2}; it is counted once.': '{1} steht schon in {2}; es zählt einmal.',
  '{1} stands on {2} with {3}; neither is used.':
    '{1} steht in {2} mit {3}; keines von beiden wird verwendet.',
  'Remove one of the two rows.': 'Entfernen Sie eine der beiden Zeilen.',
  'Find out which row is right and remove the other.':
    'Finden Sie heraus, welche Zeile stimmt, und entfernen Sie die andere.',
  'From {1} to {2} the interval is {3}, elsewhere {4}; these rows are left out.':
    'Von {1} bis {2} beträgt der Zeitschritt {3}, sonst {4}; diese Zeilen bleiben außer Acht.',
  'Split the file where the interval changes and read each part by itself.':
    'Teilen Sie die Datei, wo sich der Zeitschritt ändert, und lesen Sie jeden Teil einzeln ein.',
};
