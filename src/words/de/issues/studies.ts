/** Findings of studies, of the money and of the network behind them. */
export const STUDY_ISSUES: Readonly<Record<string, string>> = {
  // A run and its network.
  'The district has no electrical network.': 'Das Gebiet hat kein Stromnetz.',
  'Import one, or synthesise it along the streets.':
    'Importieren Sie eines, oder lassen Sie es entlang der Straßen bilden.',
  'The building has no connection to the network: its load would be counted and never flow.':
    'Das Gebäude hat keinen Anschluss ans Netz: Seine Last würde gezählt und nie fließen.',
  'Connect it to a bus, or synthesise the network anew.':
    'Schließen Sie es an einen Knoten an, oder lassen Sie das Netz neu bilden.',
  'A network needs at least one building.': 'Ein Netz braucht mindestens ein Gebäude.',
  'Import footprints first.': 'Importieren Sie zuerst Grundrisse.',
  'Compute the run again.': 'Rechnen Sie den Lauf noch einmal.',
  'The power flow has no solution in a step of the week.':
    'Der Lastfluss hat in einem Zeitschritt der Woche keine Lösung.',
  'Look at the loads and voltages of the network first.':
    'Sehen Sie sich zuerst Lasten und Spannungen des Netzes an.',
  'Look at the loads and voltages of the circuit first.':
    'Sehen Sie sich zuerst Lasten und Spannungen des Stromkreises an.',
  'Nothing holds the voltage here: no path to a source or to earth.':
    'Hier hält nichts die Spannung: kein Weg zu einer Einspeisung oder zur Erde.',
  'Connect this part to a source, ground a winding, or leave it out as an island.':
    'Verbinden Sie diesen Teil mit einer Einspeisung, erden Sie eine Wicklung, oder lassen Sie ihn als Insel weg.',
  'There are no steps to solve.': 'Es gibt keine Zeitschritte zu lösen.',
  'Ask for one step at least.': 'Verlangen Sie mindestens einen Zeitschritt.',
  'The weather year has no {1} at hour {2}; "{3}" needs every hour.':
    'Im Wetterjahr fehlt {1} in Stunde {2}; „{3}“ braucht jede Stunde.',
  'Fill the gap or choose another weather file.':
    'Füllen Sie die Lücke, oder wählen Sie eine andere Wetterdatei.',
  // Regulators, inverters and cars.
  'Its positions do not reach to either side of 0.': 'Seine Stellungen reichen nicht zu beiden Seiten von 0.',
  'It reaches further than {1} % of nominal voltage.': 'Er reicht weiter als {1} % der Nennspannung.',
  'Its band is narrower than its widest step, {1} % of nominal voltage: it would jump over it.':
    'Sein Band ist schmaler als seine breiteste Stufe, {1} % der Nennspannung: Er würde darüber hinwegspringen.',
  'Its band is narrower than {1} of its steps: it would jump over it.':
    'Sein Band ist schmaler als {1} seiner Stufen: Er würde darüber hinwegspringen.',
  'The regulator stands at the lower end of its range for {1} h of the year and at the upper end for {2} h; there it may not reach its band.':
    'Der Regler steht im Jahr {1} h am unteren und {2} h am oberen Ende seines Bereichs; dort erreicht er sein Band womöglich nicht.',
  'In {1} of {2} steps, first in step {3}, inverters and voltages did not come to rest; the nearest state found counts.':
    'In {1} von {2} Zeitschritten, zuerst in Zeitschritt {3}, kamen Wechselrichter und Spannungen nicht zur Ruhe; es gilt der nächste gefundene Zustand.',
  'Take flatter curves, or a stronger network, where inverters swing.':
    'Nehmen Sie flachere Kennlinien oder ein stärkeres Netz, wo Wechselrichter schwingen.',
  'In some steps the building draws more than the limit that its vehicles were to keep.':
    'In manchen Zeitschritten bezieht das Gebäude mehr als die Grenze, die seine Autos halten sollten.',
  'Choose valley filling or vehicle to grid, which have the least peak that the cars leave, or a higher limit.':
    'Wählen Sie Talfüllung oder Vehicle-to-Grid, die die kleinste Spitze lassen, die mit den Autos möglich ist, oder eine höhere Grenze.',
  '{1} left at least once without all that was asked for, {2} kWh in the year: the limit of the station had no room for that before departure.':
    '{1p}: mindestens eine Abfahrt ohne alles, was verlangt war, {2} kWh im Jahr. Die Grenze der Station ließ vor der Abfahrt keinen Raum dafür.',
  'Take a higher share of the rating, a larger transformer, or fewer cars behind it.':
    'Nehmen Sie einen höheren Anteil der Bemessungsleistung, einen größeren Transformator oder weniger Autos dahinter.',
  'The voltages must rise.': 'Die Spannungen müssen steigen.',
  'Only cars under the control "stationLimit" keep to a limit of their station.':
    'Nur Autos mit der Steuerung „stationLimit“ halten eine Grenze ihrer Station ein.',
  'The least stored share lies above the largest one':
    'Der kleinste gespeicherte Anteil liegt über dem größten',
  'Numbers of households are ascending, each once': 'Zahlen von Haushalten stehen aufsteigend, jede einmal',
  '{1} lies between {2} and {3}': '{1} liegt zwischen {2} und {3}',
  // Can something connect here, hosting, faults and outages.
  'The power flow has no solution in {1} steps of the year without an addition.':
    'Der Lastfluss hat schon ohne Zusatz in {1} Zeitschritten des Jahres keine Lösung.',
  'Reinforce the network first, then ask again.':
    'Verstärken Sie zuerst das Netz, und fragen Sie dann erneut.',
  'The network has no bus of this id.': 'Das Netz hat keinen Knoten mit dieser Kennung.',
  'The bus has no supply.': 'Der Knoten wird nicht versorgt.',
  'Bus {1} is connected in delta and has no second phase with supply for phase {2}.':
    'Knoten {1} ist im Dreieck angeschlossen und hat zu Phase {2} keine zweite versorgte Phase.',
  'Choose a bus with two phases or a neutral.':
    'Wählen Sie einen Knoten mit zwei Phasen oder einem Neutralleiter.',
  'What is added at {1} would carry nothing: a conductor it stands on has no path to a source.':
    'Was bei {1} hinzukommt, trüge nichts: Ein Leiter, an dem es hängt, hat keinen Weg zu einer Einspeisung.',
  'Ask for phases that the bus has.': 'Verlangen Sie Phasen, die der Knoten hat.',
  'The power flow of the intact network has no solution: no violation could be called new.':
    'Der Lastfluss des unversehrten Netzes hat keine Lösung: Keine Verletzung könnte neu heißen.',
  'Fuse {1} {2}; it is not judged.': 'Sicherung {1}: {2p}; sie wird nicht beurteilt.',
  'Open the loop or check this fuse by hand.':
    'Öffnen Sie die Masche, oder prüfen Sie diese Sicherung von Hand.',
  'There is no customer with supply at {1} {2}.': 'Bei {1} {2} gibt es keinen versorgten Kunden.',
  'Choose a bus with supply, or a branch that feeds loads.':
    'Wählen Sie einen versorgten Knoten oder einen Zweig, der Lasten speist.',
  'The power flow has no solution even without an addition.':
    'Der Lastfluss hat schon ohne Zusatz keine Lösung.',
  'Bus {1} has no supply on {2}.': 'Knoten {1} ist auf {2p} nicht versorgt.',
  'The power flow has no solution even without the addition.':
    'Der Lastfluss hat schon ohne den Zusatz keine Lösung.',
  'Bus {1} has no phase that a fault could touch.':
    'Knoten {1} hat keine Phase, die ein Fehler treffen könnte.',
  'Choose a bus with supply.': 'Wählen Sie einen versorgten Knoten.',
  'No source feeds bus {1}.': 'Keine Einspeisung versorgt Knoten {1}.',
  'The district has no network that could fail.': 'Das Gebiet hat kein Netz, das ausfallen könnte.',
  'Closed loops: ratings are checked along one tree of each, not with the flow that would divide.':
    'Geschlossene Maschen: Bemessungen werden je Masche entlang eines Baums geprüft, nicht mit dem Fluss, der sich teilen würde.',
  'Open the loops where they are run open, or take restoration as a screening.':
    'Öffnen Sie die Maschen, wo sie offen betrieben werden, oder nehmen Sie die Wiederversorgung als Grobprüfung.',
  'Customers of buildings without a connection are not served and not counted.':
    'Kunden in Gebäuden ohne Anschluss werden nicht versorgt und nicht gezählt.',
  'Connect them if they should be.': 'Schließen Sie sie an, wenn sie zählen sollen.',
  // Comparison, sensitivity, the way out and the path.
  'Its steps are not those of the baseline ({1}): curves cannot be held against each other.':
    'Seine Zeitschritte sind nicht die der Ausgangslage ({1}): Kurven lassen sich nicht gegeneinanderhalten.',
  'Run all scenarios with one step and one weather year.':
    'Rechnen Sie alle Szenarien mit einem Zeitschritt und einem Wetterjahr.',
  'The scenarios differ in {1} things; attribution tells up to {2} apart.':
    'Die Szenarien unterscheiden sich in {1} Dingen; die Zurechnung hält bis zu {2} auseinander.',
  'Compare scenarios that differ in fewer measures.':
    'Vergleichen Sie Szenarien, die sich in weniger Maßnahmen unterscheiden.',
  'The baseline is none of the scenarios.': 'Die Ausgangslage ist keines der Szenarien.',
  'Name one of them.': 'Nennen Sie eines davon.',
  'The power flow of {1} has steps without a solution: its indicators are none.':
    'Der Lastfluss von {1} hat Zeitschritte ohne Lösung: Seine Kennzahlen gelten nicht.',
  'The load exceeds what the network can carry; reinforce it or lower the adoption.':
    'Die Last übersteigt, was das Netz trägt; verstärken Sie es, oder senken Sie die Verbreitung.',
  'No indicator is asked for.': 'Es wird keine Kennzahl verlangt.',
  'There is no such indicator.': 'Eine solche Kennzahl gibt es nicht.',
  'Use {1}.': 'Nehmen Sie {1}.',
  'The scenario has no such input.': 'Das Szenario hat keine solche Eingabe.',
  'The input is named twice.': 'Die Eingabe ist zweimal genannt.',
  'Give one range for it.': 'Geben Sie eine Spanne dafür an.',
  'This is no number of draws.': 'Das ist keine Zahl von Ziehungen.',
  'The optimiser stopped without an answer: {1}': 'Der Optimierer hörte ohne Antwort auf: {1}',
  'Ask again; if it happens again, ask about fewer stations at a time.':
    'Fragen Sie noch einmal; geschieht es wieder, fragen Sie nach weniger Stationen auf einmal.',
  'The network has no station of this id.': 'Das Netz hat keine Station mit dieser Kennung.',
  'The years of a path are one or more, each later than the one before.':
    'Ein Pfad hat ein Jahr oder mehrere, jedes später als das davor.',
  'The power flow of the base year has steps without a solution: its peaks are none.':
    'Der Lastfluss des Basisjahrs hat Zeitschritte ohne Lösung: Seine Spitzen gelten nicht.',
  'The load exceeds what the network can carry; correct the network or the loads first.':
    'Die Last übersteigt, was das Netz trägt; berichtigen Sie zuerst das Netz oder die Lasten.',
  'The district has no transformer and no feeder of this id.':
    'Das Gebiet hat weder Transformator noch Abgang mit dieser Kennung.',
  // Money and factors.
  'There is no tariff of this id.': 'Es gibt keinen Tarif mit dieser Kennung.',
  'Use {1}, or give a file.': 'Nehmen Sie {1}, oder geben Sie eine Datei an.',
  'The tariff is in another currency than the shipped ones ({1}).':
    'Der Tarif hat eine andere Währung als die mitgelieferten ({1}).',
  'Audits of {1} buildings recover nothing: the scenario assumes that all electricity is billed.':
    'Prüfungen in {1} Gebäuden holen nichts zurück: Das Szenario nimmt an, dass aller Strom abgerechnet wird.',
  'Assume a share of electricity that nobody is billed for.':
    'Nehmen Sie einen Anteil des Stroms an, den niemand abrechnet.',
  'Amounts of two currencies cannot be compared.': 'Beträge in zwei Währungen lassen sich nicht vergleichen.',
  'What the sectors draw is not what grid, panels and storages give: the import cannot be shared.':
    'Was die Sektoren beziehen, ist nicht, was Netz, Photovoltaik und Speicher geben: Der Bezug lässt sich nicht aufteilen.',
  'A sector is missing or doubled, or a building has no connection to the network.':
    'Ein Sektor fehlt oder ist doppelt, oder ein Gebäude hat keinen Anschluss ans Netz.',
  'A marginal factor needs a label and one value for every step.':
    'Ein Grenzfaktor braucht einen Namen und je Zeitschritt einen Wert.',
  'Say which margin it is, and give as many values as steps; or use the average intensity.':
    'Sagen Sie, welche Grenze gemeint ist, und geben Sie so viele Werte wie Zeitschritte; oder nehmen Sie die mittlere Intensität.',
  'The targets are no ladder.': 'Die Ziele sind keine Leiter.',
  'This is no code of a U4SSC indicator.': 'Das ist keine Kennung eines U4SSC-Indikators.',
  'Write it as in "EC: ICT: ES: 3A", with single spaces and a sub-dimension of its dimension.':
    'Schreiben Sie sie wie in „EC: ICT: ES: 3A“, mit einzelnen Leerzeichen und einer Teildimension ihrer Dimension.',
  'Less is better here: a worst value above the target is needed.':
    'Hier ist weniger besser: Es braucht einen schlechtesten Wert über dem Ziel.',
  'More is better here: the target has to be above zero.':
    'Hier ist mehr besser: Das Ziel muss über null liegen.',
  // A building against its meter.
  'The parameter is named twice.': 'Der Parameter ist zweimal genannt.',
  'The starting value does not lie between two finite bounds.':
    'Der Startwert liegt nicht zwischen zwei endlichen Grenzen.',
  'Name each parameter once.': 'Nennen Sie jeden Parameter einmal.',
  'Give lower < upper and a start between them.':
    'Geben Sie eine untere Grenze unter der oberen und einen Startwert dazwischen an.',
  'The model gives another number of hours than were metered.':
    'Das Modell gibt eine andere Zahl von Stunden, als gemessen wurden.',
  'Bring both to the same hours first.': 'Bringen Sie zuerst beide auf dieselben Stunden.',
  'Bring both series to the same hours first.': 'Bringen Sie zuerst beide Reihen auf dieselben Stunden.',
  'Metered hours, modelled hours and months are not of one length, or p is negative.':
    'Gemessene Stunden, gerechnete Stunden und Monate sind nicht gleich lang, oder p ist negativ.',
  'Fewer than {1} hours for each parameter have both a reading and a modelled value.':
    'Weniger als {1} Stunden je Parameter haben sowohl einen Messwert als auch einen gerechneten.',
  'Give more metered hours or move fewer parameters.':
    'Geben Sie mehr gemessene Stunden an, oder bewegen Sie weniger Parameter.',
  'This building cannot hold {1}. {2}': 'Dieses Gebäude kann {1} nicht aufnehmen. {2p}',
  'Leave it out, or calibrate the building file that `gridtwin building --model` writes.':
    'Lassen Sie es weg, oder kalibrieren Sie die Gebäudedatei, die `gridtwin building --model` schreibt.',
  'Leave it out; there are {1}.': 'Lassen Sie es weg; es gibt {1}.',
  'Choose one of its buildings.': 'Wählen Sie eines seiner Gebäude.',
  'A building of a district holds no such number.': 'Ein Gebäude eines Gebiets hält keine solche Zahl.',
  'The district has no building of this id.': 'Das Gebiet hat kein Gebäude mit dieser Kennung.',
  'It has {1} buildings, the first ones: {2}.': 'Es hat {1} Gebäude, die ersten: {2}.',
  'The meter counts {1}, and no zone has any.': 'Der Zähler misst {1w}, und keine Zone hat etwas davon.',
};
