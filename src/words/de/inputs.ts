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
  'own range': 'eigene Spanne',
  'placeholder: 20 points to both sides of the value':
    'Platzhalter: 20 Prozentpunkte zu beiden Seiten des Werts',
  'Who is vulnerable and what homes earn, drawn by shares':
    'Wer schutzbedürftig ist und was Haushalte verdienen, nach Anteilen gezogen',
  'Power of one unit that is added': 'Leistung eines Geräts, das hinzukommt',
  'Tariffs, prices and incomes': 'Tarife, Preise und Einkommen',
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
  [
    /^placeholder: a quarter to both sides of the value \(value: (.+)\)$/,
    'Platzhalter: ein Viertel zu beiden Seiten des Werts (Wert: {1})',
  ],
  [/^what the parameter admits \((.+)\)$/, 'was der Parameter zulässt ({1})'],
];
