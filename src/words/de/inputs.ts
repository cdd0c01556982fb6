/** Sentences of the core about the inputs of scenarios, as they stand there. */
export const INPUT_NAMES: Readonly<Record<string, string>> = {
  District: 'Gebiet',
  Year: 'Jahr',
  Seed: 'Startwert',
  Limits: 'Grenzen',
  Weather: 'Wetter',
  Tariff: 'Tarif',
  Tariffs: 'Tarife',
  'Prices and factors': 'Preise und Faktoren',
  'Order of measures': 'Reihenfolge der Maßnahmen',
  'Who gets which tariff': 'Wer welchen Tarif hat',
  'Legal status': 'Rechtslage',
  'as the library has it': 'wie in der Bibliothek',
  'as it is': 'wie es ist',
  'at once': 'sofort',
  none: 'keine',
  everybody: 'alle',
  'as the program assumes': 'wie das Programm annimmt',
  'Who is vulnerable and what homes earn, drawn by shares':
    'Wer schutzbedürftig ist und was Haushalte verdienen, nach Anteilen gezogen',
  'Power of one unit that is added': 'Leistung eines Geräts, das hinzukommt',
  'Tariffs, prices and incomes': 'Tarife, Preise und Einkommen',
  'Tonnes are discounted like money.': 'Tonnen werden wie Geld abgezinst.',
  'Tonnes are not discounted.': 'Tonnen werden nicht abgezinst.',
  'Negative: it saves money and carbon.': 'Negativ: Es spart Geld und Emissionen.',
  'Negative values are no ranking, for avoiding less makes the figure look better.':
    'Negative Werte taugen nicht zum Reihen, denn weniger zu vermeiden lässt die Zahl besser aussehen.',
  'Nothing is avoided: the cost per tonne is undefined.':
    'Nichts wird vermieden: Die Kosten je Tonne sind nicht bestimmt.',
  'The paths are not of the same years.': 'Die Pfade sind nicht aus denselben Jahren.',
  'Not told: energy cost or carbon of a year is not known.':
    'Nicht zu sagen: Energiekosten oder Emissionen eines Jahres sind nicht bekannt.',
  'Undefined: they give no energy.': 'Nicht bestimmt: Sie geben keine Energie.',
};

/** Sentences with something in them, as a form and its German one; parts are put into German by the same tables. */
export const INPUT_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(.+) is new: (.+)\.$/, '{1} ist neu: {2}.'],
  [/^(.+) is gone: (.+)\.$/, '{1} entfällt: {2}.'],
  [/^(.+): (.+) becomes (.+)\.$/, '{1}: aus {2} wird {3}.'],
  [/^(.+): adoption$/, '{1}: Verbreitung'],
  [/^(.+): begins$/, '{1}: Beginn'],
  [/^(.+): whom it is for$/, '{1}: für wen'],
  [/^(.+), as kept before$/, '{1}, wie vorher festgehalten'],
  [/^(.+), as kept now$/, '{1}, wie jetzt festgehalten'],
  [/^(.+), as before$/, '{1}, wie vorher'],
  [/^(.+), as now$/, '{1}, wie jetzt'],
  [/^cold snap, (.+) K colder for a week from day (\d+)$/, 'Kältewelle, {1} K kälter, eine Woche ab Tag {2}'],
  [/^heat wave, (.+) K hotter for a week from day (\d+)$/, 'Hitzewelle, {1} K heißer, eine Woche ab Tag {2}'],
  [/^(.+): ([\d.]+) to ([\d.]+) pu, loading up to ([\d.]+) %$/, '{1}: {2} bis {3} pu, Auslastung bis {4} %'],
  [/^own \((.+)\)$/, 'eigene ({1})'],
  [/^(.+) builds none\.$/s, '{1} baut keine.'],
  [
    /^Not told: (\d+) of (\d+) cost lines are not known in full\.$/,
    'Nicht zu sagen: {1} von {2} Kostenposten sind nicht ganz bekannt.',
  ],
  [
    /^Not told: what (.+) costs or how long it lasts is not known, and unknown is not 0\.$/,
    'Nicht zu sagen: Was {1} kostet oder wie lange es hält, ist nicht bekannt, und unbekannt ist nicht 0.',
  ],
  [
    /^Without the upkeep of (.+), which is not known\.$/,
    'Ohne den Unterhalt von {1}, der nicht bekannt ist.',
  ],
  [
    /^What both have alike and is not known in full cancels \((.+)\)\.$/,
    'Was beide gleich haben und nicht ganz bekannt ist, hebt sich auf ({1}).',
  ],
  [/^1 cost line$/, '1 Kostenposten'],
  [/^(\d+) cost lines$/, '{1} Kostenposten'],
  [/^(\d+ cost lines?) \((.+)\)$/, '{1} ({2})'],
  [/^(\d+) more$/, '{1} weitere'],
  [/^([A-Z][^.;:()]*?), ([A-Z\d][^.;:()]*)$/, '{1}, {2}'],
];
