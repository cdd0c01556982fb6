/** What building files, their models, EnergyPlus input and calibration say, in German; fields keep their names. */
export const BUILDING_ISSUES: Readonly<Record<string, string>> = {
  // Schedules and set-points.
  'A factor is 0 or more and never null. The course holds {1}.':
    'Ein Faktor ist 0 oder größer und nie leer (null). Der Verlauf enthält {1}.',
  'A share lies between 0 and 1 and is never null. The course holds {1}.':
    'Ein Anteil liegt zwischen 0 und 1 und ist nie leer (null). Der Verlauf enthält {1}.',
  'A set-point lies between -50 and 100 degC, or is null for off. The course holds {1}.':
    'Ein Sollwert liegt zwischen -50 und 100 °C, oder er ist null für aus. Der Verlauf enthält {1}.',
  'Correct the value or choose another schedule.':
    'Berichtigen Sie den Wert, oder wählen Sie einen anderen Zeitplan.',
  'Heating to {1} degC and cooling to {2} degC would run at the same time.':
    'Heizen auf {1} °C und Kühlen auf {2} °C liefen zur selben Zeit.',
  'Put the cooling set-point at or above the heating set-point.':
    'Legen Sie den Sollwert der Kühlung auf oder über den der Heizung.',
  '"{1}" is not a day of the year.': '„{1}“ ist kein Tag des Jahres.',
  'Write month and day as MM-DD, from 01-01 to 12-31; 29 February does not occur.':
    'Schreiben Sie Monat und Tag als MM-DD, von 01-01 bis 12-31; den 29. Februar gibt es nicht.',
  'The points do not cover the day.': 'Die Punkte decken den Tag nicht ab.',
  'Begin at hour 0 and end at hour 24.': 'Beginnen Sie bei Stunde 0, und enden Sie bei Stunde 24.',
  'The hours of the points go backwards.': 'Die Stunden der Punkte laufen rückwärts.',
  'Sort the points by hour; two at the same hour make a jump.':
    'Ordnen Sie die Punkte nach der Stunde; zwei zur selben Stunde ergeben einen Sprung.',
  'A straight line cannot run between a value and null.':
    'Zwischen einem Wert und null (aus) gibt es keine gerade Linie.',
  'Make a jump: two points at the same hour, one with the value and one with null.':
    'Setzen Sie einen Sprung: zwei Punkte zur selben Stunde, einer mit dem Wert und einer mit null.',
  // Elements, windows and zones.
  'Both sides of the element face the same zone.': 'Beide Seiten des Bauteils grenzen an dieselbe Zone.',
  'Use the boundary "adiabatic" for an inner wall of one zone.':
    'Nehmen Sie für eine Innenwand einer Zone die Randbedingung „adiabatic“.',
  'The window id "{1}" occurs in "{2}" too.': 'Die Kennung „{1}“ des Fensters kommt auch in „{2}“ vor.',
  'Give every window an id of its own.': 'Geben Sie jedem Fenster eine eigene Kennung.',
  'Only an element to outdoors can have windows.': 'Nur ein Bauteil nach außen kann Fenster haben.',
  'Move the windows to an outer element.': 'Versetzen Sie die Fenster in ein Außenbauteil.',
  'The window does not fit into the element of {1} m x {2} m.':
    'Das Fenster passt nicht in das Bauteil von {1} m × {2} m.',
  'Make the window smaller, move it, or make the element larger.':
    'Verkleinern oder verschieben Sie das Fenster, oder vergrößern Sie das Bauteil.',
  'The window overlaps "{1}".': 'Das Fenster überschneidet „{1}“.',
  'Move one of the two.': 'Verschieben Sie eines von beiden.',
  'The {1} ends before it begins.': 'Die Verschattung ({1}) endet, bevor sie beginnt.',
  'fromXM must be below toXM.': 'fromXM muss unter toXM liegen.',
  'fromZM must be below toZM.': 'fromZM muss unter toZM liegen.',
  '{1} panes have {2} gaps between them, not {3}.': '{1} Scheiben haben {2} Zwischenräume, nicht {3}.',
  'List one gap fewer than panes.': 'Geben Sie einen Zwischenraum weniger an als Scheiben.',
  'Transmittance and reflectance add up to {1}: more than falls on the pane.':
    'Transmission und Reflexion ergeben zusammen {1}: mehr, als auf die Scheibe fällt.',
  'Correct one of the two; what remains to 1 is absorbed.':
    'Berichtigen Sie eines von beiden; was bis 1 fehlt, wird absorbiert.',
  'The {1} id "{2}" occurs {3} times.': 'Die Kennung „{2}“ ({1w}) kommt {3} Mal vor.',
  'Give each an id of its own.': 'Geben Sie jedem eine eigene Kennung.',
  'No element encloses this zone.': 'Kein Bauteil umschließt diese Zone.',
  'Give it at least one element, or remove it.':
    'Geben Sie ihr mindestens ein Bauteil, oder entfernen Sie sie.',
  'The zone would be {1} m high.': 'Die Zone wäre {1} m hoch.',
  'Check volume and floor area.': 'Prüfen Sie Volumen und Grundfläche.',
  'A ventilation needs either airChangesPerH or flowM3PerS, not both.':
    'Eine Lüftung braucht entweder airChangesPerH oder flowM3PerS, nicht beides.',
  'Keep one of the two.': 'Behalten Sie eines von beiden.',
  'A zone cannot exchange air with itself.': 'Eine Zone kann mit sich selbst keine Luft austauschen.',
  'Name two zones.': 'Nennen Sie zwei Zonen.',
  // The simulation.
  '{1} numbers are needed.': 'Verlangt sind {1} Zahlen.',
  'Assemble the network again.': 'Setzen Sie das Netz neu zusammen.',
  'There is no such node.': 'Einen solchen Knoten gibt es nicht.',
  'Name a row of the network.': 'Nennen Sie eine Zeile des Netzes.',
  'Capacities and conductances are finite and not negative.':
    'Speicherfähigkeiten und Leitwerte sind endlich und nicht negativ.',
  'Correct the layers or areas.': 'Berichtigen Sie Schichten oder Flächen.',
  'Not a number.': 'Keine Zahl.',
  'Correct the inputs.': 'Berichtigen Sie die Eingaben.',
  'Heat flows by the same conductance both ways.': 'Wärme fließt in beide Richtungen mit demselben Leitwert.',
  'Enter the conductance twice.': 'Tragen Sie den Leitwert zweimal ein.',
  'The node stores nothing and is connected to nothing that does.':
    'Der Knoten speichert nichts und ist mit nichts verbunden, das speichert.',
  'Connect it, or leave it out.': 'Verbinden Sie ihn, oder lassen Sie ihn weg.',
  'A constant power heats a part of the zone that no boundary cools: there is no steady state.':
    'Eine konstante Leistung heizt einen Teil der Zone, den kein Rand kühlt: Es gibt keinen stationären Zustand.',
  'Connect the part, or drop the constant.': 'Verbinden Sie den Teil, oder lassen Sie die Konstante weg.',
  'Temperatures or powers are not finite.': 'Temperaturen oder Leistungen sind nicht endlich.',
  'Check areas, layers, capacities and flows of the zone for extreme values.':
    'Prüfen Sie Flächen, Schichten, Leistungen und Ströme der Zone auf extreme Werte.',
  'In {1} steps the plants of coupled zones did not settle on who heats and who cools.':
    'In {1} Zeitschritten einigten sich die Anlagen gekoppelter Zonen nicht, wer heizt und wer kühlt.',
  'Check set-points and capacities of zones that exchange much air.':
    'Prüfen Sie Sollwerte und Leistungen von Zonen, die viel Luft austauschen.',
  'After {1} repetitions of the first day temperatures still moved.':
    'Nach {1} Wiederholungen des ersten Tags bewegten sich die Temperaturen noch.',
  'Very heavy elements remember more than a season; the first months depend on the start.':
    'Sehr schwere Bauteile speichern länger als eine Jahreszeit; die ersten Monate hängen vom Anfang ab.',
  // EnergyPlus input.
  'EnergyPlus takes {1} layers at most; an adiabatic element needs its layers twice.':
    'EnergyPlus nimmt höchstens {1} Schichten; ein adiabates Bauteil braucht seine Schichten doppelt.',
  'Join layers.': 'Fassen Sie Schichten zusammen.',
  'EnergyPlus cannot read this name; it is written as "{1}".':
    'EnergyPlus kann diesen Namen nicht lesen; er wird als „{1}“ geschrieben.',
  'Nothing to do; a name without , ; ! and line ends is kept.':
    'Nichts zu tun; ein Name ohne , ; ! und Zeilenenden bleibt erhalten.',
  'EnergyPlus, which does not tell capitals from small letters, has this name already; it is written as "{1}".':
    'EnergyPlus, das Groß- und Kleinbuchstaben nicht unterscheidet, hat diesen Namen schon; er wird als „{1}“ geschrieben.',
  'Nothing to do; names that differ by more than capitals are kept.':
    'Nichts zu tun; Namen, die sich nicht nur in der Groß- und Kleinschreibung unterscheiden, bleiben erhalten.',
  'There is no number for "{1}".': 'Für „{1}“ gibt es keine Zahl.',
  'Report this building: its model passed the checks.':
    'Melden Sie dieses Gebäude: Sein Modell hat die Prüfungen bestanden.',
  'EnergyPlus takes {1} panes at most.': 'EnergyPlus nimmt höchstens {1} Scheiben.',
  'Describe the glazing by its U and g.': 'Beschreiben Sie die Verglasung durch U und g.',
  'The ground is at the mean air temperature of the weather, and there is no weather.':
    'Das Erdreich hat die mittlere Lufttemperatur des Wetters, und es gibt kein Wetter.',
  'Give the weather file, or the ground temperature in the building file.':
    'Geben Sie die Wetterdatei an, oder die Erdreichtemperatur in der Gebäudedatei.',
  'The cooling set-point is below that of heating in {1} steps of the year; it is raised to it there.':
    'Der Sollwert der Kühlung liegt in {1} Zeitschritten des Jahres unter dem der Heizung; dort wird er auf diesen angehoben.',
  'The ideal loads system works on the air alone; the radiant share of this plant is not carried over.':
    'Die ideale Anlage wirkt nur auf die Luft; der Strahlungsanteil dieser Anlage wird nicht übernommen.',
  'Set {1}.convectiveShare to 1 before comparing, or expect a slightly lower load from EnergyPlus.':
    'Setzen Sie vor dem Vergleich {1}.convectiveShare auf 1, oder rechnen Sie mit einer etwas kleineren Last von EnergyPlus.',
  'The elements stand {1} m apart, so that shades fall on their own element only.':
    'Die Bauteile stehen {1} m auseinander, damit Verschattungen nur auf ihr eigenes Bauteil fallen.',
  'Nothing to do; the model has no positions, only sizes and directions.':
    'Nichts zu tun; das Modell hat keine Orte, nur Größen und Richtungen.',
  'The movable blind is not carried over.': 'Der bewegliche Sonnenschutz wird nicht übernommen.',
  'Add a WindowShadingControl, or compare with a building without the blind.':
    'Ergänzen Sie ein WindowShadingControl, oder vergleichen Sie mit einem Gebäude ohne Sonnenschutz.',
  'Hardly any of the element is opaque; EnergyPlus may refuse a wall that is all window.':
    'Kaum etwas vom Bauteil ist undurchsichtig; EnergyPlus weist eine Wand, die ganz Fenster ist, womöglich ab.',
  'Make the element a little larger than its windows.':
    'Machen Sie das Bauteil etwas größer als seine Fenster.',
  'Without weather the year begins on a Monday and the place is that of the EPW file.':
    'Ohne Wetter beginnt das Jahr an einem Montag, und der Ort ist der der EPW-Datei.',
  'Give the weather file that the run will use.': 'Geben Sie die Wetterdatei an, mit der gerechnet wird.',
  'The weather of this building is made up; no EPW file holds it.':
    'Das Wetter dieses Gebäudes ist erdacht; keine EPW-Datei enthält es.',
  'Compare on a real year: give its EPW file to both programs.':
    'Vergleichen Sie über ein wirkliches Jahr: Geben Sie beiden Programmen dessen EPW-Datei.',
  'Heat recovery is written as two flows: the share that is not recovered, and the rest while the recovery is bypassed.':
    'Wärmerückgewinnung wird als zwei Ströme geschrieben: der Anteil, der nicht zurückgewonnen wird, und der Rest, solange sie umgangen ist.',
  'Nothing to do: this is what Gridtwin computes. EnergyPlus counts the smaller flow as outdoor air.':
    'Nichts zu tun: So rechnet Gridtwin. EnergyPlus zählt den kleineren Strom als Außenluft.',
  // Calibration.
  'The gains of homes are those of the households that are drawn for them, not watts a square metre.':
    'Die Wärmegewinne von Wohnungen sind die der Haushalte, die für sie gezogen werden, nicht Watt je Quadratmeter.',
  'There is no such parameter.': 'Einen solchen Parameter gibt es nicht.',
  'A meter of {1} has no {2}.': 'Ein Zähler für {1w} hat kein {2}.',
  'For {1} there are {2}.': 'Für {1w} gibt es {2}.',
  'Bounds are given for a parameter that does not move.':
    'Grenzen sind für einen Parameter angegeben, der sich nicht bewegt.',
  'Name it among the parameters, or leave its bounds out.':
    'Nennen Sie ihn unter den Parametern, oder lassen Sie seine Grenzen weg.',
  'The value has no meaning for this parameter.': 'Der Wert hat für diesen Parameter keine Bedeutung.',
  'Stay within {1} to {2}.': 'Bleiben Sie zwischen {1} und {2}.',
  'No parameter is named.': 'Kein Parameter ist genannt.',
  'Glazings described by panes keep them: only g-values of label glazings are scaled.':
    'Durch Scheiben beschriebene Verglasungen behalten sie: Skaliert werden nur g-Werte von Verglasungen mit U und g.',
  'Describe the glazing by U and g if its g is in doubt.':
    'Beschreiben Sie die Verglasung durch U und g, wenn ihr g in Zweifel steht.',
  'Give a zone {1} with a set-point, or choose another use.':
    'Geben Sie einer Zone {1w} mit Sollwert, oder wählen Sie eine andere Nutzung.',
};
