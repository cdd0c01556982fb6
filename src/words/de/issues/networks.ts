/** What network tables and pandapower's nets say when they are read and written, in German; columns keep their names. */
export const NETWORK_ISSUES: Readonly<Record<string, string>> = {
  // Both: cells of a table.
  '"{1}" of {2} is not a text.': '„{1}“ von {2p} ist kein Text.',
  'Write a plain value.': 'Schreiben Sie einen einfachen Wert.',
  '"{1}" of {2} is missing.': '„{1}“ von {2p} fehlt.',
  'Give it a number.': 'Geben Sie eine Zahl an.',
  '"{1}" of {2} is not a number.': '„{1}“ von {2p} ist keine Zahl.',
  'Write digits with a decimal point, without a unit.':
    'Schreiben Sie Ziffern mit Dezimalpunkt, ohne Einheit.',
  '"{1}" of {2} has to be above 0.': '„{1}“ von {2p} muss über 0 liegen.',
  '"{1}" of {2} has to be positive.': '„{1}“ von {2p} muss positiv sein.',
  'Give it a value above 0.': 'Geben Sie einen Wert über 0 an.',
  '"{1}" of {2} must not be negative.': '„{1}“ von {2p} darf nicht negativ sein.',
  'Give it 0 or a positive value.': 'Geben Sie 0 oder einen positiven Wert an.',
  '"{1}" of {2} is neither true nor false.': '„{1}“ von {2p} ist weder true noch false.',
  'Write true or false.': 'Schreiben Sie true oder false.',
  'Give it true or false.': 'Geben Sie true oder false an.',
  '"{1}" of {2} is not one of {3}.': '„{1}“ von {2p} ist keines von {3}.',
  'Choose one of them.': 'Wählen Sie eines davon.',
  // Network tables.
  'The files hold no rows.': 'Die Dateien enthalten keine Zeilen.',
  'Give at least lines.csv and sources.csv, or a drawing with both.':
    'Geben Sie mindestens lines.csv und sources.csv an, oder eine Zeichnung mit beidem.',
  '{1} is none of the tables {2}.': '{1} ist keine der Tabellen {2}.',
  'Name the file after its table, for example lines.csv, or correct its header.':
    'Benennen Sie die Datei nach ihrer Tabelle, zum Beispiel lines.csv, oder berichtigen Sie die Kopfzeile.',
  'The column "{1}" of {2} is missing.': 'Die Spalte „{1}“ von {2p} fehlt.',
  'The table {1} needs: {2}.': 'Die Tabelle {1} braucht: {2}.',
  '"{1}" is no column of {2} and is not read.': '„{1}“ ist keine Spalte von {2} und wird nicht gelesen.',
  'Columns that may be left out: {1}.': 'Spalten, die fehlen dürfen: {1}.',
  '{1} is not a GeoJSON FeatureCollection.': '{1} ist keine FeatureCollection nach GeoJSON.',
  'Export lines, transformers and connections as one collection of features.':
    'Exportieren Sie Leitungen, Transformatoren und Anschlüsse als eine FeatureCollection.',
  '{1} has no geometry.': '{1p} hat keine Geometrie.',
  '{1} has no "kind" out of {2}.': '{1p} hat kein „kind“ aus {2}.',
  '{1} has the geometry {2}, which a row of {3} cannot have.':
    '{1p} hat die Geometrie {2}, die eine Zeile von {3} nicht haben kann.',
  '{1} has too few positions.': '{1p} hat zu wenige Positionen.',
  'Lines and switches are LineStrings; buses, transformers, connections and sources are Points with a "kind".':
    'Leitungen und Schalter sind LineStrings; Knoten, Transformatoren, Anschlüsse und Einspeisungen sind Points mit „kind“.',
  'Give every row an id of its own.': 'Geben Sie jeder Zeile eine eigene Kennung.',
  '"{1}" of {2} names no phases.': '„{1}“ von {2p} nennt keine Phasen.',
  'Write them like abc, a or 1,3, each once.': 'Schreiben Sie sie wie abc, „a“ oder 1,3, jede einmal.',
  '"{1}" of {2} is one phase, which cannot be in delta.':
    '„{1}“ von {2p} ist eine Phase, und die kann nicht im Dreieck liegen.',
  'Name two or three phases.': 'Nennen Sie zwei oder drei Phasen.',
  '"{1}" of {2} makes a resistance above uk_percent.':
    '„{1}“ von {2p} ergibt einen Wirkanteil über uk_percent.',
  'Correct one of the two.': 'Berichtigen Sie eines von beiden.',
  '"{1}" of {2} "{3}" cannot be used.': '„{1}“ von {2p}, „{3}“, ist nicht brauchbar.',
  'Write a group with its number, such as Dyn5, Dyn11, YNyn0 or Yd11.':
    'Schreiben Sie eine Schaltgruppe mit ihrer Kennzahl, etwa Dyn5, Dyn11, YNyn0 oder Yd11.',
  'Name the bus, or give the row a geometry.':
    'Nennen Sie den Knoten, oder geben Sie der Zeile eine Geometrie.',
  '{1} lines have no zero-sequence impedance; R0 = 4 R1 and X0 = 4 X1 are taken, as for a cable with four equal cores.':
    'Leitungen ohne Nullimpedanz: {1}; angenommen werden R0 = 4 R1 und X0 = 4 X1, wie bei einem Kabel mit vier gleichen Adern.',
  'Give r0_ohm_per_km and x0_ohm_per_km.': 'Geben Sie r0_ohm_per_km und x0_ohm_per_km an.',
  'No source feeds {1} buses with {2} loads ({3}).':
    'Keine Einspeisung versorgt {1} Knoten; Lasten dort: {2} ({3}).',
  'Draw the missing line, close a switch, or raise the tolerance.':
    'Zeichnen Sie die fehlende Leitung, schließen Sie einen Schalter, oder erhöhen Sie die Toleranz.',
  'The lines {1} cross without a joint; they are not joined.':
    'Die Leitungen {1p} kreuzen sich ohne Muffe; sie werden nicht verbunden.',
  'If they are joined there, end both lines at the joint.':
    'Sind sie dort verbunden, lassen Sie beide Leitungen an der Muffe enden.',
  'Line {1} equals {2}; it is kept as a parallel line.':
    'Leitung {1} gleicht {2}; sie bleibt als Parallelleitung.',
  'Line {1} equals {2}; it is left out.': 'Leitung {1} gleicht {2}; sie wird weggelassen.',
  'Remove it, or use "parallel" for more than one cable in a trench.':
    'Entfernen Sie sie, oder nehmen Sie „parallel“ für mehrere Kabel in einem Graben.',
  // pandapower, reading.
  'This JSON is not a network as pandapower saves it: no table "bus" was found.':
    'Dieses JSON ist kein Netz, wie pandapower es speichert: Es fand sich keine Tabelle „bus“.',
  'Write the net with pandapower.to_json(net, "net.json") and without an encryption key.':
    'Schreiben Sie das Netz mit `pandapower.to_json(net, "net.json")` und ohne Schlüssel.',
  'net.{1} has to be a positive number.': 'net.{1} muss eine positive Zahl sein.',
  'Set net.{1}, usually {2}.': 'Setzen Sie net.{1}, meist {2}.',
  'The table "{1}" does not hold valid JSON: {2}': 'Die Tabelle „{1}“ enthält kein gültiges JSON: {2}',
  'The table "{1}" is not a rectangular pandas table (orientation split, records, index or columns).':
    'Die Tabelle „{1}“ ist keine rechteckige pandas-Tabelle (Ausrichtung split, records, index oder columns).',
  'Save the net again with pandapower.to_json.': 'Speichern Sie das Netz erneut mit pandapower.to_json.',
  'Only nets of pandapower 2 and later are read; earlier ones have other units and signs.':
    'Nur Netze ab pandapower 2 werden gelesen; frühere haben andere Einheiten und Vorzeichen.',
  'Open the net with a current pandapower, which converts it, and save it again.':
    'Öffnen Sie das Netz mit einem heutigen pandapower, das es umwandelt, und speichern Sie es erneut.',
  'The net has no buses.': 'Das Netz hat keine Knoten.',
  'Save a net with elements.': 'Speichern Sie ein Netz mit Elementen.',
  'No external grid is in service, so nothing holds the voltage.':
    'Kein übergeordnetes Netz ist in Betrieb, also hält nichts die Spannung.',
  'Add an ext_grid.': 'Ergänzen Sie ein ext_grid.',
  '{1} lines have no zero-sequence values; they are taken as equal to the positive sequence. Balanced results are not touched by this, unbalanced ones are.':
    'Leitungen ohne Werte des Nullsystems: {1}; es gelten die des Mitsystems. Symmetrische Ergebnisse berührt das nicht, unsymmetrische schon.',
  'Give r0_ohm_per_km, x0_ohm_per_km and c0_nf_per_km for unbalanced studies.':
    'Geben Sie für unsymmetrische Rechnungen r0_ohm_per_km, x0_ohm_per_km und c0_nf_per_km an.',
  '{1} transformers have no vector_group; odd multiples of 30 degrees are taken as Dyn, even ones as YNyn.':
    'Transformatoren ohne vector_group: {1}; ungerade Vielfache von 30 Grad gelten als Dyn, gerade als YNyn.',
  'Give vector_group for unbalanced studies.': 'Geben Sie für unsymmetrische Rechnungen vector_group an.',
  '{1} is in service, and elements of the table "{2}" cannot be read.':
    '{1} ist in Betrieb, und Elemente der Tabelle „{2}“ lassen sich nicht lesen.',
  '{1} controllers are left aside; taps and powers stay as they stand in the net.':
    'Regler, die außer Acht bleiben: {1}; Stufen und Leistungen bleiben, wie sie im Netz stehen.',
  'Run them in pandapower and save the net afterwards.':
    'Führen Sie sie in pandapower aus, und speichern Sie das Netz danach.',
  '"{1}" of {2} is not an index.': '„{1}“ von {2p} ist kein Index.',
  'Give it the index of the element it means.': 'Geben Sie den Index des gemeinten Elements an.',
  '"{1}" of {2} names a bus that does not exist.': '„{1}“ von {2p} nennt einen Knoten, den es nicht gibt.',
  'Add the bus, or correct the index.': 'Ergänzen Sie den Knoten, oder berichtigen Sie den Index.',
  '"{1}" of {2} leads to the id "{3}", which another bus has.':
    '„{1}“ von {2p} führt zur Kennung „{3}“, die ein anderer Knoten hat.',
  'Give every bus a name of its own.': 'Geben Sie jedem Knoten einen eigenen Namen.',
  '"{1}" of {2} or xtf_pu differs from the other direction.':
    '„{1}“ von {2p} oder xtf_pu ist in der anderen Richtung anders.',
  'Only equal impedances both ways are read.': 'Nur in beiden Richtungen gleiche Impedanzen werden gelesen.',
  '"{1}" of {2} is not 0.': '„{1}“ von {2p} ist nicht 0.',
  'Shunts of impedances are not read; add a shunt.':
    'Querglieder von Impedanzen werden nicht gelesen; ergänzen Sie einen shunt.',
  '"{1}" of {2} has another voltage than from_bus.': '„{1}“ von {2p} hat eine andere Spannung als from_bus.',
  'Join voltage levels by a transformer.': 'Verbinden Sie Spannungsebenen durch einen Transformator.',
  'Set it to what the switch stands at.': 'Setzen Sie es auf das, woran der Schalter hängt.',
  '"{1}" of {2} names no row of the table {3}.': '„{1}“ von {2p} nennt keine Zeile der Tabelle {3}.',
  'Correct the index, or remove the switch.': 'Berichtigen Sie den Index, oder entfernen Sie den Schalter.',
  '"{1}" of {2} is not an end of {3}.': '„{1}“ von {2p} ist kein Ende von {3}.',
  'Give the index of the bus at that end.': 'Geben Sie den Index des Knotens an diesem Ende an.',
  '"{1}" of {2} and r_ohm_per_km are both 0.': '„{1}“ von {2p} und r_ohm_per_km sind beide 0.',
  'Use a bus-bus switch for an ideal connection.':
    'Nehmen Sie für eine ideale Verbindung einen Schalter zwischen zwei Knoten.',
  '"{1}" of {2} and the constant current share exceed 0 to 100 %.':
    '„{1}“ von {2p} und der Anteil konstanten Stroms liegen zusammen außerhalb von 0 bis 100 %.',
  'Correct the shares.': 'Berichtigen Sie die Anteile.',
  '"{1}" of {2} is above 1.': '„{1}“ von {2p} liegt über 1.',
  'Give the power factor at this loading, up to 1.':
    'Geben Sie den Leistungsfaktor bei dieser Auslastung an, bis 1.',
  '"{1}" of {2} is true.': '„{1}“ von {2p} ist true.',
  'Write the power of this step into p_mw and q_mvar.':
    'Schreiben Sie die Leistung dieses Zeitschritts in p_mw und q_mvar.',
  'Correct it, or leave it empty.': 'Berichtigen Sie es, oder lassen Sie es leer.',
  '"{1}" of {2} is not a vector group.': '„{1}“ von {2p} ist keine Schaltgruppe.',
  'Spell it like Dyn, YNyn, YNd or Yzn.': 'Schreiben Sie sie wie Dyn, YNyn, YNd oder Yzn.',
  '"{1}" of {2} asks for values that depend on the tap.':
    '„{1}“ von {2p} verlangt Werte, die von der Stufe abhängen.',
  'Write the values of this tap position into the row.':
    'Schreiben Sie die Werte dieser Stufenstellung in die Zeile.',
  '"{1}" of {2} is not 0.5.': '„{1}“ von {2p} ist nicht 0.5.',
  'Only equal leakage on both sides is read.': 'Nur auf beiden Seiten gleiche Streuung wird gelesen.',
  '"{1}" of {2} and the taps shift by {3} degrees, which no vector group gives.':
    '„{1}“ von {2p} und die Stufen drehen um {3} Grad, was keine Schaltgruppe ergibt.',
  'Only multiples of 30 degrees are read; phase shifters and cross regulators are not.':
    'Nur Vielfache von 30 Grad werden gelesen; Schräg- und Querregler nicht.',
  '"{1}" of {2} is 0 or below vkr_percent.': '„{1}“ von {2p} ist 0 oder kleiner als vkr_percent.',
  'The impedance voltage contains its resistive part.': 'Die Kurzschlussspannung enthält ihren Wirkanteil.',
  'Only taps at the terminals are read.': 'Nur Stufen an den Anschlüssen werden gelesen.',
  '{1} has a zigzag winding; it is taken as {2}: balanced results are the same, the zero sequence is not.':
    '{1} hat eine Zickzackwicklung; sie gilt als {2}: Symmetrische Ergebnisse sind gleich, das Nullsystem nicht.',
  'Check unbalanced results behind it.': 'Prüfen Sie unsymmetrische Ergebnisse dahinter.',
  'The vector group of {1} cannot give its phase shift of {2} degrees; the shift is kept and {3} is taken.':
    'Die Schaltgruppe von {1} kann ihre Phasendrehung von {2} Grad nicht ergeben; die Drehung bleibt, und es gilt {3}.',
  'Make shift_degree and vector_group agree.': 'Bringen Sie shift_degree und vector_group in Einklang.',
  'Replace voltage-controlled generators by sgen with the reactive power they deliver (or slack=True, which is read).':
    'Ersetzen Sie spannungsgeregelte Erzeuger durch sgen mit der Blindleistung, die sie liefern (oder slack=True, das gelesen wird).',
  'Replace extended wards by ward.': 'Ersetzen Sie erweiterte Wards durch ward.',
  'Replace a DC line by a load and an sgen.':
    'Ersetzen Sie eine Gleichstromleitung durch eine load und einen sgen.',
  'Replace it by a shunt or sgen of the reactive power it delivers.':
    'Ersetzen Sie es durch einen shunt oder sgen mit der Blindleistung, die es liefert.',
  'Replace it by an sgen of the reactive power it delivers.':
    'Ersetzen Sie es durch einen sgen mit der Blindleistung, die es liefert.',
  'Replace it by an sgen or load of the power it carries.':
    'Ersetzen Sie es durch einen sgen oder eine load mit der Leistung, die es überträgt.',
  'Replace it by an impedance.': 'Ersetzen Sie es durch eine impedance.',
  'DC networks are not read.': 'Gleichstromnetze werden nicht gelesen.',
  // pandapower, writing.
  "{1} has no base voltage; pandapower's tables cannot hold that.":
    '{1} hat keine Bezugsspannung; das können die Tabellen von pandapower nicht halten.',
  'Give it one; pandapower needs vn_kv.': 'Geben Sie eine an; pandapower braucht vn_kv.',
  "{1} does not join phases 1, 2, 3 in order; pandapower's tables cannot hold that.":
    '{1} verbindet die Phasen 1, 2, 3 nicht der Reihe nach; das können die Tabellen von pandapower nicht halten.',
  'Model three phases in order.': 'Bilden Sie drei Phasen in ihrer Reihenfolge nach.',
  "{1} does not feed phases 1, 2, 3 against earth; pandapower's tables cannot hold that.":
    '{1} speist nicht die Phasen 1, 2, 3 gegen Erde; das können die Tabellen von pandapower nicht halten.',
  'Leave it out, or model three phases.': 'Lassen Sie es weg, oder bilden Sie drei Phasen nach.',
  "{1} follows its voltage by exponents; pandapower's tables cannot hold that.":
    '{1} folgt der Spannung mit Exponenten; das können die Tabellen von pandapower nicht halten.',
  'Write it as a ZIP load.': 'Schreiben Sie sie als ZIP-Last.',
  "{1} is unbalanced and follows its voltage; pandapower's tables cannot hold that.":
    '{1} ist unsymmetrisch und folgt der Spannung; das können die Tabellen von pandapower nicht halten.',
  'Write it with constant power.': 'Schreiben Sie es mit konstanter Leistung.',
  "{1} stands on other nodes than 1, 2, 3 and earth; pandapower's tables cannot hold that.":
    '{1} hängt an anderen Leitern als 1, 2, 3 und Erde; das können die Tabellen von pandapower nicht halten.',
  'Give it phases against earth or each other.': 'Legen Sie es an Phasen gegen Erde oder gegeneinander.',
  "{1} is not of constant power; pandapower's tables cannot hold that.":
    '{1} hat keine konstante Leistung; das können die Tabellen von pandapower nicht halten.',
  'Write the power it delivers.': 'Schreiben Sie die Leistung, die es liefert.',
  "{1} is not a three-phase shunt; pandapower's tables cannot hold that.":
    '{1} ist kein dreiphasiges Querglied; das können die Tabellen von pandapower nicht halten.',
  'Leave it out.': 'Lassen Sie es weg.',
  "{1} is not a three-phase unit with two windings; pandapower's tables cannot hold that.":
    '{1} ist keine dreiphasige Einheit mit zwei Wicklungen; das können die Tabellen von pandapower nicht halten.',
  'Leave it out, or model it as one.': 'Lassen Sie sie weg, oder bilden Sie sie als solche nach.',
  "{1} stands on other nodes than 1, 2, 3 in cyclic order; pandapower's tables cannot hold that.":
    '{1} hängt an anderen Leitern als 1, 2, 3 in zyklischer Folge; das können die Tabellen von pandapower nicht halten.',
  '{1}: {2} differs between phases; their mean is written.':
    '{1}: {2} ist in den Phasen verschieden; geschrieben wird das Mittel.',
  'Expect other unbalanced results.': 'Rechnen Sie mit anderen unsymmetrischen Ergebnissen.',
  '{1}: its parallel resistance is not written.': '{1}: Der Parallelwiderstand wird nicht geschrieben.',
  'Expect slightly lower losses.': 'Rechnen Sie mit etwas kleineren Verlusten.',
  '{1}: its voltage limits are not written.': '{1}: Die Spannungsgrenzen werden nicht geschrieben.',
  'Valid while its voltage is in {1} to {2} pu.': 'Gültig, solange die Spannung bei {1} bis {2} pu liegt.',
  '{1}: the impedances in series with its steps are not written.':
    '{1}: Die Impedanzen in Reihe mit den Stufen werden nicht geschrieben.',
  'Expect slightly other reactive power.': 'Rechnen Sie mit etwas anderer Blindleistung.',
  "{1}: its no-load branch stands elsewhere than in pandapower's default model.":
    '{1}: Der Leerlaufzweig liegt anderswo als im üblichen Modell von pandapower.',
  "Run with trafo_model='pi'.": "Rechnen Sie mit trafo_model='pi'.",
  'Expect voltages to differ by about 1e-4 pu.': 'Rechnen Sie mit Spannungen, die um etwa 1e-4 pu abweichen.',
  '{1}: the impedance of its star point is not written.':
    '{1}: Die Impedanz des Sternpunkts wird nicht geschrieben.',
  'Expect other zero-sequence currents.': 'Rechnen Sie mit anderen Strömen im Nullsystem.',
  '{1}: {2} are not written.': '{1}: Nicht geschrieben werden {2}.',
  'Taps, steps and powers stand as they are now.': 'Stufen, Schaltstufen und Leistungen stehen wie jetzt.',
};
