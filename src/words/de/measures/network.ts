import type { MeasureName } from './types';

const STATIONS = 'der Ortsnetzstationen';
const REGULATOR = {
  stepPercent: 'Spannung je Stufe',
  positions: 'Stufen zu jeder Seite der Mitte',
  setPointPercent: 'Spannung, die er hält, vom Nennwert',
  bandPercent: 'Ganzes Band, in dem er ruht, mindestens 1,2 Stufen',
};

export const network = {
  transformerReplacement: {
    label: 'Größerer Transformator',
    of: STATIONS,
    changes:
      'Der Transformator der Station wird durch einen größeren aus dem Katalog ersetzt; die Anzapfung bleibt.',
    parameters: {
      steps: 'Größen größer',
      peakKVA: 'Spitze, die er tragen soll; 0: nach den Größen gehen',
      loadShare: 'Spitze je Bemessungsleistung, wo eine Spitze angegeben ist',
    },
  },
  newSubstation: {
    label: 'Neue Ortsnetzstation',
    of: STATIONS,
    changes:
      'Ein zweiter Transformator übernimmt die Hälfte der Abgänge, oder die ferne Hälfte dessen mit dem größten geschätzten Spannungsfall.',
    parameters: {
      place: 'Ort: 0 neben der heutigen Station, 1 am fernen Ende ihres schlechtesten Abgangs',
      ratedKVA: 'Bemessungsleistung des neuen Transformators; 0: wie der heutige',
    },
  },
  parallelCable: {
    label: 'Parallelkabel',
    of: 'der Kabel',
    changes: 'Gleiche Kabel werden neben das heutige gelegt und an beiden Enden verbunden.',
    parameters: { count: 'Zusätzliche Kabel' },
  },
  cableReplacement: {
    label: 'Stärkere Leitung',
    of: 'der Leitungen',
    changes:
      'Die Leitung wird auf derselben Trasse durch eine stärkere aus dem Katalog ersetzt; parallele bleiben gleich viele.',
    parameters: { steps: 'Größen stärker' },
  },
  undergrounding: {
    label: 'Freileitungen in die Erde',
    of: 'der Freileitungen',
    changes: 'Eine Freileitung wird durch das kleinste Kabel des Katalogs ersetzt, das ebenso viel trägt.',
  },
  transformerTap: {
    label: 'Anzapfung des Transformators',
    of: STATIONS,
    changes:
      'Die Anzapfung wird einmal für das ganze Jahr spannungslos eingestellt: Unter 0 % hebt sie die Spannung der Haushalte, darüber senkt sie sie.',
    parameters: { tapPercent: 'Anzapfung auf der MS-Seite, in Stufen von 2,5 %' },
  },
  onLoadTapChanger: {
    label: 'Regelbarer Ortsnetztransformator',
    of: STATIONS,
    changes:
      'Der Transformator wird gegen einen regelbaren gleicher Größe getauscht, dessen Übersetzung sich in jedem Zeitschritt bewegt, bis die Spannung der NS-Sammelschiene in ihrem Band liegt; die feste Anzapfung ist die Mitte seines Bereichs.',
    parameters: REGULATOR,
  },
  lineRegulator: {
    label: 'Strangregler',
    of: 'der Abgänge',
    changes:
      'Ein Regler in Reihe mit einer Leitung hebt oder senkt die Spannung dessen, was hinter ihm liegt, in jedem Zeitschritt um so viele Stufen, wie seinen Ausgang in sein Band bringen.',
    parameters: {
      ...REGULATOR,
      place:
        'Ort: 0 jede gewählte NS-Leitung, 1 dort, wo die Hälfte des geschätzten Spannungsfalls eines Abgangs vor ihm liegt',
    },
  },
  openPointShift: {
    label: 'Trennstelle des Rings',
    of: 'der Ortsnetzstationen, jede mit ihrem ganzen Ring',
    changes:
      'Die Leitung, an der der Ring offen betrieben wird, wird geschlossen und eine andere geöffnet, damit sich die Last besser verteilt.',
  },
  networkMonitoring: {
    label: 'Überwachung der Stationen',
    of: STATIONS,
    changes:
      'Die Station meldet Ströme und Spannungen ihres Transformators und ihrer Abgänge an die Leitstelle.',
  },
  feederAutomation: {
    label: 'Fernsteuerung der Schalter',
    of: 'der Leitungen mit Schalter',
    changes: 'Die Schalter der Leitung werden von der Leitstelle aus statt von Hand vor Ort betätigt.',
  },
  conservationVoltageReduction: {
    label: 'Spannungsabsenkung zum Sparen',
    of: 'der Umspannwerke',
    changes:
      'Das Umspannwerk hält das ganze Jahr eine niedrigere Spannung; Geräte und Licht nehmen dann auf, was sie bei dieser Spannung aufnehmen, während Wärme, Warmwasser und Kälte weiter voll geliefert werden.',
    parameters: { reductionPercent: 'Niedrigerer Sollwert, von der Nennspannung' },
  },
  transformerDynamicRating: {
    label: 'Dynamische Belastbarkeit der Transformatoren',
    of: STATIONS,
    changes:
      'Der Transformator darf tragen, was seine heißeste Isolierung bei Wetter und Last des Jahres unter einer Grenze hält, statt der Leistung auf dem Typenschild.',
    parameters: { hotSpotLimitDegC: 'Höchste Heißpunkttemperatur' },
  },
} as const satisfies Readonly<Record<string, MeasureName>>;
