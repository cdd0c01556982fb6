import type { Same } from '../catalogue';
import type { split as english } from '../en/split';

export const split: Same<typeof english> = {
  title: 'Zwei Szenarien auf der Karte',
  start: 'Ausgangslage daneben auf der Karte',
  end: 'Nur ein Szenario auf der Karte',
  left: 'Szenario links',
  waiting: 'noch keine Zahlen',
  way: 'Darstellung beider Szenarien',
  swipe: 'Wischen',
  swipeTitle: 'Eine Karte, geteilt',
  pair: 'Nebeneinander',
  pairTitle: 'Derselbe Ort zweimal',
  divider: 'Teilung der Karte',
  divided: '{left} links {percent} %, {right} rechts {rest} %',
  flow: 'Zeichen des Leistungsflusses',
  showFlow: 'Zeigen, wohin Leistung fließt',
  hideFlow: 'Leistungsfluss ausblenden',
  flowWay: 'Sie zeigen, wohin Leistung fließt, ab:',
  flowFrom: '{from} kW',
};
