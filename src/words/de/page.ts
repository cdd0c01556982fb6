import type { Same } from '../catalogue';
import type { page as english } from '../en/page';

export const page: Same<typeof english> = {
  skips: 'Direkt zu',
  skip: 'Zur Karte oder Tabelle springen',
  skipTight: 'Zu den Engpässen springen',
  skipTime: 'Zur Zeit springen',
  scenarioView: 'Das Szenario auf der Karte oder in der Tabelle',
  district: 'Gebiet',
  scenarioFile: 'Szenariodatei',
  partFailed: 'Dieser Teil der Seite konnte nicht geladen werden; der Rest bleibt. {reload}',
  tryAgain: 'Noch einmal versuchen',
  missing: 'Nicht geladen: {names}. Vielleicht fehlt das Netz. {reload}',
  reload: {
    nothing: 'Ein neuer Versuch lädt womöglich die Seite neu; Ihre Arbeit ist gesichert.',
    meters:
      'Ein neuer Versuch lädt womöglich die Seite neu; Ihre Arbeit ist gesichert, Zählerwerte aber werden nirgends gespeichert und gingen verloren.',
    work: 'Ein neuer Versuch lädt womöglich die Seite neu; Ihre Arbeit ließ sich hier nicht sichern und ginge verloren: Speichern Sie das Projekt vorher als Datei.',
    both: 'Ein neuer Versuch lädt womöglich die Seite neu; Ihre Arbeit ließ sich hier nicht sichern, Zählerwerte werden nirgends gespeichert, und beides ginge verloren: Speichern Sie das Projekt vorher als Datei.',
  },
  late: {
    wayOut: 'die Suche nach einem Ausweg',
    comparison: 'der Vergleich',
    difference: 'was jede Maßnahme beiträgt',
    tornado: 'was am meisten ausmacht',
    hosting: 'die Aufnahmefähigkeit',
    peaks: 'der Vergleich mit gemessenen Spitzen',
    timeline: 'das Szenario über die Jahre',
    counted: 'die aus Zählern gerechneten Kennzahlen',
    report: 'was den Bericht schreibt',
  },
  withoutMap: {
    noWebGl: 'Dieser Browser bietet kein WebGL 2.',
    contextLost: 'Der Grafikkontext ist verloren gegangen.',
  },
  noMap: '{reason} Die Tabelle enthält alles, was die Karte zeigt.',
  notOpened: 'Das Gebiet konnte nicht geöffnet werden',
  theDistrict: 'das Gebiet',
  map: 'Karte von {name}.{most} Mit N und P durch die Elemente nach Schwere, Escape verlässt sie. Die Tabelle enthält dasselbe.',
  mapMost: ' Am stärksten ausgelastet im Jahr: {id}, {loading}.',
  linkRefused: 'Der Link wurde nicht geöffnet. {reason}{others} {remedy}',
  otherReasons_one: ' Es gibt {count} weiteren Grund.',
  otherReasons_other: ' Es gibt {count} weitere Gründe.',
  loadScenario: '{name} laden',
  loadingFailed: 'Das Laden ist gescheitert.',
  nothingImported_one: 'Nichts wurde importiert: {count} Problem.',
  nothingImported_zero: 'Nichts wurde importiert: keine Probleme.',
  nothingImported_other: 'Nichts wurde importiert: {count} Probleme.',
  notAtHand:
    '„{name}“ wurde nicht geöffnet: Das zugehörige Gebiet „{district}“ ist nicht mehr in diesem Browser. Importieren Sie dieses Gebiet hier, und öffnen Sie dann das Projekt.',
};
