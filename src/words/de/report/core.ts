/** What the core says in a report, in German: sentences as they stand there. */
export const REPORT_NAMES: Readonly<Record<string, string>> = {
  'the same': 'gleich',
  baseline: 'Ausgangsfall',
  'cannot be told': 'lässt sich nicht sagen',
  changed: 'geändert',
  added: 'hinzugefügt',
  removed: 'entfernt',
  'accurate measurement': 'genaue Messung',
  'extrapolated survey': 'hochgerechnete Erhebung',
  'extrapolated higher level': 'von höherer Ebene abgeleitet',
  'estimation assumptions': 'Schätzung aus Annahmen',
  'personal estimation': 'persönliche Schätzung',
  'unknown untraceable': 'unbekannt, nicht rückverfolgbar',
  'network laid by rule': 'nach Regeln gelegtes Netz',
  'engineering value': 'Erfahrungswert',
  'placeholder without a source: unknown_untraceable': 'Platzhalter ohne Quelle: unknown_untraceable',
  'none assumed; the share is for whoever decides: unknown_untraceable':
    'keiner angenommen; über den Anteil entscheiden andere: unknown_untraceable',

  'Owners of buildings': 'Eigentümer von Gebäuden',
  'Grid operator': 'Netzbetreiber',
  Households: 'Haushalte',
  Businesses: 'Betriebe',
  Owners: 'Eigentümer',
  'Energy community': 'Energiegemeinschaft',
  Supplier: 'Lieferant',
  State: 'Staat',
  Outside: 'Außerhalb',
  'lowest third': 'unteres Drittel',
  'middle third': 'mittleres Drittel',
  'highest third': 'oberes Drittel',
  owner: 'Eigentum',
  tenant: 'Miete',

  'Net present value against the baseline': 'Kapitalwert gegenüber dem Ausgangsfall',
  'Levelised cost of avoided carbon': 'CO₂-Vermeidungskosten',
  'Levelised cost of what its panels give': 'Stromgestehungskosten der Photovoltaik',
  'Levelised cost of what its batteries give back, charging left out':
    'Gestehungskosten des Stroms aus den Batterien, ohne das Laden',
  'Behind one connection every flat is billed its part of the course of the whole building: the part is its own, the hours are not. Flats of one house are told apart by how much they use, and not by when.':
    'Hinter einem Anschluss wird jeder Wohnung ihr Teil am Verlauf des ganzen Gebäudes abgerechnet: Der Teil ist ihr eigener, die Stunden sind es nicht. Wohnungen eines Hauses unterscheiden sich darin, wie viel sie verbrauchen, nicht wann.',
  'Amounts of two currencies cannot be compared.': 'Beträge zweier Währungen lassen sich nicht vergleichen.',

  'No prices are kept for this measure.': 'Für diese Maßnahme liegen keine Preise vor.',
  'How long it lasts is not known.': 'Die Lebensdauer ist nicht bekannt.',
  'No source for the embodied carbon of this measure is at hand.':
    'Für die grauen Emissionen dieser Maßnahme liegt keine Quelle vor.',
  'Its upkeep is not known.': 'Der Unterhalt ist nicht bekannt.',
  'Its size is not known.': 'Die Größe ist nicht bekannt.',

  'project default, not a U4SSC benchmark': 'Vorgabe des Projekts, kein Richtwert von U4SSC',
  'target set by you, not a U4SSC benchmark': 'von Ihnen gesetztes Ziel, kein Richtwert von U4SSC',
  'Only the change of local combustion could be told, never the air quality of the city.':
    'Nur die Änderung der Verbrennung vor Ort ließe sich sagen, nie die Luftgüte der Stadt.',
  'Noise is not modelled.': 'Lärm ist nicht modelliert.',
  'Only the change by the energy bill could be told.':
    'Nur die Änderung durch die Energierechnung ließe sich sagen.',
  'An input from statistics, not a result.': 'Eine Eingabe aus Statistiken, kein Ergebnis.',
  'A value on an edge counts in the upper band: 33 % is in 33–66 %. The publication does not say; this is a choice of this project.':
    'Ein Wert auf einer Grenze zählt zum oberen Band: 33 % gehören zu 33–66 %. Die Veröffentlichung sagt es nicht; das ist eine Wahl dieses Projekts.',
  'Every scored item has at least 1 of 4 points, so the lowest aggregate is 25 %, not 0 %: the published rule.':
    'Jeder gewertete Punkt hat mindestens 1 von 4 Punkten, also ist die niedrigste Summe 25 %, nicht 0 %: die veröffentlichte Regel.',
  'Percent of target: where more is better, value over target; where less is better, linear from 0 % at the worst value to 100 % at the target; never below 0 % or above 100 %. The formula of the publication is not public; this is a choice of this project.':
    'Prozent vom Ziel: wo mehr besser ist, Wert durch Ziel; wo weniger besser ist, linear von 0 % beim schlechtesten Wert bis 100 % beim Ziel; nie unter 0 % oder über 100 %. Die Formel der Veröffentlichung ist nicht öffentlich; das ist eine Wahl dieses Projekts.',

  'One place at a time: nothing is added anywhere else, and what the rest of the district adds at the same time would take from it.':
    'Ein Ort nach dem anderen: Nirgends sonst kommt etwas hinzu, und was der Rest des Gebiets gleichzeitig hinzufügt, ginge davon ab.',
  'All units at full power at the same moment, at the hours of the year that were hardest for the place without them (panels: of those with at least half of the strongest sun); no control, no reinforcement, no protection, no flicker.':
    'Alle Einheiten gleichzeitig mit voller Leistung, in den Stunden des Jahres, die für den Ort ohne sie die schwersten waren (Photovoltaik: von denen mit mindestens der halben stärksten Sonne); ohne Regelung, Verstärkung, Schutz und Flicker.',
  'A transformer with a dynamic rating keeps that of the year without the units.':
    'Ein Transformator mit dynamischer Belastbarkeit behält die des Jahres ohne die Einheiten.',
  'Batteries of the network do what they did without the units. What was beyond a limit before counts only where it gets worse.':
    'Batterien des Netzes tun, was sie ohne die Einheiten taten. Was schon vorher jenseits einer Grenze lag, zählt nur, wo es schlimmer wird.',

  nordic: 'nordeuropäisch',
  centralEurope: 'mitteleuropäisch',
  mediterranean: 'mediterran',
  hotDesert: 'heiße Wüste',
  hotMonsoon: 'heiß mit Monsun',
  humidTropic: 'feuchte Tropen',
};

/** Sentences with something in them, as a form and its German one. Parts in braces are put into German too, those in brackets stay. */
export const REPORT_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(.+); counted with other factors or limits$/, '{1}; mit anderen Faktoren oder Grenzen gezählt'],
  [/^(.+), better$/, '{1}, besser'],
  [/^(.+), worse$/, '{1}, schlechter'],
  [/^(\S.*) more \((.+)\)$/, '{1} mehr ({2})'],
  [/^(\S.*) less \((.+)\)$/, '{1} weniger ({2})'],
  [/^(\d+) more$/, '{1} mehr'],
  [/^(\S.*) more$/, '{1} mehr'],
  [/^(\S.*) less$/, '{1} weniger'],
  [/^([\d.\s]+) points$/, '{1} Punkte'],
  [/^([\d.]+) to ([\d.]+) pu and (\S+) % of ratings(.*)$/, '{1} bis {2} pu und {3} % der Bemessungswerte{4}'],
  [
    /^, a change of voltage below (\S+) % of nominal(.*)$/,
    ', Spannungsänderung unter {1} % der Nennspannung{2}',
  ],
  [
    /^, no power that turns back through a transformer or regulator$/,
    ', keine Rückspeisung durch Transformator oder Regler',
  ],
  [
    /^(.+) \((.+)\): (.+) a year, (.+) a contracted kW and year, (.+) per kWh fed in; (\S+) before tax$/s,
    '[1] ([2]): {3} im Jahr, {4} je vereinbartem kW und Jahr, {5} je eingespeister kWh; [6] vor Steuern',
  ],
  [/^(.+) per kWh, (.+) a kW of the monthly peak, (.+)$/, '{1} je kWh, {2} je kW der Monatsspitze, {3}'],
  [/^(.+) per kWh, (.+)$/, '{1} je kWh, {2}'],
  [/^market price from (\S+) to (\S+) and (\S+)$/, 'Marktpreis von {1} bis {2} und {3}'],
  [/^([\d.]+) to ([\d.]+)$/, '{1} bis {2}'],
  [/^(\S+) for all$/, '[1] für alle'],
  [/^(\S+) for households$/, '[1] für Haushalte'],
  [/^(\S+) for businesses$/, '[1] für Betriebe'],
  [/^allowed \((.+)\)$/s, 'erlaubt ([1])'],
  [/^with a permit \((.+)\)$/s, 'mit Genehmigung ([1])'],
  [/^not yet allowed \((.+)\)$/s, 'noch nicht erlaubt ([1])'],
  [/^(engineering value): (.+)$/, '{1}: [2]'],
  [/^(.+): cost$/, '{1}: Kosten'],
  [/^([\d.]+) (\S+) \((.+)\)$/s, '{1} [2] ([3])'],
  [/^(Households|Businesses|Owners), (.+)$/, '{1}, {2}'],
  [/^((?:lowest|middle|highest) third), (owner|tenant)$/, '{1}, {2}'],
  [/^What each measure adds to (.+) is left out\. (.+)$/s, 'Was jede Maßnahme zu [1] beiträgt, fehlt. {2}'],
];

/** Beginnings and ends of sentences on who pays whom. */
export const MONEY_PARTIES: Readonly<
  Record<string, { readonly subject: string; readonly object: string; readonly plural: boolean }>
> = {
  households: { subject: 'Haushalte', object: 'Haushalten', plural: true },
  businesses: { subject: 'Betriebe', object: 'Betrieben', plural: true },
  'owners of buildings': {
    subject: 'Eigentümer von Gebäuden',
    object: 'Eigentümern von Gebäuden',
    plural: true,
  },
  'the energy community': {
    subject: 'Die Energiegemeinschaft',
    object: 'der Energiegemeinschaft',
    plural: false,
  },
  'the supplier': { subject: 'Der Lieferant', object: 'dem Lieferanten', plural: false },
  'the grid operator': { subject: 'Der Netzbetreiber', object: 'dem Netzbetreiber', plural: false },
  'the state': { subject: 'Der Staat', object: 'dem Staat', plural: false },
  'others outside the district': {
    subject: 'Andere außerhalb des Gebiets',
    object: 'anderen außerhalb des Gebiets',
    plural: true,
  },
};
