import type { Same } from '../catalogue';
import type { levels as english } from '../en/levels';

export const levels: Same<typeof english> = {
  label: 'Ebene der Kennzahlen',
  names: {
    district: 'Gebiet',
    transformer: 'Transformator',
    feeder: 'Abgang',
    home: 'Gebäude',
  },
  this: {
    district: 'Das Gebiet',
    transformer: 'Transformator {id}',
    feeder: 'Abgang {id}',
    home: 'Gebäude {id}',
  },
  select: 'Wählen Sie zuerst auf der Karte oder in der Tabelle etwas aus, das zu dieser Ebene gehört',
  unknown: 'Das Jahr enthält nichts von diesem Ort.',
  noYear: 'Das Jahr ist noch nicht berechnet.',
  source: 'Rechenkern von Gridtwin: Gebäudelasten und dreiphasiger Lastfluss jedes Schritts',
  boundaries: {
    district: 'Das Gebiet an seinem Umspannwerk, ein Jahr',
    transformer:
      'Was am Transformator hängt, mit seinen eigenen Verlusten, an seiner Oberspannungsseite, ein Jahr',
    feeder: 'Was am Abgang hängt, an der Sammelschiene, von der er abgeht, ein Jahr',
    home: 'Das Gebäude an seinem Zähler, ein Jahr',
  },
  peak: {
    label: 'Höchster Bezug',
    definition: 'Größte mittlere Leistung eines Schritts, die von oben bezogen wird.',
  },
  returnedPeak: {
    label: 'Rückspeisung',
    definition:
      'Größte mittlere Leistung eines Schritts, die nach oben zurückfließt; 0, wo es nie dazu kommt.',
  },
  use: {
    label: 'Stromverbrauch',
    definition:
      'Strom aller Verwendungen der Gebäude hier, abzüglich dessen, was Autos und Batterien zurückgeben. Die Summe der Gebäude.',
  },
  generation: {
    label: 'Photovoltaik',
    definition: 'Wechselstrom der Dachanlagen hier. Die Summe der Gebäude.',
  },
  net: {
    label: 'Nettobezug',
    definition:
      'Bezug abzüglich Rückspeisung: Verbrauch abzüglich Erzeugung, dazu die Verluste auf dem Weg zu den Gebäuden. Was Speicher an Stationen zurückhalten, ist enthalten.',
  },
  losses: {
    label: 'Verluste',
    definition:
      'Aus den Strömen der Kabel und Transformatoren unterhalb dieser Grenze; hinter einem Zähler keine.',
  },
  loading: {
    label: 'Max. Auslastung',
    definition:
      'Größte Auslastung des Jahres: im Gebiet aller Transformatoren, des Transformators selbst, der am stärksten belasteten Leitung eines Abgangs, der Leitung, die ein Gebäude versorgt.',
  },
  above: {
    label: 'Über Nennwert',
    definition: 'Zeit über 100 % des Betriebsmittels, das am längsten darüber liegt.',
  },
  chooseTitle: 'Kennzahlen auswählen',
  chooseLead:
    'Sechs bis acht aller Kennzahlen, in der Reihenfolge, in der Sie sie ankreuzen. Die Auswahl bleibt bei dieser Ansicht: in ihrer Adresse und in ihren Links.',
  chosen: '{number} von höchstens {most} ausgewählt',
  tooFew: 'Mindestens {fewest}.',
  proposed: 'Wie vorgeschlagen',
  others: 'Haushalte und Kosten der Maßnahmen',
  find: 'Kennzahl suchen',
  counting: 'wird ermittelt',
  notTold: 'nicht bekannt',
  oldPrices: 'zu alten Preisen',
  ofOldPrices: 'Vor einer Preisänderung ermittelt. „Neu ermitteln“ rechnet mit den Preisen von jetzt.',
  countAgain: 'Neu ermitteln',
  was: 'war {value}',
};
