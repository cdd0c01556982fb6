/** Why a measure cannot be taken at a building or an element of the network, in German. */
export const REFUSAL_TEXTS: Readonly<Record<string, string>> = {
  'Others: {1}.': 'Übrige: {1}.',
  // Buildings.
  '{1} of this building may not be changed.': 'Das darf an diesem Gebäude nicht verändert werden: {1w}.',
  '{1} has been worked on already; nothing is counted twice.':
    'Daran ist schon gearbeitet worden ({1w}); nichts zählt doppelt.',
  '{1} has {2} W/(m2 K), no more than the {3} that are left alone.':
    'Schon gut gedämmt ({1w}): {2} W/(m² K); bis {3} bleibt es, wie es ist.',
  'The whole envelope has been refurbished already; nothing is counted twice.':
    'Die ganze Hülle ist schon saniert; nichts zählt doppelt.',
  'The windows have {1} W/(m2 K); new ones with {2} would be better by less than {3}.':
    'Die Fenster haben {1} W/(m² K); neue mit {2} wären um weniger als {3} besser.',
  'Only {1} air changes per hour come through gaps, no more than the {2} aimed at.':
    'Nur {1} Luftwechsel je Stunde kommen durch Fugen, nicht mehr als die angestrebten {2}.',
  'It was built in {1}, to a standard the package hardly betters.':
    'Gebaut {1}, nach einem Standard, den das kaum übertrifft.',
  'It is heated with {1}, which this does not replace.':
    'Geheizt wird mit {1w}; das ersetzt diese Maßnahme nicht.',
  'There is no gas or oil boiler here.': 'Hier ist kein Gas- oder Ölkessel.',
  'Its boiler has an efficiency of {1} already.': 'Der Kessel hat schon einen Wirkungsgrad von {1}.',
  'There is no heat pump here.': 'Hier ist keine Wärmepumpe.',
  'Its heating avoids the peak already.': 'Die Heizung meidet die Spitze schon.',
  'The building is not heated.': 'Das Gebäude wird nicht geheizt.',
  'The use keeps its rooms warm day and night.': 'Räume dieser Nutzung werden Tag und Nacht warm gehalten.',
  'The set-back is at {1} degC already.': 'Nachts wird schon auf {1} °C gehalten.',
  'It is heated only while people are in already.': 'Geheizt wird schon nur, während jemand da ist.',
  'Its set-point is {1} degC, no more than while nobody is in.':
    'Die Solltemperatur ist {1} °C, nicht mehr als bei Abwesenheit.',
  'The building is cooled already.': 'Das Gebäude wird schon gekühlt.',
  'No outdoor air for people is assumed here, so there is none to recover heat from.':
    'Für Menschen ist hier keine Außenluft angesetzt, also ist nichts zurückzugewinnen.',
  'Its outdoor air counts {1} % recovery and demand control already; nothing is counted twice.':
    'Für die Lüftung sind schon {1} % Rückgewinnung und Bedarfsregelung angesetzt; nichts zählt doppelt.',
  'Lamps of homes are part of the household’s electricity.':
    'Lampen in Wohnungen gehören zum Haushaltsstrom.',
  'There is no household here.': 'Hier wohnt niemand.',
  'There is no household here; other uses have no tank in this model.':
    'Hier wohnt niemand; andere Nutzungen haben in diesem Modell keinen Speicher.',
  'There is a tank already.': 'Es gibt schon einen Speicher.',
  'There is a battery already.': 'Es gibt schon eine Batterie.',
  'There are no panels, so there is nothing to store.':
    'Es gibt keine Photovoltaik, also nichts zu speichern.',
  'There are no panels to control.': 'Es gibt keine Photovoltaik zu regeln.',
  'The panels are controlled that way already.': 'Die Photovoltaik wird schon so geregelt.',
  'There are panels on the roof already.': 'Auf dem Dach ist schon Photovoltaik.',
  'Its households buy under such a tariff already.': 'Die Haushalte haben schon einen solchen Tarif.',
  'Its households see what they use already.': 'Die Haushalte sehen schon, was sie verbrauchen.',
  'Somebody switches its appliances off already.': 'Die Geräte werden schon von anderen abgeschaltet.',
  'Its meters are smart already.': 'Die Zähler sind schon intelligent.',
  'Its meters have been audited already.': 'Die Zähler sind schon geprüft.',
  'It is in an energy community already.': 'Es ist schon in einer Energiegemeinschaft.',
  'The cars of this building are in the package already: {1}.':
    'Die Autos dieses Gebäudes sind schon im Paket: {1w}.',
  'It would change nothing at this building.': 'An diesem Gebäude würde sich nichts ändern.',
  // Stations and the primary substation.
  'No energy community is behind it.': 'Dahinter ist keine Energiegemeinschaft.',
  'One stands there already.': 'Dort steht schon eine.',
  'It feeds no low-voltage network.': 'Er speist kein Niederspannungsnetz.',
  'Its tap changer has these figures already.': 'Sein Stufenschalter hat diese Werte schon.',
  'Its set-point is that low already.': 'Sein Sollwert ist schon so niedrig.',
  'Its tap stands there already.': 'Seine Anzapfung steht schon dort.',
  'Its type is not known.': 'Sein Typ ist nicht bekannt.',
  'It is monitored already.': 'Er wird schon überwacht.',
  'It is judged by that temperature already.': 'Er wird schon nach dieser Temperatur beurteilt.',
  'No transformer of the catalogue holds that peak.': 'Kein Transformator des Katalogs hält diese Spitze.',
  'There is no larger transformer in the catalogue.': 'Im Katalog ist kein größerer Transformator.',
  'A transformer of that size stands here already.': 'Hier steht schon ein Transformator dieser Größe.',
  'There is no transformer of that size in the catalogue.': 'Im Katalog ist kein Transformator dieser Größe.',
  'It is itself the second station of another one.': 'Er ist selbst die zweite Station eines anderen.',
  'It has a second station already.': 'Er hat schon eine zweite Station.',
  'The network runs in closed loops: what would be split cannot be said.':
    'Das Netz läuft in geschlossenen Maschen: Was geteilt würde, lässt sich nicht sagen.',
  'It has fewer than two feeders to share out.': 'Er hat weniger als zwei Abgänge zu verteilen.',
  'It has no feeder with more than one joint.': 'Er hat keinen Abgang mit mehr als einer Muffe.',
  'Its worst feeder has all of its demand in one place.':
    'Sein schlechtester Abgang hat den ganzen Bedarf an einer Stelle.',
  'Its worst feeder is open already.': 'Sein schlechtester Abgang ist schon offen.',
  'The MV cable of the catalogue is for lower voltages than this station has.':
    'Das Mittelspannungskabel des Katalogs ist für kleinere Spannungen, als diese Station hat.',
  'There is another line or transformer called {1}.':
    'Es gibt schon eine Leitung oder einen Transformator namens {1}.',
  'There is another bus called {1}.': 'Es gibt schon einen Knoten namens {1}.',
  'There is another switch called {1}.': 'Es gibt schon einen Schalter namens {1}.',
  // Lines.
  'There is no thicker type in the catalogue; lay a parallel one.':
    'Im Katalog ist kein stärkerer Typ; legen Sie eine parallele Leitung.',
  'A line of that size lies here already.': 'Hier liegt schon eine Leitung dieser Größe.',
  'As many parallel cables lie here already.': 'Hier liegen schon so viele Parallelkabel.',
  'It is an overhead line, to which no cable is laid in parallel.':
    'Es ist eine Freileitung; zu ihr wird kein Kabel parallel gelegt.',
  'It lies in the ground already.': 'Sie liegt schon in der Erde.',
  'No cable of the catalogue carries as much.': 'Kein Kabel des Katalogs trägt so viel.',
  'It is no low-voltage line.': 'Es ist keine Niederspannungsleitung.',
  'It feeds nothing as the switches stand.': 'So, wie die Schalter stehen, versorgt sie nichts.',
  'It is not where half of its feeder’s estimated drop is passed.':
    'Sie liegt nicht dort, wo die Hälfte des geschätzten Spannungsfalls ihres Abgangs erreicht ist.',
  'Its regulator has these figures already.': 'Ihr Regler hat diese Werte schon.',
  'It has no switch.': 'Sie hat keinen Schalter.',
  'It is operated from the control room already.': 'Sie wird schon aus der Leitstelle bedient.',
  'The network runs in closed loops: which way power takes cannot be said here.':
    'Das Netz läuft in geschlossenen Maschen: Welchen Weg der Strom nimmt, lässt sich hier nicht sagen.',
  'No open line joins its ring or feeder to another way of supply.':
    'Keine offene Leitung verbindet ihren Ring oder Abgang mit einem anderen Weg der Versorgung.',
  'No other line of its ring can be opened.': 'Keine andere Leitung ihres Rings lässt sich öffnen.',
  'Its ring is open where the load is spread best already.':
    'Ihr Ring ist schon dort offen, wo die Last am besten verteilt ist.',
};
