/** What reading OpenDSS scripts says of lines, commands and values, in German; keywords stay as OpenDSS has them. */
export const OPEN_DSS_ISSUES: Readonly<Record<string, string>> = {
  // Files and commands.
  '"{1}" defines no circuit.': '„{1}“ legt keinen Stromkreis an.',
  'Write New Circuit.name, or name the main file.':
    'Schreiben Sie New Circuit.name, oder nennen Sie die Hauptdatei.',
  'The file "{1}" was not found.': 'Die Datei „{1}“ wurde nicht gefunden.',
  '"{1}" includes itself, or files go {2} deep.':
    '„{1}“ bindet sich selbst ein, oder Dateien sind {2} Ebenen tief verschachtelt.',
  'Put it beside the file that names it, or correct the name.':
    'Legen Sie sie neben die Datei, die sie nennt, oder berichtigen Sie den Namen.',
  'Put it beside the file that names it.': 'Legen Sie sie neben die Datei, die sie nennt.',
  'Take the repetition out.': 'Nehmen Sie die Wiederholung heraus.',
  '"{1}" is no command.': '„{1}“ ist kein Befehl.',
  'Correct the line, or take it out.': 'Berichtigen Sie die Zeile, oder nehmen Sie sie heraus.',
  'The command {1} changes the circuit and is not supported.':
    'Der Befehl {1} ändert den Stromkreis und wird nicht unterstützt.',
  'Run it elsewhere and save the circuit first.':
    'Führen Sie ihn anderswo aus, und speichern Sie zuerst den Stromkreis.',
  'The command {1} has no part in reading a circuit.':
    'Der Befehl {1} spielt beim Lesen eines Stromkreises keine Rolle.',
  'The command names "{1}" where class.name is wanted.':
    'Der Befehl nennt „{1}“, wo Klasse.Name stehen müsste.',
  'Write the class and name right after the command.':
    'Schreiben Sie Klasse und Namen gleich hinter den Befehl.',
  'There is no class "{1}".': 'Eine Klasse „{1}“ gibt es nicht.',
  'Correct the name of the class.': 'Berichtigen Sie den Namen der Klasse.',
  '{1} does not exist.': '{1} gibt es nicht.',
  'Define it before this line, or correct the name.':
    'Legen Sie es vor dieser Zeile an, oder berichtigen Sie den Namen.',
  '{1} is defined a second time; this edits the first.':
    '{1} wird ein zweites Mal angelegt; das ändert das erste.',
  'Give every object its own name, or write Edit.':
    'Geben Sie jedem Objekt einen eigenen Namen, oder schreiben Sie Edit.',
  'Objects of the class {1} have no part in a power flow and are not used.':
    'Objekte der Klasse {1} spielen im Lastfluss keine Rolle und werden nicht verwendet.',
  'Objects of the class {1} are not supported; those that are disabled are left out.':
    'Objekte der Klasse {1} werden nicht unterstützt; abgeschaltete bleiben außer Acht.',
  '{1}: the class changes the solution and is not supported.':
    '{1}: Die Klasse ändert die Lösung und wird nicht unterstützt.',
  'Take the element out, disable it, or model it by others.':
    'Nehmen Sie das Element heraus, schalten Sie es ab, oder bilden Sie es durch andere nach.',
  '{1} has a value beyond the last property.': '{1} hat einen Wert hinter der letzten Eigenschaft.',
  '{1} has a value beyond the last property that is known here.':
    '{1} hat einen Wert hinter der letzten Eigenschaft, die hier bekannt ist.',
  '{1} has no property "{2}".': '{1} hat keine Eigenschaft „{2}“.',
  '{1} has no property "{2}" that is known here.': '{1} hat keine hier bekannte Eigenschaft „{2}“.',
  'Correct the name of the property, or take it out.':
    'Berichtigen Sie den Namen der Eigenschaft, oder nehmen Sie sie heraus.',
  '{1}: an empty value ends the line for OpenDSS; what follows is not read.':
    '{1}: Ein leerer Wert beendet für OpenDSS die Zeile; was folgt, wird nicht gelesen.',
  'Give every property a value, or take it out.':
    'Geben Sie jeder Eigenschaft einen Wert, oder nehmen Sie sie heraus.',
  'An element is defined before the circuit.': 'Ein Element wird vor dem Stromkreis angelegt.',
  'Write New Circuit.name first.': 'Schreiben Sie zuerst New Circuit.name.',
  'A second circuit "{1}" begins; only one can be read.':
    'Ein zweiter Stromkreis „{1}“ beginnt; nur einer kann gelesen werden.',
  'Write Clear before it, or take it out.': 'Schreiben Sie Clear davor, oder nehmen Sie ihn heraus.',
  'There is no object to go on with.': 'Es gibt kein Objekt, mit dem es weitergehen könnte.',
  'Write New or Edit first.': 'Schreiben Sie zuerst New oder Edit.',
  '"{1}" is no number of a terminal or conductor.': '„{1}“ ist keine Nummer eines Anschlusses oder Leiters.',
  'Give whole numbers from 1.': 'Geben Sie ganze Zahlen ab 1 an.',
  '"{1}" is no regular expression that is accepted here.':
    '„{1}“ ist kein regulärer Ausdruck, der hier angenommen wird.',
  'Use plain letters, ".", ".*" and brackets.': 'Nehmen Sie einfache Buchstaben, „.“, „.*“ und Klammern.',
  'The file of bus coordinates "{1}" was not found; buses have no place.':
    'Die Datei „{1}“ mit den Koordinaten der Knoten wurde nicht gefunden; die Knoten haben keinen Ort.',
  'A row of "{1}" has no two coordinates (bus "{2}").':
    'Eine Zeile von „{1}“ hat keine zwei Koordinaten (Knoten „{2}“).',
  'Write bus, x, y on every row.': 'Schreiben Sie in jede Zeile Knoten, x, y.',
  'SetkVBase wants a bus and its voltage.': 'SetkVBase verlangt einen Knoten und seine Spannung.',
  'Write SetkVBase bus=name kVLL=12.47.': 'Schreiben Sie SetkVBase bus=name kVLL=12.47.',
  'Solve in mode {1} is no power flow.': 'Solve im Modus {1} ist kein Lastfluss.',
  'Solve in mode {1} is no power flow; the circuit is read as it stood at the last power flow before it.':
    'Solve im Modus {1} ist kein Lastfluss; der Stromkreis wird so gelesen, wie er beim letzten Lastfluss davor stand.',
  'Solve in mode snapshot, daily, yearly or dutycycle.':
    'Rechnen Sie im Modus snapshot, daily, yearly oder dutycycle.',
  '{1} {2n} places; this is the first.': '{1p} {2n} Stellen; dies ist die erste.',
  '{1} more of this kind are not listed.': '{1} weitere dieser Art sind nicht aufgeführt.',
  // Options.
  'Set {1}: a number is wanted that makes sense here.':
    'Set {1}: Verlangt ist eine Zahl, die hier sinnvoll ist.',
  'Set {1}: this changes the solution and is not supported.':
    'Set {1}: Das ändert die Lösung und wird nicht unterstützt.',
  'Set {1}: a time is wanted, such as 15m.': 'Set {1}: Verlangt ist eine Zeit, etwa 15m.',
  'Set {1}: no such mode is known.': 'Set {1}: Ein solcher Modus ist nicht bekannt.',
  'Set {1}: no such control mode is known.': 'Set {1}: Eine solche Art der Regelung ist nicht bekannt.',
  'Set {1}: numbers above zero are wanted.': 'Set {1}: Verlangt sind Zahlen über null.',
  'Set {1}: a number of passes up to {2} is wanted.':
    'Set {1}: Verlangt ist eine Zahl von Durchgängen bis {2}.',
  'Set {1}: no such earth model is known.': 'Set {1}: Ein solches Erdmodell ist nicht bekannt.',
  'Set {1}: no such option is known.': 'Set {1}: Eine solche Option ist nicht bekannt.',
  'Correct the value, or take the option out.':
    'Berichtigen Sie den Wert, oder nehmen Sie die Option heraus.',
  'The option {1} has no part in a power flow and is not used.':
    'Die Option {1} spielt im Lastfluss keine Rolle und wird nicht verwendet.',
  // Values of properties.
  '{1} has no part in a power flow and is not used.':
    '{1} spielt im Lastfluss keine Rolle und wird nicht verwendet.',
  '{1} is neither yes nor no.': '{1} ist weder „yes“ noch „no“.',
  'Give yes or no (OpenDSS reads anything else as no).':
    'Geben Sie „yes“ oder „no“ an (alles andere liest OpenDSS als „no“).',
  'Give a number, or arithmetic such as (4.16 3 sqrt /).':
    'Geben Sie eine Zahl an, oder eine Rechnung wie (4.16 3 sqrt /).',
  '{1} is not known here.': '{1} ist hier nicht bekannt.',
  'Give one of: {1}.': 'Geben Sie eines davon an: {1}.',
  '{1} has {2} values in row {3} where {4} fit.': '{1} hat {2} Werte in Zeile {3}, wo {4} Platz haben.',
  '{1} has {2} rows where {3} are wanted.': '{1} hat {2} Zeilen, wo {3} verlangt sind.',
  'Set the number of phases before the matrix.': 'Setzen Sie die Zahl der Phasen vor der Matrix.',
  '{1} holds "{2}", which is not a number.': '{1} enthält „{2}“, und das ist keine Zahl.',
  '{1} holds "{2}", which is no proper number here.': '{1} enthält „{2}“, und das passt hier nicht als Zahl.',
  'Give numbers only.': 'Geben Sie nur Zahlen an.',
  '{1} is not a pair of numbers.': '{1} ist kein Zahlenpaar.',
  'Give real and imaginary part, such as [0.1, 0.4].':
    'Geben Sie Real- und Imaginärteil an, etwa [0.1, 0.4].',
  '{1} names {2} "{3}", which is not defined above.':
    '{1} nennt {2} „{3}“, was weiter oben nicht angelegt ist.',
  '{1} names "{2}", which is not defined above.': '{1} nennt „{2}“, was weiter oben nicht angelegt ist.',
  'Define {1} before this line.': 'Legen Sie {1} vor dieser Zeile an.',
  'Define it first.': 'Legen Sie es zuerst an.',
  '{1} names the file "{2}", which was not found.': '{1} nennt die Datei „{2}“, die nicht gefunden wurde.',
  'Put the file beside the one that names it.': 'Legen Sie die Datei neben die, die sie nennt.',
  '{1} names "{2}" as a binary file, but it came as text.':
    '{1} nennt „{2}“ als Binärdatei, sie kam aber als Text.',
  '{1} names a binary file that was not found as bytes.':
    '{1} nennt eine Binärdatei, die nicht als Bytes gefunden wurde.',
  'Hand binary files over as bytes.': 'Übergeben Sie Binärdateien als Bytes.',
  '{1} names a file with something else than numbers.': '{1} nennt eine Datei mit anderem als Zahlen.',
  '{1} holds something else than numbers in "{2}".': '{1} enthält in „{2}“ anderes als Zahlen.',
  'Check that it is the right kind of file.': 'Prüfen Sie, ob es die richtige Art von Datei ist.',
  '{1} reads "{2}", line {3}, column {4}: no number there.':
    '{1} liest „{2}“, Zeile {3}, Spalte {4}: Dort steht keine Zahl.',
  '{1} reads "{2}", line {3}: {4} numbers are wanted there.':
    '{1} liest „{2}“, Zeile {3}: Dort sind {4} Zahlen verlangt.',
  'Correct the file, or give column= and header=.':
    'Berichtigen Sie die Datei, oder geben Sie column= und header= an.',
  'Correct the file.': 'Berichtigen Sie die Datei.',
  '{1} has more values than the {2} that have a place; OpenDSS and this reader leave the rest out.':
    '{1} hat mehr Werte als die {2}, die Platz haben; OpenDSS und dieses Programm lassen den Rest weg.',
  'Give the number of points, steps or windings before the values.':
    'Geben Sie die Zahl der Punkte, Stufen oder Wicklungen vor den Werten an.',
  '{1} must be above zero.': '{1} muss über null liegen.',
  'Give a number above zero.': 'Geben Sie eine Zahl über null an.',
  '{1} must lie between {2} and {3}.': '{1} muss zwischen {2} und {3} liegen.',
  'Give a whole number in this range.': 'Geben Sie eine ganze Zahl in diesem Bereich an.',
  '{1} changes the solution and is not supported.': '{1} ändert die Lösung und wird nicht unterstützt.',
  'Take it out, or model it otherwise.': 'Nehmen Sie es heraus, oder bilden Sie es anders nach.',
  '{1} comes before npts.': '{1} steht vor npts.',
  'Give npts before the values.': 'Geben Sie npts vor den Werten an.',
  '{1} has {2} values for {3} windings; OpenDSS drops the rest.':
    '{1} hat {2} Werte für {3} Wicklungen; OpenDSS verwirft den Rest.',
  'Give one number a winding.': 'Geben Sie je Wicklung eine Zahl an.',
  '{1} is not one of {2} windings.': '{1} ist keine von {2} Wicklungen.',
  'Give windings= first.': 'Geben Sie zuerst windings= an.',
  '{1} holds "{2}", which is no connection.': '{1} enthält „{2}“, und das ist keine Schaltung.',
  '{1} is no connection.': '{1} ist keine Schaltung.',
  '{1} holds a word that is no connection.': '{1} enthält ein Wort, das keine Schaltung ist.',
  'Give wye or delta.': 'Geben Sie wye oder delta an.',
  'Give series, wye or delta.': 'Geben Sie series, wye oder delta an.',
  '{1} must be 2 or 3.': '{1} muss 2 oder 3 sein.',
  'An autotransformer has two or three windings.': 'Ein Spartransformator hat zwei oder drei Wicklungen.',
  '{1} comes before nconds.': '{1} steht vor nconds.',
  'Give nconds first.': 'Geben Sie zuerst nconds an.',
  '{1} names {2} conductors where {3} are wanted.': '{1} nennt {2} Leiter, wo {3} verlangt sind.',
  'Name as many as the geometry has.': 'Nennen Sie so viele, wie die Geometrie hat.',
  '{1} is not one of {2} conductors.': '{1} ist keiner von {2} Leitern.',
  '{1} comes before spacing.': '{1} steht vor spacing.',
  'Give spacing first.': 'Geben Sie zuerst spacing an.',
  'Name one for each place.': 'Nennen Sie für jeden Platz einen.',
  '{1} differs from the {2} conductors that the impedance has; OpenDSS keeps those.':
    '{1} weicht von den {2} Leitern ab, die die Impedanz hat; OpenDSS bleibt bei diesen.',
  'Let the line code or geometry have as many phases.':
    'Geben Sie dem Leitungstyp (line code) oder der Geometrie ebenso viele Phasen.',
  '{1} is no power factor.': '{1} ist kein Leistungsfaktor.',
  'Give a number between -1 and 1, not 0.': 'Geben Sie eine Zahl zwischen -1 und 1 an, nicht 0.',
  '{1} is neither open nor closed.': '{1} ist weder open noch closed.',
  'Give open or closed.': 'Geben Sie open oder closed an.',
  'LineSpacing.{1} has {2} conductors, LineGeometry.{3} has {4}.':
    'LineSpacing.{1} hat {2} Leiter, LineGeometry.{3} hat {4}.',
  'Give nconds before spacing, with the same number.': 'Geben Sie nconds vor spacing an, mit derselben Zahl.',
};
