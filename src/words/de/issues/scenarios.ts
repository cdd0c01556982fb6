/** What files of scenarios, projects and links, and runs say, in German. */
export const SCENARIO_ISSUES: Readonly<Record<string, string>> = {
  '"{1}" of "{2}" lies outside {3} to {4} {5}.': '„{1}“ von „{2}“ liegt außerhalb von {3} bis {4} {5}.',
  'Choose a value from {1} to {2} {3}.': 'Wählen Sie einen Wert von {1} bis {2} {3}.',
  'The project cannot be opened: {1}': 'Das Projekt lässt sich nicht öffnen: {1p}',
  'Save the project again from the Gridtwin it was made in, and open that file.':
    'Speichern Sie das Projekt erneut aus dem Gridtwin, in dem es angelegt wurde, und öffnen Sie diese Datei.',
  'A saved selection does not read, or its name is taken; it is left out.':
    'Eine gespeicherte Auswahl lässt sich nicht lesen, oder ihr Name ist vergeben; sie wird weggelassen.',
  'Select those elements again and give the selection a name.':
    'Wählen Sie diese Elemente noch einmal aus, und geben Sie der Auswahl einen Namen.',
  'A question to the room is open; nothing of the session is changed until it is closed.':
    'Eine Frage an den Raum ist offen; bis sie geschlossen ist, ändert sich nichts an der Sitzung.',
  'Close the question, then change the session.':
    'Schließen Sie die Frage, und ändern Sie die Sitzung danach.',
  'The link is damaged or cut short; nothing of it was opened.':
    'Der Link ist beschädigt oder abgeschnitten; nichts davon wurde geöffnet.',
  'Copy the whole link again, or ask for the scenario as a file.':
    'Kopieren Sie den ganzen Link noch einmal, oder bitten Sie um das Szenario als Datei.',
  'The link has format {1}; this version of Gridtwin reads format {2}. Nothing of it was opened.':
    'Der Link hat Format {1}; diese Version von Gridtwin liest Format {2}. Nichts davon wurde geöffnet.',
  'Open it with the newest Gridtwin, or ask for the scenario as a file.':
    'Öffnen Sie ihn mit dem neuesten Gridtwin, oder bitten Sie um das Szenario als Datei.',
  'Run again; if it happens again, close other programs: the machine may be short of memory.':
    'Rechnen Sie noch einmal; geschieht es wieder, schließen Sie andere Programme: Womöglich fehlt Arbeitsspeicher.',
  'The scenario belongs to another district.': 'Das Szenario gehört zu einem anderen Gebiet.',
  'Open {1} first.': 'Öffnen Sie zuerst {1}.',
  'It cannot be read: {1}.': 'Es lässt sich nicht lesen: {1}.',
  '{1} cannot be read: {2}.': '{1} lässt sich nicht lesen: {2}.',
  'Check the file and try again.': 'Prüfen Sie die Datei, und versuchen Sie es noch einmal.',
  'It was made for the district “{1}”, which is not in this browser.':
    'Es wurde für das Gebiet „{1}“ gemacht, das nicht in diesem Browser ist.',
  'Import that district here first, or ask for the whole project as a file.':
    'Importieren Sie das Gebiet zuerst hier, oder bitten Sie um das ganze Projekt als Datei.',
  'The run was cancelled.': 'Die Rechnung wurde abgebrochen.',
  'The run was refused.': 'Die Rechnung wurde abgelehnt.',
  'Start the run again.': 'Starten Sie die Rechnung noch einmal.',
  'A worker died twice on one job: {1}.': 'Ein Arbeiter ist zweimal an einer Aufgabe gestorben: {1}.',
  'The district has no such element.': 'Das Gebiet hat kein solches Element.',
  'Choose an element of the district that was run.': 'Wählen Sie ein Element des gerechneten Gebiets.',
  'The calibration was cancelled.': 'Die Kalibrierung wurde abgebrochen.',
  'Start it again.': 'Starten Sie sie noch einmal.',
  'The calibration broke down: {1}': 'Die Kalibrierung ist zusammengebrochen: {1p}',
  'Start it again; if it happens again, this is a defect of Gridtwin: please report it with this text.':
    'Starten Sie sie noch einmal; geschieht es wieder, ist das ein Fehler von Gridtwin: Bitte melden Sie ihn mit diesem Text.',
  'The search broke down: {1}': 'Die Suche ist zusammengebrochen: {1}',
  'Search again; if it happens again, this is a defect of Gridtwin: please report it with this text.':
    'Suchen Sie noch einmal; geschieht es wieder, ist das ein Fehler von Gridtwin: Bitte melden Sie ihn mit diesem Text.',
  'The power flow finds no solution in {1} of {2} steps.':
    'Der Lastfluss findet in {1} von {2} Zeitschritten keine Lösung.',
  'The load exceeds what the network can carry; lower it or reinforce the network.':
    'Die Last übersteigt, was das Netz tragen kann; senken Sie sie, oder verstärken Sie das Netz.',
  'The correction of {1} cannot be applied.': 'Die Korrektur von {1} lässt sich nicht anwenden.',
  'The scenario was made for another district ({1}, {2}); it is applied to {3}, {4}.':
    'Das Szenario wurde für ein anderes Gebiet gemacht ({1}, {2}); es wird auf {3}, {4} angewandt.',
  'The scenario was made for another version of the district ({1}, {2}); it is applied to {3}, {4}.':
    'Das Szenario wurde für einen anderen Stand des Gebiets gemacht ({1}, {2}); es wird auf {3}, {4} angewandt.',
  'Check which buildings its measures reach.': 'Prüfen Sie, welche Gebäude seine Maßnahmen erreichen.',
  'The run is that of {1}; the other years of the path are ignored.':
    'Gerechnet wird {1}; die anderen Jahre des Pfads bleiben außer Acht.',
  'Set another year to run it.': 'Stellen Sie ein anderes Jahr ein, um es zu rechnen.',
  'Read what it does with this in mind, or take another measure.':
    'Lesen Sie ihre Wirkung mit diesem Vorbehalt, oder nehmen Sie eine andere Maßnahme.',
  'The results were made with another {1} ({2}, now {3}).':
    'Die Ergebnisse stammen von einem anderen Stand ({1}: {2}, jetzt {3}).',
  'Run the scenario again.': 'Rechnen Sie das Szenario noch einmal.',
  'Widen its rule, or resolve it anew.': 'Erweitern Sie die Regel, oder lösen Sie sie neu auf.',
  'It changes bills alone: those whom a measure lets answer to the shipped tariff of this id answer to its shipped prices and hours.':
    'Er ändert nur Rechnungen: Wen eine Maßnahme auf den mitgelieferten Tarif dieser Kennung reagieren lässt, reagiert auf dessen mitgelieferte Preise und Stunden.',
  'Give it an id of its own, or take out the measure that answers to it.':
    'Geben Sie ihm eine eigene Kennung, oder nehmen Sie die Maßnahme heraus, die auf ihn reagiert.',
  'Widen its selection or adoption, or take it out.':
    'Erweitern Sie ihre Auswahl oder Verbreitung, oder nehmen Sie sie heraus.',
  'Raise its adoption for this year if it should take part.':
    'Erhöhen Sie ihre Verbreitung für dieses Jahr, wenn sie mitwirken soll.',
  'A phase is listed twice.': 'Eine Phase ist zweimal genannt.',
  'List each phase of the service once.': 'Nennen Sie jede Phase des Anschlusses einmal.',
  'The building has no heating whose set-point could be moved.':
    'Das Gebäude hat keine Heizung, deren Sollwert sich verschieben ließe.',
  'Name its heating system, or remove the field.': 'Nennen Sie die Heizung, oder entfernen Sie das Feld.',
  'The building has {1} households, numbered from 0.': 'Das Gebäude hat {1} Haushalte, von 0 an gezählt.',
  'Name households that are there.': 'Nennen Sie Haushalte, die es gibt.',
  'Give hours of one day that leave room for the hours after them, for example 17 to 19.':
    'Geben Sie Stunden eines Tages, die Platz für die Stunden danach lassen, zum Beispiel 17 bis 19.',
  'The {1} id "{2}" occurs more than once.': 'Die Kennung „{2}“ ({1w}) kommt mehrfach vor.',
  'Give every element an id of its own.': 'Geben Sie jedem Element eine eigene Kennung.',
  'There is no {1} with the id "{2}".': 'Es gibt kein Element „{2}“ ({1w}).',
  'Add the {1}, or correct the reference.': 'Fügen Sie es hinzu ({1w}), oder berichtigen Sie den Verweis.',
  'The file is nested more than {1} levels deep.': 'Die Datei ist mehr als {1} Ebenen tief verschachtelt.',
  'Simplify the rules it holds.': 'Vereinfachen Sie die Regeln darin.',
  'The measure "{1}" has no parameter "{2}".': 'Die Maßnahme „{1}“ hat keinen Parameter „{2}“.',
  'Its parameters are: {1}.': 'Ihre Parameter sind: {1}.',
  'Unknown field: {1}.': 'Unbekanntes Feld: {1}.',
  'Remove it, or check its spelling.': 'Entfernen Sie es, oder prüfen Sie die Schreibweise.',
  'Correct the value in the file.': 'Berichtigen Sie den Wert in der Datei.',
  '{1} more findings of this kind are not listed.': '{1} weitere Befunde dieser Art sind nicht aufgeführt.',
  'The condition on {1} asks for what this attribute cannot be.':
    'Die Bedingung an {1} verlangt, was diese Eigenschaft nicht sein kann.',
  'This file has version "{1}", which this program does not know; it reads {2}.':
    'Diese Datei hat Version „{1}“, die dieses Programm nicht kennt; es liest {2}.',
  'Open the file with a newer release, or export it again in a version listed here.':
    'Öffnen Sie die Datei mit einer neueren Ausgabe, oder exportieren Sie sie erneut in einer hier genannten Version.',
  'This is not a {1} file: its top level has no "schema" of {2}.':
    'Das ist keine Datei dieser Art ({1}): Auf der obersten Ebene fehlt ein „schema“ aus {2}.',
  'Choose a file that was written by this program, or import it as map data.':
    'Wählen Sie eine Datei, die dieses Programm geschrieben hat, oder importieren Sie sie als Kartendaten.',
  'Version 1 of the scenario file has no field {1}.': 'Version 1 der Szenariodatei hat kein Feld {1}.',
  'Write "gridtwin-scenario/2" as its schema, or remove the field.':
    'Schreiben Sie „gridtwin-scenario/2“ als schema, oder entfernen Sie das Feld.',
  'The district on screen has no such {1}.': 'Das Gebiet auf dem Bildschirm hat so etwas nicht ({1}).',
  'Open the district that the session was written for, or name a {1} of this one.':
    'Öffnen Sie das Gebiet, für das die Sitzung geschrieben wurde, oder nennen Sie etwas aus diesem ({1}).',
};
