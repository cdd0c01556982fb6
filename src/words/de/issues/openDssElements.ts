/** What OpenDSS's elements say when a circuit is built of them, and when one is written, in German. */
export const OPEN_DSS_ELEMENT_ISSUES: Readonly<Record<string, string>> = {
  // Allocation of loads.
  'AllocateLoads: sensors are not supported.': 'AllocateLoads: Sensoren werden nicht unterstützt.',
  'Use EnergyMeters with PeakCurrent alone.': 'Nehmen Sie nur EnergyMeter mit PeakCurrent.',
  'AllocateLoads: a zone by list is not supported.':
    'AllocateLoads: Eine Zone als Liste wird nicht unterstützt.',
  'Take ZoneList out; the zone is what hangs on the meter.':
    'Nehmen Sie ZoneList heraus; die Zone ist, was am Zähler hängt.',
  'AllocateLoads: the circuit is not complete here: {1}.':
    'AllocateLoads: Der Stromkreis ist hier nicht vollständig: {1}.',
  'Give smaller allocation factors to begin with.':
    'Geben Sie zu Beginn kleinere Zuteilungsfaktoren (AllocationFactor) an.',
  'AllocateLoads: EnergyMeter.{1} measures at "{2}", terminal {3}, which is no closed line or transformer.':
    'AllocateLoads: EnergyMeter.{1} misst an „{2}“, Anschluss {3}; das ist weder eine geschlossene Leitung noch ein Transformator.',
  'Name a line or transformer as class.name, and one of its terminals.':
    'Nennen Sie eine Leitung oder einen Transformator als Klasse.Name und einen ihrer Anschlüsse.',
  'AllocateLoads: the zone of EnergyMeter.{1} leads back to where it measures.':
    'AllocateLoads: Die Zone von EnergyMeter.{1} führt dorthin zurück, wo er misst.',
  'Open the loop, or allocate by hand.': 'Öffnen Sie die Masche, oder teilen Sie von Hand zu.',
  'AllocateLoads: the power flow finds no solution.': 'AllocateLoads: Der Lastfluss findet keine Lösung.',
  'AllocateLoads: {1}.': 'AllocateLoads: {1}.',
  // Lines and cross-sections.
  '{1}: conductor {2} of its cross-section has no wire or cable.':
    '{1}: Leiter {2} des Querschnitts hat weder Seil noch Kabel.',
  'Give wire data for every conductor.': 'Geben Sie für jeden Leiter die Daten des Seils an.',
  'Line.{1} has no impedance: its matrix has no inverse (OpenDSS opens such a line).':
    'Line.{1} hat keine Impedanz: Ihre Matrix lässt sich nicht umkehren (OpenDSS öffnet eine solche Leitung).',
  'Give a small resistance, or switch=yes.': 'Geben Sie einen kleinen Widerstand oder switch=yes an.',
  'Line.{1} has {2} conductors, and matrices of another size.':
    'Line.{1} hat {2} Leiter und Matrizen anderer Größe.',
  'Give the number of phases before the matrices.': 'Geben Sie die Zahl der Phasen vor den Matrizen an.',
  '{1} of {2} conductors of Line.{3} are open and left out.':
    '{1} von {2} Leitern von Line.{3} sind offen und bleiben außer Acht.',
  'The length has no unit and is shown as metres; impedances are as given.':
    'Die Länge hat keine Einheit und wird als Meter gezeigt; Impedanzen gelten wie angegeben.',
  'Give units= to lines and line codes.': 'Geben Sie Leitungen und Leitungstypen (line codes) units= an.',
  'Some conductors of {1} are open, which is supported for lines only.':
    'Einige Leiter von {1} sind offen; das wird nur bei Leitungen unterstützt.',
  'Open all of them, or open a line before it.': 'Öffnen Sie alle, oder öffnen Sie eine Leitung davor.',
  // Transformers, capacitors, reactors, sources.
  "Capacitor.{1} has steps of different size; like OpenDSS, every step takes the first one's {2} kvar.":
    'Capacitor.{1} hat ungleiche Stufen; wie in OpenDSS erhält jede Stufe die {2} kvar der ersten.',
  'Give the steps as cuf=, or as capacitors of their own.':
    'Geben Sie die Stufen als cuf= an, oder als eigene Kondensatoren.',
  'Capacitor.{1}: its matrix has no inverse, or none of its steps is closed.':
    'Capacitor.{1}: Die Matrix lässt sich nicht umkehren, oder keine Stufe ist eingeschaltet.',
  'Correct cmatrix, or disable the capacitor.':
    'Berichtigen Sie cmatrix, oder schalten Sie den Kondensator ab.',
  '{1}: its impedance has no inverse, or its matrix another size than its phases.':
    '{1}: Die Impedanz lässt sich nicht umkehren, oder die Matrix hat eine andere Größe als die Zahl der Phasen.',
  'Give a small resistance, and the number of phases before matrices.':
    'Geben Sie einen kleinen Widerstand an, und die Zahl der Phasen vor den Matrizen.',
  'Vsource.{1}: a source of zero sequence is not supported.':
    'Vsource.{1}: Eine Quelle im Nullsystem wird nicht unterstützt.',
  'Use one-phase sources.': 'Nehmen Sie einphasige Quellen.',
  'Vsource.{1}: it has another frequency than the solution.':
    'Vsource.{1}: Die Frequenz ist eine andere als die der Rechnung.',
  'Give both the same.': 'Geben Sie beiden dieselbe.',
  'Vsource.{1}: no impedance gives these short-circuit powers.':
    'Vsource.{1}: Keine Impedanz ergibt diese Kurzschlussleistungen.',
  'Correct MVAsc3, MVAsc1, x1r1 or x0r0.': 'Berichtigen Sie MVAsc3, MVAsc1, x1r1 oder x0r0.',
  'Vsource.{1}: a source that follows a shape is not supported.':
    'Vsource.{1}: Eine Quelle, die einem Profil folgt, wird nicht unterstützt.',
  'Take the shape out.': 'Nehmen Sie das Profil heraus.',
  // Loads, generators, shapes and curves.
  "Load.{1}: the neutral impedance has no effect, because OpenDSS's power flow takes it out again.":
    'Load.{1}: Die Impedanz des Neutralleiters wirkt nicht, weil der Lastfluss von OpenDSS sie wieder herausnimmt.',
  'Model it as a Reactor from the neutral to earth.':
    'Bilden Sie sie als Reactor vom Neutralleiter zur Erde nach.',
  'Load.{1} has model=8 and no ZIPV.': 'Load.{1} hat model=8 und kein ZIPV.',
  'Give its seven values.': 'Geben Sie die sieben Werte an.',
  'Generator.{1} has a model of its own (6), which is not supported.':
    'Generator.{1} hat ein eigenes Modell (6), das nicht unterstützt wird.',
  'Use model 1, 2, 3, 4, 5 or 7.': 'Nehmen Sie Modell 1, 2, 3, 4, 5 oder 7.',
  'Generator.{1} (model 7) is taken as constant power; its current limit below Vminpu is not modelled.':
    'Generator.{1} (Modell 7) gilt als konstante Leistung; seine Strombegrenzung unter Vminpu ist nicht nachgebildet.',
  'Nothing to do while its voltage stays within its limits.':
    'Nichts zu tun, solange seine Spannung in ihren Grenzen bleibt.',
  '{1} acts over time and is not supported there; a snapshot does without.':
    '{1} wirkt über die Zeit und wird dort nicht unterstützt; ein einzelner Zeitpunkt kommt ohne aus.',
  'Nothing to do for a snapshot.': 'Für einen einzelnen Zeitpunkt nichts zu tun.',
  '{1} changes the solution over time and is not supported.':
    '{1} ändert die Lösung über die Zeit und wird nicht unterstützt.',
  'Storage.{1} keeps its present power over time; its state of charge is not followed, nor are shapes and triggers.':
    'Storage.{1} behält über die Zeit die jetzige Leistung; weder Ladezustand noch Profile und Auslöser werden verfolgt.',
  'Nothing to do for a single step of known power.':
    'Für einen einzelnen Zeitschritt mit bekannter Leistung nichts zu tun.',
  'PVSystem.{1}: temperatures without even times, beside actual irradiance, or at intervals that do not fit those of the irradiance are not supported.':
    'PVSystem.{1}: Temperaturen in ungleichen Abständen, neben tatsächlicher Einstrahlung oder mit Zeitschritten, die nicht zu denen der Einstrahlung passen, werden nicht unterstützt.',
  'Give both shapes at intervals of which one is a multiple of the other.':
    'Geben Sie beide Profile mit Zeitschritten an, von denen einer ein Vielfaches des anderen ist.',
  'LoadShape.{1} has no points, or times that are not evenly spaced; {2} cannot follow it.':
    'LoadShape.{1} hat keine Punkte oder ungleiche Zeitabstände; {2} kann ihm nicht folgen.',
  'Give values at a fixed interval.': 'Geben Sie Werte in festem Zeitschritt an.',
  'XYcurve.{1} has {2} values of x and {3} of y, or a scale of 0.':
    'XYcurve.{1} hat {2} Werte für x und {3} für y, oder einen Maßstab von 0.',
  'Give as many of each.': 'Geben Sie von beiden gleich viele an.',
  // Controls and switching.
  'RegControl.{1} controls no transformer, or a winding that it does not have.':
    'RegControl.{1} regelt keinen Transformator oder eine Wicklung, die er nicht hat.',
  'Name an element that exists, or disable the control.':
    'Nennen Sie ein Element, das es gibt, oder schalten Sie die Regelung ab.',
  'RegControl.{1} measures phase "{2}", which its transformer has not; phase 1 is taken.':
    'RegControl.{1} misst Phase „{2}“, die der Transformator nicht hat; angenommen wird Phase 1.',
  'Give a phase of the transformer, max or min.': 'Geben Sie eine Phase des Transformators, max oder min an.',
  'RegControl.{1} measures at "{2}", which is no bus.': 'RegControl.{1} misst an „{2}“; das ist kein Knoten.',
  'RegControl.{1} measures at bus "{2}", on which nothing stands.':
    'RegControl.{1} misst am Knoten „{2}“, an dem nichts hängt.',
  'Name a bus of the circuit.': 'Nennen Sie einen Knoten des Stromkreises.',
  'RegControl.{1}: reversing at another threshold than {2} kW, or to neutral, is not supported.':
    'RegControl.{1}: Umkehr bei einer anderen Schwelle als {2} kW oder in die Mittelstellung wird nicht unterstützt.',
  'Use revThreshold={1} and revNeutral=no.': 'Nehmen Sie revThreshold={1} und „revNeutral=no“.',
  'CapControl.{1} controls no capacitor, or one that is no bank of steps.':
    'CapControl.{1} schaltet keinen Kondensator, oder einen ohne Stufen.',
  'CapControl.{1} measures its voltage override at another bus (VBus), which is not supported.':
    'CapControl.{1} misst die vorrangige Spannung an einem anderen Knoten (VBus); das wird nicht unterstützt.',
  'Measure at an element at that bus, or disable the control.':
    'Messen Sie an einem Element an diesem Knoten, oder schalten Sie die Regelung ab.',
  'CapControl.{1} measures at "{2}", which is no line, transformer or capacitor of the circuit.':
    'CapControl.{1} misst an „{2}“; das ist weder Leitung noch Transformator noch Kondensator des Stromkreises.',
  'Name one of these as class.name, or disable the control.':
    'Nennen Sie eines davon als Klasse.Name, oder schalten Sie die Regelung ab.',
  'InvControl.{1} names inverters that do not exist, another mode than volt-var and volt-watt, or no curve for its mode.':
    'InvControl.{1} nennt Wechselrichter, die es nicht gibt, einen anderen Modus als Volt-Var und Volt-Watt oder keine Kennlinie für den Modus.',
  'InvControl.{1}: shares of the power that is available at a time are supported in a snapshot only.':
    'InvControl.{1}: Anteile der gerade verfügbaren Leistung werden nur für einen einzelnen Zeitpunkt unterstützt.',
  'Use VoltwattYAxis=PMPPPU.': 'Nehmen Sie VoltwattYAxis=PMPPPU.',
  '{1} switches "{2}", which does not exist.': '{1} schaltet „{2}“, und das gibt es nicht.',
  'Name an element as class.name.': 'Nennen Sie ein Element als Klasse.Name.',
  '{1} stands on "{2}", which is no bus with whole numbers for nodes.':
    '{1} hängt an „{2}“; das ist kein Knoten mit ganzen Zahlen für die Leiter.',
  'Write a bus as name.1.2.3.': 'Schreiben Sie einen Knoten als name.1.2.3.',
  '{1} "{2}": {3} comes out as no finite number.': '{1} „{2}“: {3} ergibt keine endliche Zahl.',
  'Look for a zero, or a number far too large, in the properties that it follows from.':
    'Suchen Sie in den Eigenschaften, aus denen sie folgt, nach einer Null oder einer viel zu großen Zahl.',
  // Writing.
  '{1} is written as "{2}".': '{1} wird als „{2}“ geschrieben.',
  '{1} is written as "source", OpenDSS’s first source.':
    '{1} wird als „source“ geschrieben, die erste Quelle von OpenDSS.',
  '{1} has no number where OpenDSS needs one.': '{1} hat keine Zahl, wo OpenDSS eine braucht.',
  '{1} has an impedance matrix that no sequence impedances give.':
    '{1} hat eine Impedanzmatrix, die keine symmetrischen Komponenten ergeben.',
  '{1} has a matrix that is not symmetric.': '{1} hat eine Matrix, die nicht symmetrisch ist.',
  '{1} is an autotransformer.': '{1} ist ein Spartransformator.',
  '{1} has a reversed winding of several phases.': '{1} hat eine umgekehrte Wicklung mit mehreren Phasen.',
  '{1} has more than three phases.': '{1} hat mehr als drei Phasen.',
  '{1} has a matrix together with a delta or a parallel resistance.':
    '{1} hat eine Matrix zusammen mit einer Dreieckschaltung oder einem Parallelwiderstand.',
  '{1} is neither of constant power nor of constant impedance.':
    '{1} hat weder konstante Leistung noch konstante Impedanz.',
  '{1} follows a shape of actual powers.': '{1} folgt einem Profil aus tatsächlichen Leistungen.',
  '{1} has a power that its rating does not allow.':
    '{1} hat eine Leistung, die die Bemessung nicht zulässt.',
  '{1} controls something that is neither photovoltaics nor storage.':
    '{1} regelt etwas, das weder Photovoltaik noch Speicher ist.',
  '{1} has no rating; OpenDSS takes 110 % of its kVA, and 150 % in an emergency.':
    '{1} hat keine Bemessung; OpenDSS nimmt 110 % der kVA, im Notfall 150 %.',
  '{1} has its no-load branch elsewhere than at the second winding, where OpenDSS puts it; the voltage there moves by up to {2} pu.':
    '{1} hat den Leerlaufzweig anderswo als an der zweiten Wicklung, wohin OpenDSS ihn setzt; dort verschiebt sich die Spannung um bis zu {2} pu.',
  '{1} loses its lower voltage limit, which OpenDSS has for loads only.':
    '{1} verliert die untere Spannungsgrenze, die OpenDSS nur für Lasten kennt.',
  '{1} has no rating and is written with the one that its power needs.':
    '{1} hat keine Bemessung und wird mit der geschrieben, die die Leistung braucht.',
  'Change the element, or hand it over in another format.':
    'Ändern Sie das Element, oder geben Sie es in einem anderen Format weiter.',
  'Give it a rating.': 'Geben Sie eine Bemessung an.',
  'Nothing to do where that is small enough.': 'Nichts zu tun, wo das klein genug ist.',
};
