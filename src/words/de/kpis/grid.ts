import type { KpiName } from './types';

const SCREENING = 'Stunden- oder Viertelstundenmittel: eine Grobprüfung, kurze Spitzen sind höher.';
const DYNAMIC =
  ' Transformatoren mit dynamischer Belastbarkeit werden daran gemessen, was ihr Heißpunkt zulässt (IEC 60076-7), statt am Typenschild.';
const COUNTED = 'über alle summiert: zwei in einer Stunde zählen doppelt.';
const ALWAYS =
  'Immer dieses Band, nach welchen Grenzen ein Szenario auch urteilt: Ein Jahr bewahrt keine Stunden für andere auf.';

const UNBALANCE_STEPS =
  'Die EN 50160 urteilt nach 10-Minuten-Mitteln: Stundenschritte sind eine Grobprüfung. Wochen zählen vom 1. Januar an, der letzte Tag des Jahres als eine.';

const marked = (number: string): string => number.replace('.', ',');
const dynamicOf = (english: string): string => (english.includes('dynamic rating') ? DYNAMIC : '');

/** `80 % of the nameplate`, or the nameplate itself. */
function shareOf(english: string, whole: string, part: string): string {
  const percent = /(\d+(?:\.\d+)?) % of (?:the|its)/.exec(english)?.[1];
  return percent === undefined ? whole : `${marked(percent)} % ${part}`;
}

/** `Knoten außerhalb ±10 % Spannung`, or of other limits. */
function outside(what: string, standard: string): (english: string) => string {
  return (english) => {
    const [, from, to] = /outside ([\d.]+) to ([\d.]+) pu/.exec(english) ?? [];
    return from === undefined
      ? `${what} ${standard}`
      : `${what} außerhalb ${marked(from)} bis ${marked(to!)} pu`;
  };
}

function busesText(english: string): string {
  const [, below = '?', above = '?', name = '?'] =
    /below ([\d.]+) or above ([\d.]+) pu in at least one step \(band of (.+?)(?:, which judges 10-minute means)?\)\./.exec(
      english,
    ) ?? [];
  const judge = name === 'EN 50160' ? ', die nach 10-Minuten-Mitteln urteilt' : '';
  const own = name.replace(/^own limits: /, 'eigene Grenzen: ');
  return `Knoten mit einer Phasenspannung unter ${marked(below)} oder über ${marked(above)} pu in mindestens einem Zeitschritt (Band: ${own}${judge}).`;
}

const hours = (what: string, base: string, percent: number): KpiName => ({
  label: `${what}stunden über ${percent} %`,
  definition: (english) =>
    `Stunden, in denen ${base} führt, ${COUNTED}${dynamicOf(english)}`.replace('{p}', String(percent)),
});
const TRANSFORMER = 'ein Transformator mehr als {p} % seiner Bemessungsleistung';
const LINE = 'eine Leitung mehr als {p} % ihres Bemessungsstroms';

/** Peaks, transformers, lines and voltages. */
export const grid: Readonly<Record<string, KpiName>> = {
  peakImport: {
    label: 'Bezugsspitze',
    definition: `Größte Wirkleistung aus dem vorgelagerten Netz. ${SCREENING}`,
  },
  peakExport: {
    label: 'Rückspeisespitze',
    definition:
      'Größte Wirkleistung, die ins vorgelagerte Netz zurückgeht; 0, wo keine. Aus Mittelwerten der Zeitschritte.',
  },
  loadFactor: {
    label: 'Lastfaktor',
    definition:
      'mean(P)/max(P) des Bezugs aus dem vorgelagerten Netz, Zeitschritte mit Rückspeisung als 0. Aus Mittelwerten der Zeitschritte.',
  },
  coincidence: {
    // Never without its step: it falls as the step gets shorter.
    label: (english: string) =>
      `Gleichzeitigkeit der Anschlüsse, ${english.endsWith('hourly means') ? 'Stundenmittel' : `${/(\d+)-minute/.exec(english)?.[1] ?? '?'}-Minuten-Mittel`}`,
    definition:
      'max(sum P_i)/sum max(P_i) über die Bezüge P_i aller Gebäude, höchstens 100 %. Aus Mittelwerten der Zeitschritte: Mit kürzeren Schritten sinkt sie.',
  },
  transformersOver100: {
    label: 'Transformatoren über {1} %',
    definition: (english) =>
      `Transformatoren, deren Scheinleistung in mindestens einem Zeitschritt ${shareOf(english, 'die Bemessungsleistung', 'der Bemessungsleistung')} überschreitet.${dynamicOf(english)} ${SCREENING}`,
  },
  worstTransformerLoading: {
    label: 'Höchste Auslastung eines Transformators',
    definition: (english) =>
      `Größte Scheinleistung eines Transformators in einem Zeitschritt, bezogen auf seine Bemessungsleistung.${dynamicOf(english)}`,
  },
  hoursOverload: {
    label: 'Stunden mit Überlast',
    definition: (english) =>
      `Zeit, in der mindestens ein Transformator mehr als ${shareOf(english, 'seine Bemessungsleistung', 'seiner Bemessungsleistung')} führt.${dynamicOf(english)}`,
  },
  linesOver100: {
    label: 'Leitungen über {1} %',
    definition: (english) =>
      `Leitungen, deren größter Phasenstrom in mindestens einem Zeitschritt ${shareOf(english, 'den Bemessungsstrom', 'des Bemessungsstroms')} überschreitet.`,
  },
  transformerHoursOver80: hours('Transformator', TRANSFORMER, 80),
  transformerHoursOver100: hours('Transformator', TRANSFORMER, 100),
  transformerHoursOver120: hours('Transformator', TRANSFORMER, 120),
  worstLineLoading: {
    label: 'Höchste Auslastung einer Leitung',
    definition: 'Größter Phasenstrom einer Leitung in einem Zeitschritt, bezogen auf ihren Bemessungsstrom.',
  },
  lineHoursOver80: hours('Leitungs', LINE, 80),
  lineHoursOver100: hours('Leitungs', LINE, 100),
  lineHoursOver120: hours('Leitungs', LINE, 120),
  transformerAgeing: {
    label: 'Am schnellsten alternder Transformator',
    definition:
      'Mittlere relative Alterungsrate V = 2^((theta_h - 98)/6) der Isolierung im Jahr, des Transformators mit der höchsten; 100 % = altert wie ausgelegt. Heißpunkt aus Auslastung und Außenluft, ohne Zuschlag für das Gehäuse.',
  },
  transformerLifeUsed: {
    label: 'Verbrauchte Lebensdauer der Transformatoren',
    definition:
      'Lebensdauerverlust L = Summe von V dt aller Transformatoren: gleichwertige Stunden bei einem Heißpunkt von 98 °C, von je 180 000 h.',
  },
  busesOutsideBand: { label: outside('Knoten', 'außerhalb ±10 % Spannung'), definition: busesText },
  customersOutsideBand: {
    label: outside('Kunden', 'außerhalb ±10 %'),
    definition:
      'Kunden an Knoten mit einer Phasenspannung außerhalb {1} bis {2} pu in mindestens einem Zeitschritt.',
  },
  customerHoursOutsideBand: {
    label: 'Kundenstunden außerhalb ±10 %',
    definition: `Stunden, in denen die Spannung eines Kunden in einer Phase außerhalb 0,90 bis 1,10 pu liegt (Band der EN 50160, die nach 10-Minuten-Mitteln urteilt), über alle Kunden summiert. ${ALWAYS}`,
  },
  longestOutsideBand: {
    label: 'Längste Zeit außerhalb ±10 %',
    definition: `Stunden des Jahres, in denen der Knoten, der am längsten außerhalb liegt, in einer Phase außerhalb 0,90 bis 1,10 pu liegt (Band der EN 50160, die nach 10-Minuten-Mitteln urteilt). ${ALWAYS}`,
  },
  lowestVoltage: {
    label: 'Niedrigste Spannung',
    definition: 'Niedrigste Phasenspannung eines Knotens in einem Zeitschritt, bezogen auf die Nennspannung.',
  },
  highestVoltage: {
    label: 'Höchste Spannung',
    definition: 'Höchste Phasenspannung eines Knotens in einem Zeitschritt, bezogen auf die Nennspannung.',
  },
  voltageUnbalance: {
    label: 'Spannungsunsymmetrie',
    definition:
      'Unsymmetriefaktor |V-|/|V+| der Phasenspannungen, Gegen- zu Mitsystem, der größte an einem Knoten in einem Zeitschritt; aus den komplexen Spannungen des Lastflusses.',
  },
  unbalanceWeekShare: {
    label: 'Zeit über 2 % Unsymmetrie',
    definition: `Anteil einer Woche mit einem Unsymmetriefaktor über 2 %, am Knoten und in der Woche mit dem größten; die EN 50160 lässt 5 % zu. ${UNBALANCE_STEPS}`,
  },
  customersUnbalanced: {
    label: 'Kunden mit zu viel Unsymmetrie',
    definition: `Kunden an Knoten, deren Unsymmetriefaktor in irgendeiner Woche mehr als 5 % der Zeit über 2 % liegt. ${UNBALANCE_STEPS}`,
  },
};
