/** What circuit files and the power flow of circuits and networks say, in German; names of fields stay as the file has them. */
export const CIRCUIT_ISSUES: Readonly<Record<string, string>> = {
  // Circuit files.
  '{1} refers to the {2} "{3}", which does not exist.':
    '{1p} verweist auf „{3}“ ({2}), und das gibt es nicht.',
  '"{1}" of {2} has to be a winding, 0 to {3}; it is {4}.':
    '„{1}“ von {2p} muss eine Wicklung sein, 0 bis {3}; es ist {4}.',
  '"{1}" of {2} has to rise from point to point; it is {3}.':
    '„{1}“ von {2p} muss von Punkt zu Punkt steigen; es ist {3}.',
  '"{1}" of {2} has to be above 0; it is {3}.': '„{1}“ von {2p} muss über 0 liegen; es ist {3}.',
  '"{1}" of {2} must not be negative; it is {3}.': '„{1}“ von {2p} darf nicht negativ sein; es ist {3}.',
  '"{1}" of {2} must not name a node twice; it is {3}.':
    '„{1}“ von {2p} darf keinen Leiter zweimal nennen; es ist {3}.',
  '"{1}" of {2} has a negative resistance; it is {3}.':
    '„{1}“ von {2p} hat einen negativen Widerstand; es ist {3}.',
  '"{1}" of {2} and xOhm are both 0 on the diagonal; it is {3}.':
    '„{1}“ von {2p} und xOhm sind auf der Diagonale beide 0; es ist {3}.',
  '"{1}" of {2} has to be symmetric, or each row the one before shifted by one; it is {3}.':
    '„{1}“ von {2p} muss symmetrisch sein, oder jede Zeile die um eins verschobene davor; es ist {3}.',
  '"{1}" of {2} has to be symmetric; it is {3}.': '„{1}“ von {2p} muss symmetrisch sein; es ist {3}.',
  '"{1}" of {2} has to be 1, 2 or 3; it is {3}.': '„{1}“ von {2p} muss 1, 2 oder 3 sein; es ist {3}.',
  '"{1}" of {2} is for two windings only; it is {3}.':
    '„{1}“ von {2p} gibt es nur bei zwei Wicklungen; es ist {3}.',
  '"{1}" of {2} lies above tapMaxPu = {3}; it is {4}.':
    '„{1}“ von {2p} liegt über tapMaxPu = {3}; es ist {4}.',
  '"{1}" of {2} lies above maxPu = {3}; it is {4}.': '„{1}“ von {2p} liegt über maxPu = {3}; es ist {4}.',
  '"{1}" of {2} lies above minPu = {3}; it is {4}.': '„{1}“ von {2p} liegt über minPu = {3}; es ist {4}.',
  '"{1}" of {2} has to lie in {3} to {4}; it is {5}.':
    '„{1}“ von {2p} muss zwischen {3} und {4} liegen; es ist {5}.',
  '"{1}" of {2} has to sum to 1; it is {3}.': '„{1}“ von {2p} muss zusammen 1 ergeben; es ist {3}.',
  'Correct the value.': 'Berichtigen Sie den Wert.',
  '"{1}" of {2} has {3} entries; it needs at least one value.':
    '„{1}“ von {2p} hat {3} Einträge; es braucht mindestens einen Wert.',
  '"{1}" of {2} has {3} entries; it needs at least one node.':
    '„{1}“ von {2p} hat {3} Einträge; es braucht mindestens einen Leiter.',
  '"{1}" of {2} has {3} entries; p has {4}.': '„{1}“ von {2p} hat {3} Einträge; p hat {4}.',
  '"{1}" of {2} has {3} entries; x has {4}.': '„{1}“ von {2p} hat {3} Einträge; x hat {4}.',
  '"{1}" of {2} has {3} entries; the other end has {4} conductors.':
    '„{1}“ von {2p} hat {3} Einträge; das andere Ende hat {4} Leiter.',
  '"{1}" of {2} has {3} entries; a matrix of {4} conductors has {5}.':
    '„{1}“ von {2p} hat {3} Einträge; eine Matrix für {4} Leiter hat {5}.',
  '"{1}" of {2} has {3} entries; a transformer has at least two.':
    '„{1}“ von {2p} hat {3} Einträge; ein Transformator hat mindestens zwei.',
  '"{1}" of {2} has {3} entries; {4} windings have {5} pairs.':
    '„{1}“ von {2p} hat {3} Einträge; {4} Wicklungen haben {5} Paare.',
  '"{1}" of {2} has {3} entries; {4} phases in {5} have {6}.':
    '„{1}“ von {2p} hat {3} Einträge; {4} Phasen in {5} haben {6}.',
  '"{1}" of {2} has {3} entries; a series winding in wye is followed by a common winding in wye.':
    '„{1}“ von {2p} hat {3} Einträge; auf eine Reihenwicklung in wye folgt eine gemeinsame Wicklung in wye.',
  'Give as many entries as that.': 'Geben Sie ebenso viele Einträge an.',
  '{1} joins buses whose phase-to-earth voltages are {2} V and {3} V.':
    '{1} verbindet Knoten, deren Leiter-Erde-Spannungen {2} V und {3} V sind.',
  'Put a transformer between them, or correct the nominal voltage of one.':
    'Setzen Sie einen Transformator dazwischen, oder berichtigen Sie die Nennspannung eines Knotens.',
  '"{1}" of {2} is not a usable number.': '„{1}“ von {2p} ist keine brauchbare Zahl.',
  'Give a number up to {1}.': 'Geben Sie eine Zahl bis {1} an.',
  '{1} has a negative resistance. In the equivalent star of three windings this can be right.':
    '{1p} hat einen negativen Widerstand. Im Ersatzstern eines Dreiwicklers kann das stimmen.',
  'Check the losses of the transformer.': 'Prüfen Sie die Verluste des Transformators.',
  // The power flow of a circuit.
  'No source is in service.': 'Keine Einspeisung ist in Betrieb.',
  'Add a source or enable one.': 'Ergänzen Sie eine Einspeisung, oder schalten Sie eine ein.',
  'No closed path from a source feeds {1} buses (or phases of them): {2}. Loads and generators there draw nothing: {3}.':
    'Kein geschlossener Weg von einer Einspeisung versorgt {1} Knoten (oder Phasen davon): {2p}. Lasten und Erzeuger dort beziehen und liefern nichts: {3p}.',
  'Close a switch or add a line.': 'Schließen Sie einen Schalter, oder ergänzen Sie eine Leitung.',
  'The impedance matrix of {1} has no inverse.': 'Die Impedanzmatrix von {1} lässt sich nicht umkehren.',
  'Check its resistances and reactances; join buses by a switch instead of a zero impedance.':
    'Prüfen Sie Wirk- und Blindwiderstände; verbinden Sie Knoten durch einen Schalter statt durch eine Impedanz von null.',
  'Winding {1} of transformer {2} has a tap of {3}.':
    'Wicklung {1} des Transformators {2} hat die Stufe {3}.',
  'Give a ratio above 0; 1 is nominal.': 'Geben Sie ein Verhältnis über 0 an; 1 ist der Nennwert.',
  'The impedance matrix of {1} is not symmetric and lies between two buses.':
    'Die Impedanzmatrix von {1} ist nicht symmetrisch und liegt zwischen zwei Knoten.',
  'The impedance matrix of {1} is not symmetric and stands on other nodes than 1, 2 and 3.':
    'Die Impedanzmatrix von {1} ist nicht symmetrisch und liegt an anderen Leitern als 1, 2 und 3.',
  'The impedance matrix of {1} is not symmetric by more than the solver can take.':
    'Die Impedanzmatrix von {1} ist stärker unsymmetrisch, als die Rechnung verträgt.',
  'Give a matrix that equals its transpose, or positive- and negative-sequence impedances less than five times apart to earth.':
    'Geben Sie eine Matrix an, die ihrer Transponierten gleicht, oder Impedanzen von Mit- und Gegensystem gegen Erde, die weniger als das Fünffache auseinanderliegen.',
  'The circuit asks for controls by the clock. They act as in static mode instead: in the order of their delays, until none wants to, within the step.':
    'Der Stromkreis verlangt Regelungen nach der Uhr. Sie wirken stattdessen wie im statischen Modus: in der Reihenfolge ihrer Verzögerungen, bis keine mehr will, innerhalb des Zeitschritts.',
  'Expect other taps than by the clock where delays are longer than a step.':
    'Rechnen Sie mit anderen Stufen als nach der Uhr, wo Verzögerungen länger als ein Zeitschritt sind.',
  'Inverters did not come to rest on their curves, or generators did not reach the voltage they hold.':
    'Wechselrichter kamen auf ihren Kennlinien nicht zur Ruhe, oder Erzeuger erreichten die Spannung nicht, die sie halten.',
  'Make the curves less steep, widen limits of reactive power, or strengthen the network there.':
    'Machen Sie die Kennlinien flacher, erweitern Sie die Blindleistungsgrenzen, oder verstärken Sie das Netz dort.',
  'After {1} control iterations some regulator or capacitor control still wants to act.':
    'Nach {1} Regeldurchgängen will eine Regelung eines Transformators oder Kondensators noch immer schalten.',
  'Raise the limit of control iterations or look for two controls that work against each other.':
    'Erhöhen Sie die Grenze der Regeldurchgänge, oder suchen Sie zwei Regelungen, die gegeneinander arbeiten.',
  'Controls did not come to rest in {1} of {2} steps.':
    'Regelungen kamen in {1} von {2} Zeitschritten nicht zur Ruhe.',
  // Cross-sections of lines.
  'A line of {1} conductors cannot have so many phases.':
    'Eine Leitung aus {1} Leitern kann nicht so viele Phasen haben.',
  'Give 1 to {1}.': 'Geben Sie 1 bis {1} an.',
  'Must be a positive number.': 'Es muss eine positive Zahl sein.',
  'Give it in SI units.': 'Geben Sie es in SI-Einheiten an.',
  'The matrices need this as a positive number.': 'Die Matrizen brauchen dies als positive Zahl.',
  'Complete the conductor data.': 'Ergänzen Sie die Daten des Leiters.',
  'A conductor has no place.': 'Ein Leiter hat keinen Ort.',
  'Give both coordinates.': 'Geben Sie beide Koordinaten an.',
  'A bare phase beside screened cables has no capacitance of its own.':
    'Ein blanker Leiter neben geschirmten Kabeln hat keine eigene Kapazität.',
  'Give every phase cable data, or none.': 'Geben Sie jeder Phase Kabeldaten, oder keiner.',
  'Give a height above 0.': 'Geben Sie eine Höhe über 0 an.',
  'A bare wire must hang above the ground.': 'Ein blankes Seil muss über dem Boden hängen.',
  'Two conductors stand in the same place.': 'Zwei Leiter liegen am selben Ort.',
  'Check coordinates, radii and their units.': 'Prüfen Sie Koordinaten, Radien und deren Einheiten.',
  'geometry {1}: {2}': 'geometry {1}: {2}',
  'spacing {1p}: {2}': 'spacing {1p}: {2}',
  // The network of a district.
  'Line and transformer share the id {1}.': 'Leitung und Transformator haben dieselbe Kennung {1}.',
  'Rename one.': 'Benennen Sie eines von beiden um.',
  'Give each its own id.': 'Geben Sie jedem eine eigene Kennung.',
  'The {1} id {2} occurs twice.': 'Die Kennung {2} ({1}) kommt zweimal vor.',
  'The line type id {1} occurs twice.': 'Die Kennung {1} (Leitungstyp) kommt zweimal vor.',
  'The transformer type id {1} occurs twice.': 'Die Kennung {1} (Transformatortyp) kommt zweimal vor.',
  'The efficiency exceeds 1.': 'Der Wirkungsgrad übersteigt 1.',
  'Correct it.': 'Berichtigen Sie es.',
  'The connection has no phase.': 'Der Anschluss hat keine Phase.',
  'Give a fraction.': 'Geben Sie einen Bruchteil an.',
  'Name at least one.': 'Nennen Sie mindestens eine.',
  'Vector group {1} is not supported.': 'Die Schaltgruppe {1} wird nicht unterstützt.',
  'Load losses exceed what the short-circuit voltage allows.':
    'Die Lastverluste übersteigen, was die Kurzschlussspannung zulässt.',
  'Check both figures and their units.': 'Prüfen Sie beide Werte und ihre Einheiten.',
  'A radial network has exactly one source; this one has {1} ({2}).':
    'Ein Strahlennetz hat genau eine Einspeisung; dieses hat {1} ({2}).',
  'Keep one source.': 'Behalten Sie eine Einspeisung.',
  '{1}: {2} names {3}, which does not exist.': '{1}: {2} nennt {3}, und das gibt es nicht.',
  'Correct the id.': 'Berichtigen Sie die Kennung.',
  '{1}: {2} must be above zero.': '{1p}: {2} muss über null liegen.',
  '{1}: {2} must not be negative.': '{1p}: {2} darf nicht negativ sein.',
  'The tap must lie between -50 and 50 %.': 'Die Stufe muss zwischen -50 und 50 % liegen.',
  'These branches form a loop: {1}.': 'Diese Zweige bilden eine Masche: {1}.',
  'Open a switch on one of the lines.': 'Öffnen Sie einen Schalter an einer der Leitungen.',
  'No closed path from the source feeds these buses with loads: {1}.':
    'Kein geschlossener Weg von der Einspeisung versorgt diese Knoten mit Lasten: {1}.',
  'No closed path from the source feeds these buses (no load there): {1}.':
    'Kein geschlossener Weg von der Einspeisung versorgt diese Knoten (dort keine Last): {1}.',
  'Close a switch, add a line or remove them.':
    'Schließen Sie einen Schalter, ergänzen Sie eine Leitung, oder entfernen Sie sie.',
  'Line {1} joins buses of {2} V and {3} V.': 'Leitung {1} verbindet Knoten mit {2} V und {3} V.',
  'Put a transformer between them.': 'Setzen Sie einen Transformator dazwischen.',
  'Transformer {1} ({2} / {3} V) joins buses of {4} V and {5} V.':
    'Transformator {1} ({2} / {3} V) verbindet Knoten mit {4} V und {5} V.',
  'Swap its buses or change its type.': 'Vertauschen Sie seine Knoten, oder ändern Sie seinen Typ.',
  'Transformer {1} is fed at its star (to) side; its delta side would float.':
    'Transformator {1} wird an der Sternseite („to“) gespeist; die Dreieckseite hätte keinen Bezug zur Erde.',
  'Feed it at its from-bus.': 'Speisen Sie ihn an seinem from-Knoten.',
  'No-load losses exceed the no-load apparent power; the reactive part is taken as zero.':
    'Die Leerlaufverluste übersteigen die Leerlauf-Scheinleistung; der Blindanteil gilt als null.',
  'Check noLoadCurrentPercent.': 'Prüfen Sie noLoadCurrentPercent.',
  'Give a lowest position of at most 0 and a highest of at least 0, one of them not 0.':
    'Geben Sie eine tiefste Stellung von höchstens 0 und eine höchste von mindestens 0 an, eine davon nicht 0.',
  'Give fewer positions or a smaller step: a reach of at most {1} %.':
    'Geben Sie weniger Stellungen oder eine kleinere Stufe an: eine Reichweite von höchstens {1} %.',
  'Give a band of at least {1} %, smaller steps, or fewer positions.':
    'Geben Sie ein Band von mindestens {1} %, kleinere Stufen oder weniger Stellungen an.',
  'Give it more positions, another set-point, or another off-load tap, where its voltage leaves the band.':
    'Geben Sie ihm mehr Stellungen, einen anderen Sollwert oder eine andere Anzapfung, wo seine Spannung das Band verlässt.',
  // Ageing of transformers.
  'The step must be longer than zero.': 'Der Zeitschritt muss länger als null sein.',
  'Give the step in seconds.': 'Geben Sie den Zeitschritt in Sekunden an.',
  'Loadings and ambient temperatures must be as many, at least one.':
    'Auslastungen und Umgebungstemperaturen müssen gleich viele sein, mindestens eine.',
  'Give one of each per step.': 'Geben Sie je Zeitschritt je eine von beiden an.',
  'Step {1} has no loading or no ambient temperature; what follows it would be unknown.':
    'Zeitschritt {1} hat keine Auslastung oder keine Umgebungstemperatur; was darauf folgt, wäre unbekannt.',
  'Fill the gap or end the series before it.': 'Füllen Sie die Lücke, oder beenden Sie die Reihe davor.',
};
