/** Sentences of the core about works that a study proposes or leaves out, as they stand there. */
export const OPTION_NAMES: Readonly<Record<string, string>> = {
  'Hot-water tanks recharged in off-peak hours': 'Warmwasserspeicher, geladen in Schwachlaststunden',
  'Hot-water tanks recharged in off-peak hours and with surplus of the panels':
    'Warmwasserspeicher, geladen in Schwachlaststunden und mit Überschuss der Photovoltaik',
  'Other open points of all rings': 'Andere Trennstellen aller Ringe',
  'Another open point of its ring': 'Eine andere Trennstelle des Rings',
  'A rating of the transformer by weather and load':
    'Eine Bemessung des Transformators nach Wetter und Belastung',
  'A second station beside the present one': 'Eine zweite Station neben der heutigen',
  'A second station at the far end of its worst feeder':
    'Eine zweite Station am fernen Ende des schlechtesten Abgangs',
  'Tap further on': 'Anzapfung weiter',
  'Line regulators half-way down the feeders out of their band':
    'Längsregler auf halber Länge der Abgänge außerhalb ihres Spannungsbands',
  'A parallel cable': 'Ein Parallelkabel',
  'nothing is outside its limits here': 'hier ist nichts außerhalb seiner Grenzen',
  mix: 'Mischung',
  done: 'fertig',
  'The scenario adds no electric cars here.': 'Das Szenario bringt hier keine E-Autos dazu.',
  'The scenario itself adds this line: a measure cannot name it.':
    'Das Szenario selbst fügt diese Leitung hinzu: Eine Maßnahme kann sie nicht benennen.',
  'Voltage is too low in some hours and too high in others.':
    'Die Spannung ist in manchen Stunden zu niedrig und in anderen zu hoch.',
  'The tap is at its end.': 'Die Anzapfung ist am Ende.',
  'It would change nothing here.': 'Es würde hier nichts ändern.',
  'What it costs is not known.': 'Was es kostet, ist nicht bekannt.',
  'Its power flow has steps without a solution.': 'Sein Lastfluss hat Zeitschritte ohne Lösung.',
  'There is nothing to do.': 'Es gibt nichts zu tun.',
  'There is nothing here that it could be taken at.': 'Hier gibt es nichts, woran es möglich wäre.',
  'One stands there already.': 'Dort steht schon eines.',
  'There is no household here.': 'Hier ist kein Haushalt.',
  'The critical days lie in December, January and February, which is summer here.':
    'Die kritischen Tage liegen im Dezember, Januar und Februar; das ist hier Sommer.',
  'There is a battery already.': 'Es gibt schon eine Batterie.',
  'There are no panels, so there is nothing to store.':
    'Es gibt keine Photovoltaik, also nichts zu speichern.',
  'There is a tank already.': 'Es gibt schon einen Speicher.',
  'There is no heat pump here.': 'Hier ist keine Wärmepumpe.',
  'Its heating avoids the peak already.': 'Die Heizung meidet die Spitze schon.',
  'There are no panels to control.': 'Es gibt keine Photovoltaik zu regeln.',
  'The whole envelope has been refurbished already; nothing is counted twice.':
    'Die ganze Gebäudehülle ist schon saniert; nichts wird doppelt gezählt.',
  'Somebody switches its appliances off already.': 'Die Geräte werden schon geschaltet.',
  'Its set-point is that low already.': 'Der Sollwert ist schon so niedrig.',
  'Its tap stands there already.': 'Die Anzapfung steht schon dort.',
  'Its type is not known.': 'Der Typ ist nicht bekannt.',
  'There is no larger transformer in the catalogue.': 'Im Katalog gibt es keinen größeren Transformator.',
  'No transformer of the catalogue holds that peak.': 'Kein Transformator des Katalogs trägt diese Spitze.',
  'A transformer of that size stands here already.': 'Hier steht schon ein Transformator dieser Größe.',
  'There is no transformer of that size in the catalogue.':
    'Im Katalog gibt es keinen Transformator dieser Größe.',
  'It is itself the second station of another one.': 'Sie ist selbst die zweite Station einer anderen.',
  'It has a second station already.': 'Sie hat schon eine zweite Station.',
  'The network runs in closed loops: what would be split cannot be said.':
    'Das Netz ist vermascht: Was geteilt würde, lässt sich nicht sagen.',
  'The network runs in closed loops: which way power takes cannot be said here.':
    'Das Netz ist vermascht: Welchen Weg die Leistung nimmt, lässt sich hier nicht sagen.',
  'It feeds no low-voltage network.': 'Er speist kein Niederspannungsnetz.',
  'It has fewer than two feeders to share out.': 'Sie hat weniger als zwei Abgänge zum Aufteilen.',
  'It has no feeder with more than one joint.': 'Sie hat keinen Abgang mit mehr als einer Muffe.',
  'Its worst feeder has all of its demand in one place.':
    'Der schlechteste Abgang hat seinen ganzen Bedarf an einer Stelle.',
  'Its worst feeder is open already.': 'Der schlechteste Abgang ist schon offen.',
  'The MV cable of the catalogue is for lower voltages than this station has.':
    'Das MS-Kabel des Katalogs ist für niedrigere Spannungen als die dieser Station.',
  'There is no thicker type in the catalogue; lay a parallel one.':
    'Im Katalog gibt es keinen stärkeren Typ; legen Sie ein Parallelkabel.',
  'A line of that size lies here already.': 'Hier liegt schon eine Leitung dieser Größe.',
  'It is an overhead line, to which no cable is laid in parallel.':
    'Es ist eine Freileitung; zu ihr wird kein Kabel parallel gelegt.',
  'As many parallel cables lie here already.': 'Hier liegen schon so viele Parallelkabel.',
  'It is no low-voltage line.': 'Es ist keine Niederspannungsleitung.',
  'It feeds nothing as the switches stand.': 'Sie versorgt bei der jetzigen Stellung der Schalter nichts.',
  'It is not where half of its feeder’s estimated drop is passed.':
    'Sie liegt nicht dort, wo die Hälfte des geschätzten Spannungsfalls ihres Abgangs erreicht ist.',
  'Its regulator has these figures already.': 'Ihr Regler hat diese Werte schon.',
  'Its tap changer has these figures already.': 'Sein Stufenschalter hat diese Werte schon.',
  'No open line joins its ring or feeder to another way of supply.':
    'Keine offene Leitung verbindet Ring oder Abgang mit einer anderen Versorgung.',
  'No other line of its ring can be opened.': 'Keine andere Leitung des Rings lässt sich öffnen.',
  'Its ring is open where the load is spread best already.':
    'Der Ring ist schon dort offen, wo sich die Last am besten verteilt.',
};

/** Sentences with something in them, as a form and its German one; parts are put into German by the same tables. */
export const OPTION_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(.+), taken by ([\d.]+) % of the households$/, '{1}, gewählt von {2} % der Haushalte'],
  [/^Export limit of ([\d.]+) % of the panels’ power$/, 'Einspeisegrenze bei {1} % der PV-Leistung'],
  [/^Set-point of the primary substation ([\d.]+) % lower$/, 'Sollwert des Umspannwerks {1} % niedriger'],
  [/^Transformer 1 size larger$/, 'Transformator eine Größe größer'],
  [/^Transformer (\d+) sizes larger$/, 'Transformator {1} Größen größer'],
  [/^Tap of the transformer to (-?[\d.]+) %$/, 'Anzapfung des Transformators auf {1} %'],
  [/^An on-load tap changer that holds ([\d.]+) %$/, 'Ein regelbarer Transformator (rONT), der {1} % hält'],
  [
    /^Feeder battery of ([\d.]+) % of the transformer's rating for ([\d.]+) h$/,
    'Netzbatterie von {1} % der Bemessungsleistung des Transformators für {2} h',
  ],
  [/^(A parallel cable|\d+ parallel cables) beside (.+)$/, '{1} neben {2}'],
  [/^(\d+) parallel cables$/, '{1} Parallelkabel'],
  [/^Cable 1 size thicker in the place of (.+)$/, 'Kabel eine Größe stärker anstelle von {1}'],
  [/^Cable (\d+) sizes thicker in the place of (.+)$/, 'Kabel {1} Größen stärker anstelle von {2}'],
  [/^line (\S+)$/, 'Leitung {1}'],
  [/^(\d+) lines of a feeder$/, '{1} Leitungen eines Abgangs'],
  [/^(\d+) lines$/, '{1} Leitungen'],
  [/^(.+), the thickest of the catalogue$/, '{1}, die stärkste des Katalogs'],
  [/^(.+), one beside each$/, '{1}, je eines daneben'],
  [/^(.+), (\d+) beside each$/, '{1}, je {2} daneben'],
  [/^(.+), 1 size up$/, '{1}, eine Größe größer'],
  [/^(.+), (\d+) sizes up$/, '{1}, {2} Größen größer'],
  [
    /^(.+): its upkeep is not known and not in the sums\.$/,
    '{1}: Der Unterhalt ist nicht bekannt und nicht in den Summen.',
  ],
  [/^(\d+) violations, (\d+) candidates$/, '{1} Grenzverletzungen, {2} Möglichkeiten'],
  [/^(\d+) of (\d+) kinds of candidates tried$/, '{1} von {2} Arten von Möglichkeiten versucht'],
  [/^(.+) judged$/, '{1} beurteilt'],
  [/^runner-up (\d+)$/, 'Nächstbester {1}'],
  [/^demand only$/, 'nur Nachfrage'],
  [/^digital only$/, 'nur digital'],
  [/^copper only$/, 'nur Netzausbau'],
];
