/** What scenarios say of measures, whom they are for, tariffs and corrected facts, in German. */
export const CHOICE_ISSUES: Readonly<Record<string, string>> = {
  // Measures and their years.
  'This measure is not in the library.': 'Diese Maßnahme ist nicht in der Bibliothek.',
  'Adoption is a share.': 'Die Verbreitung ist ein Anteil.',
  'Give a number from 0 to 1.': 'Geben Sie eine Zahl von 0 bis 1 an.',
  'The measure has no such parameter.': 'Die Maßnahme hat keinen solchen Parameter.',
  'Parameters of {1}: {2}.': 'Parameter von {1}: {2}.',
  'The value lies outside the range.': 'Der Wert liegt außerhalb des Bereichs.',
  'Give {1} to {2} {3}.': 'Geben Sie {1} bis {2} {3} an.',
  'The {1} "{2}" occurs more than once.': '„{2}“ ({1w}) kommt mehrfach vor.',
  'State each {1} once.': 'Nennen Sie jedes nur einmal ({1w}).',
  'Give every measure an id of its own.': 'Geben Sie jeder Maßnahme eine eigene Kennung.',
  'The years of the adoption are not in order, each once.':
    'Die Jahre der Verbreitung stehen nicht der Reihe nach, jedes einmal.',
  'The years of the path are not in order, each once.':
    'Die Jahre des Pfads stehen nicht der Reihe nach, jedes einmal.',
  'List them from the earliest to the latest.': 'Nennen Sie sie vom frühesten zum spätesten.',
  'The measure says it is inherited from a scenario that is not the parent.':
    'Die Maßnahme ist laut Angabe von einem Szenario geerbt, das nicht das übergeordnete ist.',
  'Name the parent, or remove the field.':
    'Nennen Sie das übergeordnete Szenario, oder entfernen Sie das Feld.',
  'The parent is {1}.': 'Das übergeordnete Szenario ist {1}.',
  '{1} is stated in kg CO2e/kWh.': '{1w} wird in kg CO2e/kWh angegeben.',
  'Convert the value to kg CO2e/kWh.': 'Rechnen Sie den Wert in kg CO2e/kWh um.',
  '{1} lies outside {2} to {3} {4}.': '{1w} liegt außerhalb von {2} bis {3} {4}.',
  'The lower limit of the voltage does not lie below the upper one.':
    'Die untere Spannungsgrenze liegt nicht unter der oberen.',
  'Give the lower voltage first.': 'Geben Sie die kleinere Spannung zuerst an.',
  'Its event would pass midnight; an event lies within a day.':
    'Ihr Ereignis ginge über Mitternacht; ein Ereignis liegt innerhalb eines Tages.',
  'Its event would have no hour: it lasts one at least.':
    'Ihr Ereignis hätte keine Stunde: Es dauert mindestens eine.',
  'What its event cuts would come back after midnight: event and hours after it lie within a day.':
    'Was ihr Ereignis abschaltet, käme nach Mitternacht zurück: Ereignis und Stunden danach liegen innerhalb eines Tages.',
  'The results were made with another version of the engine ({1}, now {2}).':
    'Die Ergebnisse stammen von einer anderen Version des Rechenkerns ({1}, jetzt {2}).',
  // A measure that changes nothing.
  '{1} changes nothing in {2}: {3}': '{1w} ändert {2} nichts: {3p}',
  'it begins in {1}.': 'Sie beginnt {1}.',
  'its adoption is 0.': 'Ihre Verbreitung ist 0.',
  'its adoption is 0 in this year.': 'Ihre Verbreitung ist in diesem Jahr 0.',
  'there are no {1} {2}.': 'Es gibt {2w} keine {1w}.',
  'there are no primary substations {1}.': 'Es gibt {1w} keine Umspannwerke.',
  "{1} of the district's {2} could take part, and at {3} none of them does, or all is in place already.":
    '{1p} der {2w} des Gebiets könnten mitmachen, und bei {3} tut es keines davon, oder alles ist schon da.',
  '{1} of the selected {2} could take part, and at {3} none of them does, or all is in place already.':
    '{1p} der ausgewählten {2w} könnten mitmachen, und bei {3} tut es keines davon, oder alles ist schon da.',
  "what it would change at {1} of the district's {2} is in place already.":
    'Was sie an {1} der {2w} des Gebiets änderte, ist schon da.',
  'what it would change at {1} of the selected {2} is in place already.':
    'Was sie an {1} der ausgewählten {2w} änderte, ist schon da.',
  "it can be taken at none of the district's {1}.": 'Im Gebiet ist sie nirgends möglich ({1w}).',
  'it can be taken at none of the selected {1}.': 'In der Auswahl ist sie nirgends möglich ({1w}).',
  "it can be taken at none of the district's {1}: {2}": 'Im Gebiet ist sie nirgends möglich ({1w}): {2p}',
  'it can be taken at none of the selected {1}: {2}': 'In der Auswahl ist sie nirgends möglich ({1w}): {2}',
  // What a measure says against itself.
  '{1}: the primary substation holds a lower voltage to save energy; behind a tap changer the voltage stays what that holds, and nothing is saved.':
    '{1w}: Das Umspannwerk hält eine niedrigere Spannung, um Energie zu sparen; hinter einem Stufenschalter bleibt die Spannung, die dieser hält, und nichts wird gespart.',
  '{1}: behind the station with an on-load tap changer the voltage stays what the tap changer holds: a lower set-point of the primary substation saves nothing there while positions are left.':
    '{1w}: Hinter der Station mit Stufenschalter bleibt die Spannung, die dieser hält: Ein niedrigerer Sollwert des Umspannwerks spart dort nichts, solange noch Stellungen frei sind.',
  '{1}: behind the {2} stations with an on-load tap changer the voltage stays what the tap changer holds: a lower set-point of the primary substation saves nothing there while positions are left.':
    '{1w}: Hinter den {2} Stationen mit Stufenschalter bleibt die Spannung, die dieser hält: Ein niedrigerer Sollwert des Umspannwerks spart dort nichts, solange noch Stellungen frei sind.',
  '{1}: The critical days lie in December, January and February, which is summer here.':
    '{1w}: Die kritischen Tage liegen im Dezember, Januar und Februar; hier ist dann Sommer.',
  '{1}: The critical days lie in December, January and February; here the highest loads may come with cooling, in summer.':
    '{1w}: Die kritischen Tage liegen im Dezember, Januar und Februar; hier können die höchsten Lasten vom Kühlen im Sommer kommen.',
  '{1}: No transformer is above {2}: there is no station whose limit their cars could keep to, and they charge unmanaged.':
    '{1w}: Über {2p} ist kein Transformator: Es gibt keine Station, deren Grenze ihre Autos einhalten könnten, und sie laden ungesteuert.',
  // Whom a measure is for.
  'The polygon has no area.': 'Das Vieleck hat keine Fläche.',
  'Draw it anew.': 'Zeichnen Sie es neu.',
  '{1} has no attribute {2}, and the measure is taken at {3}.':
    '{1w} hat keine Eigenschaft {2}, und die Maßnahme gilt für {3w}.',
  'Ask for one that it has.': 'Verlangen Sie eine, die es gibt.',
  'The district has no network: nothing is downstream of anything.':
    'Das Gebiet hat kein Netz: Nichts liegt hinter etwas.',
  'Import or synthesise one.': 'Importieren Sie eines, oder lassen Sie eines bilden.',
  'The network has no {1} "{2}".': 'Im Netz gibt es „{2}“ nicht ({1}).',
  'Check the id, or choose another element.': 'Prüfen Sie die Kennung, oder wählen Sie ein anderes Element.',
  '{1} of the ids name no {2} of the district: {3}.':
    '{1} der Kennungen nennen nichts im Gebiet ({2w}): {3p}.',
  'Correct or remove them.': 'Berichtigen oder entfernen Sie sie.',
  'The kept elements are not those their hash was made of: the list was edited or cut off.':
    'Die festgehaltenen Elemente sind nicht die, aus denen ihre Prüfsumme entstand: Die Liste wurde geändert oder abgeschnitten.',
  'Resolve the selector anew, or take the kept elements out.':
    'Lösen Sie die Auswahl neu auf, oder nehmen Sie die festgehaltenen Elemente heraus.',
  '{1} of the {2} kept {3} do not exist any more: {4}.':
    '{1} der {2} festgehaltenen Elemente ({3w}) gibt es nicht mehr: {4p}.',
  'The others count. Resolve the selector anew to forget them.':
    'Die anderen zählen. Lösen Sie die Auswahl neu auf, um diese zu vergessen.',
  'The rule gives other {1} than were kept ({2}). The kept ones count.':
    'Die Regel ergibt andere {1w}, als festgehalten wurden ({2}). Es zählen die festgehaltenen.',
  'Resolve the selector anew to take the change over.':
    'Lösen Sie die Auswahl neu auf, um die Änderung zu übernehmen.',
  'The selector gives no {1} in this district.': 'Die Auswahl ergibt in diesem Gebiet nichts ({1w}).',
  'Compare it by = or !=.': 'Vergleichen Sie mit = oder !=.',
  'Compare it by =, != or in.': 'Vergleichen Sie mit =, != oder in.',
  'Give true or false.': 'Geben Sie true oder false an.',
  'Give a list of values.': 'Geben Sie eine Liste von Werten an.',
  'Give one value, or use the operator in.': 'Geben Sie einen Wert an, oder nehmen Sie den Operator in.',
  'Give a number.': 'Geben Sie eine Zahl an.',
  'Give a number from {1} to {2}.': 'Geben Sie eine Zahl von {1} bis {2} an.',
  'Give a number in {1}.': 'Geben Sie eine Zahl in {1} an.',
  'Give an id.': 'Geben Sie eine Kennung an.',
  'Give one of {1}.': 'Geben Sie eines von {1} an.',
  // Corrected facts.
  'Give the id of a building of this district.': 'Geben Sie die Kennung eines Gebäudes dieses Gebiets an.',
  'Give a year from 1000 to 2100.': 'Geben Sie ein Jahr von 1000 bis 2100 an.',
  'Give a whole number from 0 to 2000.': 'Geben Sie eine ganze Zahl von 0 bis 2000 an.',
  'Give a whole number from 1 to {1}.': 'Geben Sie eine ganze Zahl von 1 bis {1} an.',
  'Give a building with a connection.': 'Geben Sie ein Gebäude mit Anschluss an.',
  'Give a current from 1 to 10,000 A.': 'Geben Sie einen Strom von 1 bis 10 000 A an.',
  'Give a, b, c, ab, bc, ac or abc.': 'Geben Sie „a“, „b“, „c“, „ab“, „bc“, „ac“ oder „abc“ an.',
  'Give { "value": a number from {1} to {2}, "source": where it comes from, "quality": one of {3} }, or null for the archetype\'s.':
    'Geben Sie { "value": eine Zahl von {1} bis {2}, "source": ihre Herkunft, "quality": eines von {3} } an, oder null für den Wert des Archetyps.',
  'Give { "value": a factor from {1} to {2}, "source": where it comes from, "quality": one of {3} }, or null for what is drawn.':
    'Geben Sie { "value": einen Faktor von {1} bis {2}, "source": seine Herkunft, "quality": eines von {3} } an, oder null für den gezogenen Wert.',
  'Give {1} as a district file has it.': 'Geben Sie {1} so an, wie es in einer Gebietsdatei steht.',
  'Give {1} as a district file has it, or null for none.':
    'Geben Sie {1} so an, wie es in einer Gebietsdatei steht, oder null für keines.',
  'Give a fact that can be corrected: {1}, or a number of its own, for example {2}.':
    'Geben Sie eine Angabe an, die sich berichtigen lässt: {1}, oder eine eigene Zahl, zum Beispiel {2}.',
  // Tariffs.
  'Give every tariff an id of its own.': 'Geben Sie jedem Tarif eine eigene Kennung.',
  'Give its prices in {1}.': 'Geben Sie seine Preise in {1} an.',
  'Use {1}, or offer it.': 'Nehmen Sie {1}, oder bieten Sie ihn an.',
  '{1} is no number.': '{1p} ist keine Zahl.',
  'Give a number; 0 where nothing is paid.': 'Geben Sie eine Zahl an; 0, wo nichts bezahlt wird.',
  '{1} is {2}; it must be at least {3}.': '{1} ist {2}; es muss mindestens {3} sein.',
  '{1} is {2}; it must be from {3} to {4}.': '{1} ist {2}; es muss von {3} bis {4} sein.',
  'Prices change at whole quarter-hours only.': 'Preise wechseln nur zu vollen Viertelstunden.',
  'Round to 0.25 h.': 'Runden Sie auf 0,25 h.',
  'The hours end where they begin.': 'Die Stunden enden, wo sie beginnen.',
  'Leave `hours` out for the whole day, or write 0 to 24.':
    'Lassen Sie `hours` für den ganzen Tag weg, oder schreiben Sie 0 bis 24.',
  'Give every block an id of its own.': 'Geben Sie jedem Block eine eigene Kennung.',
  'Tier limits must rise; this one follows {1}.':
    'Die Grenzen der Stufen müssen steigen; diese folgt auf {1}.',
  'Order the tiers from the lowest up.': 'Ordnen Sie die Stufen von der niedrigsten an.',
  '{1} tiers need as many prices; there are {2}.': '{1} Stufen brauchen ebenso viele Preise; es sind {2}.',
  'Give one price a tier.': 'Geben Sie je Stufe einen Preis an.',
  'No block has a price for {1}.': 'Kein Block hat einen Preis für {1}.',
  'Extend a block, or add one, so that every hour has a price.':
    'Erweitern Sie einen Block, oder ergänzen Sie einen, damit jede Stunde einen Preis hat.',
  'The blocks {1} all hold {2}.': 'Die Blöcke {1} enthalten alle {2}.',
  'Shorten all but one of them.': 'Kürzen Sie alle bis auf einen.',
  'The currency is no three-letter code.': 'Die Währung ist kein Kürzel aus drei Buchstaben.',
  'Write it after ISO 4217, for example EUR.': 'Schreiben Sie sie nach ISO 4217, zum Beispiel EUR.',
  'There are {1} hourly prices; a year has {2}.': 'Es gibt {1} Stundenpreise; ein Jahr hat {2}.',
  'Give one value an hour of a year without 29 February.':
    'Geben Sie einen Wert je Stunde eines Jahres ohne 29. Februar an.',
  '{1} of the hourly prices are no numbers; the first is hour {2}.':
    '{1} der Stundenpreise sind keine Zahlen; die erste ist Stunde {2}.',
  'Fill the gaps.': 'Füllen Sie die Lücken.',
  '"{1}" is no day of a year without 29 February.': '„{1}“ ist kein Tag eines Jahres ohne 29. Februar.',
  'Give month 1 to 12 and a day of it.': 'Geben Sie den Monat 1 bis 12 und einen Tag davon an.',
  '"{1}" is a day that was named already.': '„{1}“ ist ein Tag, der schon genannt wurde.',
  'Name every day once.': 'Nennen Sie jeden Tag einmal.',
};
