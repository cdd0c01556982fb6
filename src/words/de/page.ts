import type { Same } from '../catalogue';
import type { page as english } from '../en/page';

export const page: Same<typeof english> = {
  skip: 'Zur Karte oder Tabelle springen',
  district: 'Gebiet',
  scenarioFile: 'Szenariodatei',
  partFailed:
    'Dieser Teil der Seite konnte nicht geladen werden. Der Rest bleibt, und Ihre Arbeit ist gesichert.',
  tryAgain: 'Noch einmal versuchen',
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
