/** Why something of a meter file is taken to be so or cannot be told, in German: parts of sentences. */
export const METER_REASONS: Readonly<Record<string, string>> = {
  // Layout and separator.
  'the cells are separated by commas': 'die Zellen sind durch Kommas getrennt',
  'no separator gives lines with a time stamp and a value':
    'kein Trennzeichen ergibt Zeilen mit Zeitstempel und Wert',
  'a {1} and a {2} both give rows of readings': '{1w} und {2w} ergeben beide Zeilen mit Messwerten',
  '{1} of the first {2} lines are a time stamp and values when split at each {3}':
    '{1} der ersten {2} Zeilen sind Zeitstempel und Werte, wenn man an jedem Zeichen „{3w}“ trennt',
  'each line has a month': 'jede Zeile hat einen Monat',
  'each line has the dates of a period': 'jede Zeile hat die Daten eines Zeitraums',
  'each line has two dates, weeks apart': 'jede Zeile hat zwei Daten, Wochen auseinander',
  'the dates lie weeks apart': 'die Daten liegen Wochen auseinander',
  'each line has a time stamp and its reading': 'jede Zeile hat einen Zeitstempel und ihren Messwert',
  'no line below the times of the day begins with a date':
    'unter den Uhrzeiten beginnt keine Zeile mit einem Datum',
  'its lines have {1} cells and the heading {2}; perhaps a decimal comma in a file separated by commas':
    'die Zeilen haben {1} Zellen und die Kopfzeile {2}; vielleicht ein Dezimalkomma in einer durch Kommas getrennten Datei',
  'its times do not make up one day': 'die Uhrzeiten ergeben keinen ganzen Tag',
  'its columns {1} to {2} do not make up one day': 'die Spalten {1} bis {2} ergeben keinen ganzen Tag',
  'its columns have no times of the day for a heading': 'die Spalten haben keine Uhrzeiten als Überschrift',
  'many dates stand on several lines; keep one flow of one meter':
    'viele Daten stehen in mehreren Zeilen; behalten Sie eine Messgröße eines Zählers',
  'no line holds a date and the values of a day': 'keine Zeile enthält ein Datum und die Werte eines Tages',
  'no column holds months, periods or single dates':
    'keine Spalte enthält Monate, Zeiträume oder einzelne Daten',
  // Columns, units and quantities.
  'there is no value column "{1}"': 'eine Spalte „{1}“ mit Werten gibt es nicht',
  'no column holds numbers of energy or power': 'keine Spalte enthält Zahlen von Energie oder Leistung',
  'no column holds time stamps': 'keine Spalte enthält Zeitstempel',
  '{1} columns may hold the values': '{1} Spalten könnten die Werte enthalten',
  'the one column of energy or power is "{1}"': 'die einzige Spalte mit Energie oder Leistung ist „{1}“',
  '"{1}" is the column of that direction': '„{1}“ ist die Spalte dieser Richtung',
  'the headings name their directions': 'die Überschriften nennen ihre Richtungen',
  'the column of units says "{1}"': 'die Spalte der Einheiten sagt „{1}“',
  '"{1}" and the column of units ("{2}") disagree':
    '„{1}“ und die Spalte der Einheiten („{2}“) widersprechen sich',
  'no unit is named': 'keine Einheit ist genannt',
  '"{1}" names no unit': '„{1}“ nennt keine Einheit',
  '"{1}" is milli by its spelling and mega by use':
    '„{1}“ ist der Schreibweise nach Milli und dem Gebrauch nach Mega',
  '{1} is a unit of power': '{1} ist eine Einheit der Leistung',
  '{1} is a unit of {2}, {3} was asked for': '{1} ist eine Einheit ({2w}), verlangt war {3w}',
  'a register is read at an instant': 'ein Zählerstand wird zu einem Zeitpunkt abgelesen',
  'each period has its own energy': 'jeder Zeitraum hat seine eigene Energie',
  'a period with two dates has an energy, register was asked for':
    'ein Zeitraum mit zwei Daten hat eine Energie, verlangt war ein Zählerstand',
  'none of {1} values is below the one before it, as in a register':
    'keiner von {1} Werten liegt unter dem davor, wie bei einem Zählerstand',
  'the values fall as well as rise': 'die Werte fallen und steigen',
  'none of the {1} values falls, which is too little to tell':
    'keiner der {1} Werte fällt, und das sagt zu wenig',
  '"{1}" names a register, but {2} of {3} values fall':
    '„{1}“ nennt einen Zählerstand, aber {2} von {3} Werten fallen',
  'the {1} values only rise: a register, or energies that happen to':
    'die {1} Werte steigen nur: ein Zählerstand, oder zufällig Energien',
  'only {1} of {2} values are below the one before them: a register that was exchanged, or energies':
    'nur {1} von {2} Werten liegen unter dem davor: ein getauschter Zähler, oder Energien',
  'no heading names a direction and no value is negative':
    'keine Überschrift nennt eine Richtung, und kein Wert ist negativ',
  'some values are negative and the heading does not say which way counts positive':
    'einige Werte sind negativ, und die Überschrift sagt nicht, welche Richtung positiv zählt',
  'the columns of a day are one flow': 'die Spalten eines Tages sind eine Messgröße',
  'a day in each line has the one flow "{1}"': 'ein Tag je Zeile hat die eine Messgröße „{1}“',
  // Marks, order of dates and times.
  '"{1}" reads one way only': '„{1}“ lässt sich nur auf eine Weise lesen',
  'the values are whole numbers': 'die Werte sind ganze Zahlen',
  '"{1}" reads with a decimal point, "{2}" with a decimal comma':
    '„{1}“ liest sich mit Dezimalpunkt, „{2}“ mit Dezimalkomma',
  'the mark in "{1}" may stand for thousands or for decimals':
    'das Zeichen in „{1}“ kann Tausender oder Dezimalstellen abtrennen',
  'seconds or milliseconds since 1970': 'Sekunden oder Millisekunden seit 1970',
  'seconds since 1970, as the standard has it': 'Sekunden seit 1970, wie die Norm es vorsieht',
  'the year or a month name stands first': 'das Jahr oder ein Monatsname steht vorn',
  'dates with points are day first': 'bei Daten mit Punkten steht der Tag vorn',
  'the first number goes beyond 12': 'die erste Zahl geht über 12 hinaus',
  'the second number goes beyond 12': 'die zweite Zahl geht über 12 hinaus',
  'day and month are the same number': 'Tag und Monat sind dieselbe Zahl',
  'read the other way the days do not follow each other':
    'andersherum gelesen folgen die Tage nicht aufeinander',
  'read the other way the periods do not follow each other':
    'andersherum gelesen folgen die Zeiträume nicht aufeinander',
  '{1}/{2} may be day {3} of month {4} or the reverse':
    '{1}/{2} kann Tag {3} des Monats {4} sein oder umgekehrt',
  'the order of day and month decides it': 'die Reihenfolge von Tag und Monat entscheidet es',
  'the date order comes first': 'zuerst ist die Reihenfolge des Datums zu klären',
  'months have no day': 'Monate haben keinen Tag',
  // Interval and zone.
  '{1} of {2} steps are {3}': '{1} von {2} Schritten dauern {3}',
  'there is no second time stamp to tell the interval from':
    'es gibt keinen zweiten Zeitstempel, aus dem der Zeitschritt folgt',
  'columns of {1}': 'Spalten von {1}',
  'columns from {1} to {2}': 'Spalten von {1} bis {2p}',
  'columns {1} to {2}': 'Spalten {1} bis {2p}',
  '{1} columns of numbers': '{1} Spalten mit Zahlen',
  '{1}, by the clock: the hour left out in spring is empty, {2} each':
    '{1}, nach der Uhr: Die im Frühjahr ausgelassene Stunde ist leer, je {2}',
  '{1}, by the clock: the hour left out in spring is empty, counted from midnight, {2} each':
    '{1}, nach der Uhr: Die im Frühjahr ausgelassene Stunde ist leer, von Mitternacht an gezählt, je {2}',
  '{1}, by the clock: the hour left out in spring is empty':
    '{1}, nach der Uhr: Die im Frühjahr ausgelassene Stunde ist leer',
  '{1}, counted from midnight, {2} each': '{1p}, von Mitternacht an gezählt, je {2}',
  '{1}, {2} each': '{1p}, je {2}',
  'the offset written in every stamp': 'der Abstand, der in jedem Zeitstempel steht',
  'some stamps carry an offset from UTC and some do not':
    'einige Zeitstempel tragen einen Abstand zu UTC und einige nicht',
  'the stamps carry {1}; calendar days are counted in the lowest':
    'die Zeitstempel tragen {1p}; Kalendertage zählen im kleinsten',
  'the hours left out or repeated are those of a local clock with daylight saving':
    'die ausgelassenen oder wiederholten Stunden sind die einer Ortszeit mit Sommerzeit',
  'local times without a zone; no change of the clock is seen in them':
    'Ortszeiten ohne Zeitzone; eine Umstellung der Uhr ist nicht zu sehen',
  '{1}; taken for the clock of the district': '{1}; angenommen wird die Uhr des Gebiets',
  '{1}; taken for the standard time of the district, without daylight saving':
    '{1}; angenommen wird die Normalzeit des Gebiets, ohne Sommerzeit',
  'the feed has no LocalTimeParameters': 'die Datei hat keine LocalTimeParameters',
  'its LocalTimeParameters name no clock': 'die LocalTimeParameters nennen keine Uhr',
  // Starts and ends of periods.
  'the heading of the time': 'die Überschrift der Zeit',
  'the heading of the date': 'die Überschrift des Datums',
  'the file begins or ends with a whole day of starts':
    'die Datei beginnt oder endet mit einem ganzen Tag aus Anfängen',
  'the file begins or ends with a whole day of ends':
    'die Datei beginnt oder endet mit einem ganzen Tag aus Enden',
  'neither the heading nor the ends of the file tell starts from ends':
    'weder Überschrift noch Anfang und Ende der Datei unterscheiden Anfänge von Enden',
  'the first date of each period': 'das erste Datum jedes Zeitraums',
  'every date is the first of its month': 'jedes Datum ist das erste seines Monats',
  'every date is the last of its month': 'jedes Datum ist das letzte seines Monats',
  'the ends have times of the day': 'die Enden haben Uhrzeiten',
  '{1} periods begin on the day after another’s end':
    '{1} Zeiträume beginnen am Tag nach dem Ende eines anderen',
  '{1} periods begin on the day of another’s end': '{1} Zeiträume beginnen am Tag, an dem ein anderer endet',
  'the periods are whole months': 'die Zeiträume sind ganze Monate',
  'a reading closes one period and opens the next':
    'eine Ablesung beendet einen Zeitraum und beginnt den nächsten',
  'no period follows another': 'kein Zeitraum folgt auf einen anderen',
  'no heading tells whether the dates begin or end their periods':
    'keine Überschrift sagt, ob die Daten ihre Zeiträume beginnen oder beenden',
  // Green Button.
  'the one reading type': 'die einzige Messgröße',
  'the reading type comes first': 'zuerst ist die Messgröße zu klären',
  'there are {1} meter readings': 'es gibt {1} Messreihen (MeterReading)',
  'flowDirection is missing': 'flowDirection fehlt',
  'there is no element in it': 'es ist kein Element darin',
  'it is nested deeper than any feed': 'sie ist tiefer verschachtelt als jeder Feed',
  'uom is missing and is no active energy or power (72 Wh, 38 W, 31 J)':
    'uom fehlt und ist weder Wirkenergie noch Wirkleistung (72 Wh, 38 W, 31 J)',
  'uom {1} is no active energy or power (72 Wh, 38 W, 31 J)':
    'uom {1} ist weder Wirkenergie noch Wirkleistung (72 Wh, 38 W, 31 J)',
  'powerOfTenMultiplier "{1}" is no power of ten': 'powerOfTenMultiplier „{1}“ ist keine Zehnerpotenz',
  'most readings last {1}': 'die meisten Messwerte dauern {1}',
  'local times without a zone; some stand twice': 'Ortszeiten ohne Zeitzone; einige stehen zweimal da',
  '"{1}" names {2}': '„{1}“ nennt {2p}',
  '"{1}" names {2} meter readings': '„{1}“ nennt {2} Messreihen (MeterReading)',
  'days in a row': 'Tage in Folge',
  'its clock changes fit the file': 'seine Zeitumstellungen passen zur Datei',
  'the clock of the district with daylight saving': 'die Uhr des Gebiets mit Sommerzeit',
  'a clock without daylight saving': 'eine Uhr ohne Sommerzeit',
  'each date begins a period': 'jedes Datum beginnt einen Zeitraum',
  'each date ends a period': 'jedes Datum beendet einen Zeitraum',
  'as {1} per interval the file comes to {2} kWh': 'mit {1} je Zeitschritt ergibt die Datei {2} kWh',
  "{1} with daylight saving by the feed's own rules": '{1} mit Sommerzeit nach den eigenen Regeln der Datei',
  'a zone such as {1}': 'eine Zeitzone wie {1}',
  'days and months are then counted there': 'Tage und Monate zählen dann dort',
  'their flow directions differ': 'ihre Flussrichtungen sind verschieden',
  'unknown direction, {1}': 'unbekannte Richtung, {1}',
  'it is larger than ten years of quarter hours': 'sie ist größer als zehn Jahre in Viertelstunden',
  'day {1n}, month {2n}': 'Tag {1}, Monat {2}',
  'month {1n}, day {2n}': 'Monat {1}, Tag {2}',
  '{1n} steps': '{1} Schritte',
  'dates weeks apart': 'Daten Wochen auseinander',
  'whole months': 'ganze Monate',
  '{1} hold time stamps': '{1} enthalten Zeitstempel',
  'import counts positive, export negative': 'Bezug zählt positiv, Einspeisung negativ',
  'export counts positive, import negative': 'Einspeisung zählt positiv, Bezug negativ',
  'by its heading': 'nach der Überschrift',
  'by its values': 'nach den Werten',
  'a load that never falls': 'eine Last, die nie sinkt',
  'the negative values are errors': 'die negativen Werte sind Fehler',
  'the day of the date is still counted': 'der Tag des Datums zählt noch mit',
  'the last date is the first day that is not counted':
    'das letzte Datum ist der erste Tag, der nicht mehr zählt',
  'the file was not read that far': 'so weit wurde die Datei nicht gelesen',
  'not in files of this kind': 'nicht in Dateien dieser Art',
  'stated by the caller': 'ausdrücklich angegeben',
};
