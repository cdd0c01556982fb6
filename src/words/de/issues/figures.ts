/** What indicators, bills, comparisons and studies say of their inputs, in German. */
export const FIGURE_ISSUES: Readonly<Record<string, string>> = {
  // Bills, money and communities.
  '{1} has {2} steps; the year of the prices has {3}.':
    '{1} hat {2} Zeitschritte; das Jahr der Preise hat {3}.',
  'Give one value a step of the whole year.': 'Geben Sie je Zeitschritt des ganzen Jahres einen Wert an.',
  '{1} steps of {2} have no value.': '{1} Zeitschritte von {2} haben keinen Wert.',
  'Fill the gaps first.': 'Füllen Sie zuerst die Lücken.',
  '{1} steps of {2} are negative.': '{1} Zeitschritte von {2} sind negativ.',
  'Import and export are both non-negative; check the sign.':
    'Bezug und Einspeisung sind beide nicht negativ; prüfen Sie das Vorzeichen.',
  'The contracted power is no number from 0 up.': 'Die vereinbarte Leistung ist keine Zahl ab 0.',
  'Give it in watts.': 'Geben Sie sie in Watt an.',
  'The number of meters is no whole number from 1 up.': 'Die Zahl der Zähler ist keine ganze Zahl ab 1.',
  'Count one a dwelling, one elsewhere.': 'Zählen Sie einen je Wohnung, sonst einen.',
  'Give both tariffs in one currency.': 'Geben Sie beide Tarife in einer Währung an.',
  'Use one currency.': 'Nehmen Sie eine Währung.',
  'Use one step.': 'Nehmen Sie einen Zeitschritt.',
  'A community needs a member.': 'Eine Gemeinschaft braucht ein Mitglied.',
  'Add one.': 'Ergänzen Sie eines.',
  'Members pay in different currencies.': 'Mitglieder bezahlen in verschiedenen Währungen.',
  'Steps differ from those of the plant.': 'Die Zeitschritte sind andere als die der Anlage.',
  'The cost is no whole number of cents.': 'Die Kosten sind keine ganze Zahl von Cent.',
  'Round with toCents.': 'Runden Sie mit toCents.',
  'The plant has gaps or negative powers.': 'Die Anlage hat Lücken oder negative Leistungen.',
  '{1} is no number from 0 up.': '{1} ist keine Zahl ab 0.',
  'At {1} per kWh some members may lose by sharing; nobody does from {2} to {3}.':
    'Bei {1} je kWh können manche Mitglieder durch das Teilen verlieren; von {2} bis {3} niemand.',
  'Choose a price in the range, or expect members to leave.':
    'Wählen Sie einen Preis in der Spanne, oder rechnen Sie damit, dass Mitglieder austreten.',
  'An amount is no whole number of cents from 0 up.': 'Ein Betrag ist keine ganze Zahl von Cent ab 0.',
  'An account pays itself.': 'Ein Konto bezahlt sich selbst.',
  'Name two accounts, or leave the entry out.': 'Nennen Sie zwei Konten, oder lassen Sie den Eintrag weg.',
  // Carbon.
  'The ledger has no boundary.': 'Die Bilanz hat keine Grenze.',
  'Say what is counted.': 'Sagen Sie, was gezählt wird.',
  'The ledger has no rows.': 'Die Bilanz hat keine Zeilen.',
  'Give at least one sector.': 'Geben Sie mindestens einen Sektor an.',
  'The sector is in the ledger twice.': 'Der Sektor steht zweimal in der Bilanz.',
  'Add its rows up first.': 'Fassen Sie zuerst seine Zeilen zusammen.',
  'The emissions of the sector are not told.': 'Die Emissionen des Sektors sind nicht angegeben.',
  'Leave the sector out of rows and boundary, or tell them.':
    'Lassen Sie den Sektor aus Zeilen und Grenze weg, oder geben Sie sie an.',
  'The sectors do not sum to the {1} kg that were counted.':
    'Die Sektoren ergeben nicht die {1} kg, die gezählt wurden.',
  'A sector is missing, doubled or counted within another border.':
    'Ein Sektor fehlt, ist doppelt oder in einer anderen Grenze gezählt.',
  // Decisions and policies.
  'Worst and best are no two numbers.': 'Schlechtester und bester Wert sind keine zwei Zahlen.',
  'Fix two different reference points.': 'Legen Sie zwei verschiedene Bezugspunkte fest.',
  'A surveyed criterion needs its survey.': 'Ein erfragtes Kriterium braucht seine Befragung.',
  'Give respondents, date and instrument.': 'Geben Sie Befragte, Datum und Fragebogen an.',
  'The veto line is no number.': 'Die Ausschlussgrenze ist keine Zahl.',
  'Give a number in the unit of the criterion, or none.':
    'Geben Sie eine Zahl in der Einheit des Kriteriums an, oder keine.',
  'A weight cannot be this number.': 'Ein Gewicht kann diese Zahl nicht sein.',
  'Give zero or more.': 'Geben Sie null oder mehr an.',
  'Nothing has weight.': 'Nichts hat Gewicht.',
  'Give at least one criterion a weight above zero.':
    'Geben Sie mindestens einem Kriterium ein Gewicht über null.',
  'This id is there twice.': 'Diese Kennung ist zweimal da.',
  'Name each once.': 'Nennen Sie jede einmal.',
  'This level has no target.': 'Diese Stufe hat kein Ziel.',
  'Choose one that has.': 'Wählen Sie eine, die eines hat.',
  'Nobody decided.': 'Niemand hat entschieden.',
  'Give the name of who decides.': 'Geben Sie an, wer entscheidet.',
  'The decision has no reason.': 'Die Entscheidung hat keine Begründung.',
  'Give the reason.': 'Geben Sie die Begründung an.',
  'The decision lies before the last assessment.': 'Die Entscheidung liegt vor der letzten Bewertung.',
  'Decide in its year or later.': 'Entscheiden Sie in deren Jahr oder später.',
  'The year {1} is assessed already.': 'Das Jahr {1} ist schon bewertet.',
  'Assess years in order.': 'Bewerten Sie die Jahre der Reihe nach.',
  // Reliability.
  'Nobody is served.': 'Niemand wird versorgt.',
  'Give the customers served.': 'Geben Sie die versorgten Kunden an.',
  'The period has no length.': 'Der Zeitraum hat keine Dauer.',
  'Give its length in seconds.': 'Geben Sie seine Dauer in Sekunden an.',
  'An interruption cannot last this long in the period.':
    'So lange kann eine Unterbrechung in dem Zeitraum nicht dauern.',
  'Give seconds within the period.': 'Geben Sie Sekunden innerhalb des Zeitraums an.',
  'More customers are interrupted than served, or no number.':
    'Mehr Kunden sind unterbrochen als versorgt, oder es ist keine Zahl.',
  'Give the customers who lost supply.': 'Geben Sie die Kunden an, die die Versorgung verloren.',
  'It cannot happen this often.': 'So oft kann es nicht vorkommen.',
  'Give a number from zero upwards.': 'Geben Sie eine Zahl ab null an.',
  'Give it one, or have one laid.': 'Geben Sie ihm eines, oder lassen Sie eines legen.',
  // U4SSC.
  'With these inputs it has no value.': 'Mit diesen Eingaben hat sie keinen Wert.',
  'Check the inputs again.': 'Prüfen Sie die Eingaben noch einmal.',
  'Not reported: {1} is not given.': 'Nicht berichtet: {1w} ist nicht angegeben.',
  'Give it, or leave the indicator out: it is excluded, not zero.':
    'Geben Sie es an, oder lassen Sie die Kennzahl weg: Sie bleibt außer Acht und ist nicht null.',
  '{1} cannot be this number.': '{1w} kann diese Zahl nicht sein.',
  'Leave it out: not reported is not zero.': 'Lassen Sie es weg: Nicht berichtet ist nicht null.',
  'The part is larger than the whole.': 'Der Teil ist größer als das Ganze.',
  'Check that both are counted within the same border.':
    'Prüfen Sie, ob beide in derselben Grenze gezählt sind.',
  'Less than 90 % is unusual: are these households, and not inhabitants?':
    'Weniger als 90 % ist ungewöhnlich: Sind das Haushalte und nicht Einwohner?',
  'Give target and worst value in {1}.': 'Geben Sie Ziel und schlechtesten Wert in {1} an.',
  'Give a target in {1}.': 'Geben Sie ein Ziel in {1} an.',
  // Studies.
  'No group size is asked for.': 'Es ist keine Gruppengröße verlangt.',
  'Give them in ascending order, each once.': 'Geben Sie sie aufsteigend an, jede einmal.',
  'The time step is not a positive length.': 'Der Zeitschritt hat keine positive Länge.',
  'Give the step of the series in seconds.': 'Geben Sie den Zeitschritt der Reihen in Sekunden an.',
  'There is no load to look at.': 'Es gibt keine Last zu betrachten.',
  'Give at least one series of at least one step.':
    'Geben Sie mindestens eine Reihe mit mindestens einem Zeitschritt an.',
  'Series {1} has {2} steps, the first {3}.': 'Reihe {1} hat {2} Zeitschritte, die erste {3}.',
  'Give all series over the same time.': 'Geben Sie alle Reihen über dieselbe Zeit an.',
  'Series {1} has a value that is missing or no load.':
    'Reihe {1} hat einen Wert, der fehlt oder keine Last ist.',
  'Give non-negative load without gaps; take generation out.':
    'Geben Sie nicht negative Lasten ohne Lücken an; nehmen Sie die Erzeugung heraus.',
  'No group of {1} can be drawn from {2} loads.': 'Aus {2} Lasten lässt sich keine Gruppe von {1} ziehen.',
  'Ask for a whole number of loads up to those given.':
    'Verlangen Sie eine ganze Zahl von Lasten, höchstens so viele, wie da sind.',
  'No group is drawn.': 'Es wird keine Gruppe gezogen.',
  'Draw at least one.': 'Ziehen Sie mindestens eine.',
  'A load without a peak has no coincidence.': 'Eine Last ohne Spitze hat keine Gleichzeitigkeit.',
  'Leave out series that are zero throughout.': 'Lassen Sie Reihen weg, die durchweg null sind.',
  'What each measure adds to {1} is left out. {2}':
    'Was jede Maßnahme zu {1} beiträgt, bleibt außer Acht. {2}',
  '{1} is better neither higher nor lower.': '{1w} ist weder höher noch niedriger besser.',
  '{1} is 0 today: that fixes no scale.': '{1w} ist heute 0: Das legt keinen Maßstab fest.',
  'Give a worst and a best value for it.': 'Geben Sie dafür einen schlechtesten und einen besten Wert an.',
  'This is no range of the input.': 'Das ist keine Spanne dieser Eingabe.',
  'Give low and high from {1} to {2} {3}.': 'Geben Sie die untere und obere Grenze von {1} bis {2} {3} an.',
  'The value of the scenario, {1}, lies outside.': 'Der Wert des Szenarios, {1}, liegt außerhalb.',
  'Give a range around it, or draw uniformly.':
    'Geben Sie eine Spanne darum an, oder ziehen Sie gleichverteilt.',
  'Give the id of a distribution transformer, for example {1}, or "(MV network)".':
    'Geben Sie die Kennung eines Ortsnetztransformators an, zum Beispiel {1}, oder „(MV network)“.',
  'Give the id of a transformer, or of the line with which a feeder leaves its busbar.':
    'Geben Sie die Kennung eines Transformators an, oder der Leitung, mit der ein Abgang seine Sammelschiene verlässt.',
  'Give the id of a bus, for example {1}.': 'Geben Sie die Kennung eines Knotens an, zum Beispiel {1}.',
  'Give the id of a bus, for example of a network with one.':
    'Geben Sie die Kennung eines Knotens an, in einem Netz mit Knoten.',
  'Fuse {1} stands on no closed line; it is not judged.':
    'Sicherung {1} sitzt an keiner geschlossenen Leitung; sie wird nicht beurteilt.',
  'Fuse {1} stands in a loop, where it carries a part of the fault current only; it is not judged.':
    'Sicherung {1} sitzt in einer Masche, wo sie nur einen Teil des Fehlerstroms führt; sie wird nicht beurteilt.',
  'Fuse {1} stands on one of several parallel lines; it is not judged.':
    'Sicherung {1} sitzt an einer von mehreren Parallelleitungen; sie wird nicht beurteilt.',
  'Fuse {1} has no fault of the chosen kinds in its zone; it is not judged.':
    'Sicherung {1} hat in ihrem Bereich keinen Fehler der gewählten Arten; sie wird nicht beurteilt.',
  'Bus {1} has no supply on the phases asked for.':
    'Knoten {1} ist auf den verlangten Phasen nicht versorgt.',
  'Wait for the answer, or ask for something that measures can express.':
    'Warten Sie die Antwort ab, oder fragen Sie nach etwas, das Maßnahmen ausdrücken können.',
  'Give at least one, each {1} than the one before.':
    'Geben Sie mindestens eines an, jedes {1w} als das davor.',
  // Workers.
  'A worker died (no answer within {1} s) and was replaced.':
    'Ein Arbeiter ist ausgefallen (keine Antwort in {1} s) und wurde ersetzt.',
  'A worker died ({1}) and was replaced.': 'Ein Arbeiter ist ausgefallen ({1p}) und wurde ersetzt.',
  'Its worker died ({1}).': 'Sein Arbeiter ist ausgefallen ({1}).',
  'The optimisation was cancelled.': 'Die Optimierung wurde abgebrochen.',
  // Networks and weather that are made.
  'The streets lie too far from most buildings; cables follow a proximity graph.':
    'Die Straßen liegen von den meisten Gebäuden zu weit entfernt; die Kabel folgen einem Nachbarschaftsgraphen.',
  'Give the streets in front of the buildings.': 'Geben Sie die Straßen vor den Gebäuden an.',
  '{1} straight link(s) join parts of the district that no route connects.':
    '{1} gerade Verbindung(en) schließen Teile des Gebiets an, die kein Weg verbindet.',
  'Give the missing streets.': 'Geben Sie die fehlenden Straßen an.',
  'The service cable keeps neither rating nor voltage budget.':
    'Das Anschlusskabel hält weder Bemessungsstrom noch zulässigen Spannungsfall ein.',
  'The feeder keeps neither rating nor voltage budget.':
    'Der Abgang hält weder Bemessungsstrom noch zulässigen Spannungsfall ein.',
  'The demand is above the largest transformer of the catalogue.':
    'Der Bedarf liegt über dem größten Transformator des Katalogs.',
  'Give the network for this part of the district, or check the position and size of the buildings it feeds.':
    'Geben Sie für diesen Teil des Gebiets das Netz an, oder prüfen Sie Lage und Größe der Gebäude, die es versorgt.',
  'Correct the figure in the table of normals.': 'Berichtigen Sie den Wert in der Tabelle der Mittelwerte.',
  'The mean daily minimum, the mean and the mean daily maximum must rise in this order.':
    'Mittleres Tagesminimum, Mittel und mittleres Tagesmaximum müssen in dieser Reihenfolge steigen.',
  'Correct the temperatures of this month.': 'Berichtigen Sie die Temperaturen dieses Monats.',
  'A table of normals has the schema gridtwin-climate/1 and twelve months.':
    'Eine Tabelle der Mittelwerte hat das schema gridtwin-climate/1 und zwölf Monate.',
  'Write the table with the command `gridtwin normals FILE.epw --out FILE.json`.':
    'Schreiben Sie die Tabelle mit dem Befehl `gridtwin normals FILE.epw --out FILE.json`.',
  '{1} must be a text.': '{1} muss ein Text sein.',
  'Say which place it is and where the figures come from.':
    'Sagen Sie, welcher Ort es ist und woher die Werte stammen.',
};
