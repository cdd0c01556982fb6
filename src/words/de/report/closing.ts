/** Money, limits of the model and hashes of a report in German, by their English sentences. */
export const CLOSING_TEXTS: Readonly<Record<string, string>> = {
  // Money
  'Who pays and who gains': 'Wer zahlt und wer gewinnt',
  'Who pays at first': 'Wer zunächst zahlt',
  'No scenario has measures whose cost is known.': 'Kein Szenario hat Maßnahmen, deren Kosten bekannt sind.',
  Who: 'Wer',
  All: 'Zusammen',
  'of it inherited': 'davon übernommen',
  'of it its own': 'davon eigene',
  'What it is worth, in a year': 'Was es wert ist, in einem Jahr',
  'Change against the baseline': 'Änderung gegenüber dem Ausgangsfall',
  'Whose energy changes': 'Wessen Energie sich ändert',
  'A year by the use of buildings, with its change':
    'Ein Jahr nach der Nutzung der Gebäude, mit der Änderung',
  'Electricity from the grid': 'Strom aus dem Netz',
  'Electricity to the grid': 'Strom ins Netz',
  'Fuel and district heat': 'Brennstoff und Fernwärme',
  'Payers are those who pay at first, before rents and prices pass it on; grants are paid by the state. Energy cost is that of all buildings together at flat prices{1}':
    'Genannt ist, wer zunächst zahlt, bevor Mieten und Preise es weitergeben; Zuschüsse zahlt der Staat. Energiekosten sind die aller Gebäude zusammen zu festen Preisen{1}',
  ', while bills follow the tariffs.': ', während Rechnungen den Tarifen folgen.',
  ': this comparison holds no bills of single households, no income groups and no payments between parties, so that it cannot say which household gains.':
    ': Dieser Vergleich enthält keine Rechnungen einzelner Haushalte, keine Einkommensgruppen und keine Zahlungen zwischen Beteiligten; er kann deshalb nicht sagen, welcher Haushalt gewinnt.',
  'What it is worth over {1} years, at several discount rates':
    'Was es über {1} Jahre wert ist, bei mehreren Diskontsätzen',
  'Side by side': 'Nebeneinander',
  Figure: 'Kennzahl',
  'In words': 'In Worten',
  ': present value of what it costs more than the baseline':
    ': Barwert dessen, was es mehr kostet als der Ausgangsfall',
  'Cash flows': 'Zahlungsströme',
  Purchases: 'Anschaffungen',
  Upkeep: 'Unterhalt',
  'Left at the end': 'Restwert',
  Energy: 'Energie',
  'Net present value: energy cost saved against the baseline less what the measures cost more, each year counted at the rate. Measures are bought again when their life is over; what is left of it at the end is taken off. Before grants, which move money and make nothing cheaper. Prices and energy of the year stay as they are, and embodied carbon is left out. Nobody’s rate is right: they stand side by side.':
    'Kapitalwert: gesparte Energiekosten gegenüber dem Ausgangsfall abzüglich der Mehrkosten der Maßnahmen, jedes Jahr zum Diskontsatz gezählt. Maßnahmen werden neu beschafft, wenn ihre Lebensdauer endet; was am Ende davon übrig ist, wird abgezogen. Vor Zuschüssen: Sie verschieben Geld und machen nichts billiger. Preise und Energie des Jahres bleiben, wie sie sind; graue Emissionen sind nicht enthalten. Niemandes Diskontsatz ist der richtige: Sie stehen nebeneinander.',
  'Bills and burden of households': 'Rechnungen und Belastung der Haushalte',
  ': households by income per person, and how many each measure finds poor':
    ': Haushalte nach Einkommen je Person, und wie viele jedes Maß als arm zählt',
  Households: 'Haushalte',
  Number: 'Anzahl',
  'Median income': 'Mittleres Einkommen (Median)',
  'Median energy bill': 'Mittlere Energierechnung (Median)',
  'Median burden': 'Mittlere Belastung (Median)',
  'Burden is the cost of a year’s energy over income after housing. The model heats to the set-points whatever it costs, so that nobody looks well-off by staying cold; what is really spent is not known, so that M/2 finds thrifty homes and those with panels here and no hidden poverty. Without what measures cost.':
    'Belastung sind die Energiekosten eines Jahres, bezogen auf das Einkommen nach Wohnkosten. Das Modell heizt auf die Solltemperaturen, was es auch kostet; niemand sieht wohlhabend aus, weil er friert. Was wirklich ausgegeben wird, ist nicht bekannt: M/2 findet hier deshalb sparsame Wohnungen und solche mit Photovoltaik, keine versteckte Armut. Ohne die Kosten der Maßnahmen.',
  ': who gains and who loses': ': wer gewinnt und wer verliert',
  'A year against ': 'Ein Jahr gegenüber ',
  Gains: 'Gewinn',
  Because: 'Weil',
  'Who pays whom in a year': 'Wer wem in einem Jahr zahlt',
  ': from the row to the column': ': von der Zeile an die Spalte',
  Pays: 'Zahlt',
  'Every amount leaves one party and reaches another, so that all of them together gain nothing. Others outside the district are power stations, fuel suppliers, installers and lenders. What stands already has been paid: the cost of the present grid is not among the amounts. Where panels stand on a rented house, what is fed in is counted to those behind the meter.':
    'Jeder Betrag geht von einem Beteiligten zu einem anderen: Zusammen gewinnen alle nichts. Andere außerhalb des Gebiets sind Kraftwerke, Brennstofflieferanten, Handwerk und Geldgeber. Was schon steht, ist bezahlt: Die Kosten des heutigen Netzes sind nicht enthalten. Wo Photovoltaik auf einem Mietshaus steht, zählt die Einspeisung zu denen hinter dem Zähler.',
  'Energy communities': 'Energiegemeinschaften',
  ': what members share': ': was Mitglieder teilen',
  ': a year with the communities against without': ': ein Jahr mit den Gemeinschaften gegenüber ohne',
  'Members behind one transformer use in the same step what others of them feed in, at a price between what is paid for feeding in and the most at which nobody loses. A battery of their own takes in what they have over together and gives it back at the same price; its losses and cost they share by use. All else flows and is billed as it was; any other battery at the station is the grid operator’s. What members save, supplier, grid operator and state lose. What it costs to run a community its members pay by use, so that some may lose by it.':
    'Mitglieder hinter einem Transformator verbrauchen im selben Zeitschritt, was andere von ihnen einspeisen, zu einem Preis zwischen der Einspeisevergütung und dem höchsten, bei dem niemand verliert. Eine eigene Batterie nimmt auf, was sie zusammen übrig haben, und gibt es zum selben Preis zurück; Verluste und Kosten teilen sie nach Verbrauch. Alles andere fließt und wird abgerechnet wie bisher; jede andere Batterie an der Station gehört dem Netzbetreiber. Was Mitglieder sparen, verlieren Lieferant, Netzbetreiber und Staat. Was eine Gemeinschaft im Betrieb kostet, zahlen die Mitglieder nach Verbrauch; einige können dadurch verlieren.',
  Behind: 'Hinter',
  Customers: 'Kunden',
  Price: 'Preis',
  Shared: 'Geteilt',
  'Peak import': 'Bezugsspitze',
  'Peak export': 'Einspeisespitze',
  'Self-consumption': 'Eigenverbrauch',
  'Self-sufficiency': 'Autarkie',
  'Members save': 'Mitglieder sparen',
  'Customers who lose': 'Kunden, die verlieren',
  Verdict: 'Urteil',
  gains: 'gewinnt',
  loses: 'verliert',
  'neither gains nor loses': 'gewinnt und verliert nichts',
  'is paid for running the communities': 'wird für den Betrieb der Gemeinschaften bezahlt',

  // Limits of the model
  'A study by model, not a measurement: differences between scenarios are surer than the level of any one of them.':
    'Eine Modellrechnung, keine Messung: Unterschiede zwischen Szenarien sind sicherer als die Höhe eines einzelnen.',
  'Powers are means over a step. Peaks of single minutes are higher, and voltages of hourly means are a screening; EN 50160 judges 10-minute means.':
    'Leistungen sind Mittelwerte über einen Zeitschritt. Spitzen einzelner Minuten sind höher, und Spannungen aus Stundenmitteln sind eine Grobprüfung; die EN 50160 urteilt nach 10-Minuten-Mitteln.',
  'A network that was laid by rule shows what is plausible, not what lies in the ground.':
    'Ein nach Regeln gelegtes Netz zeigt, was plausibel ist, nicht was in der Erde liegt.',
  'Attributes that no file gave come from archetypes; each building knows which of its own are assumed.':
    'Eigenschaften, die keine Datei angab, stammen aus Archetypen; jedes Gebäude weiß, welche angenommen sind.',
  'Energy cost and carbon use flat factors; costs marked “no source” (class unknown_untraceable) are placeholders that want to be replaced before anybody decides by them.':
    'Energiekosten und Emissionen verwenden feste Faktoren; Kosten mit der Angabe „ohne Quelle“ (Güte unknown_untraceable) sind Platzhalter und zu ersetzen, bevor jemand danach entscheidet.',
  'Summers in buildings without cooling come out warm, as windows open by the clock and the weather of the day, not by the room; peak cooling comes out about 8 % low.':
    'Sommer in Gebäuden ohne Kühlung fallen zu warm aus, weil Fenster nach der Uhr und dem Wetter des Tages öffnen, nicht nach dem Raum; die Kühlspitze fällt etwa 8 % zu niedrig aus.',
  'Who takes part in a measure is drawn from the seed: another seed hits other buildings, and other transformers.':
    'Wer bei einer Maßnahme mitmacht, wird aus dem Startwert gezogen: Ein anderer trifft andere Gebäude und andere Transformatoren.',
  'What the runs warned of': 'Wovor die Rechnungen gewarnt haben',

  // Seeds, versions and hashes
  'Made on': 'Erstellt am',
  'Seeds, versions and hashes': 'Startwerte, Versionen und Prüfsummen',
  Program: 'Programm',
  Engine: 'Rechenkern',
  ', seed ': ', Startwert ',
  'District before measures, SHA-256': 'Gebiet vor Maßnahmen, SHA-256',
  'District as the baseline runs it, SHA-256': 'Gebiet, wie es im Ausgangsfall gerechnet wird, SHA-256',
  Step: 'Zeitschritt',
  ' steps': ' Zeitschritte',
  'Years run': 'Gerechnete Jahre',
  Status: 'Stand',
  complete: 'vollständig',
  partial: 'unvollständig',
  Scenarios: 'Szenarien',
  Year: 'Jahr',
  Seed: 'Startwert',
  Limits: 'Grenzen',
  'SHA-256 of scenario, input and result': 'SHA-256 von Szenario, Eingabe und Ergebnis',
  'Assumptions of the scenarios': 'Annahmen der Szenarien',
  'Assumptions of the program, where a scenario has none of its own':
    'Annahmen des Programms, wo ein Szenario keine eigenen hat',
  Assumption: 'Annahme',
  Value: 'Wert',
  Source: 'Quelle',
  'the scenario': 'das Szenario',
  'Tariffs of the scenarios': 'Tarife der Szenarien',
  Tariff: 'Tarif',
  'The same files, seed and engine version give the same hashes on any computer and with any number of workers.':
    'Dieselben Dateien, derselbe Startwert und dieselbe Version des Rechenkerns geben auf jedem Rechner und mit jeder Zahl von Arbeitern dieselben Prüfsummen.',
};
