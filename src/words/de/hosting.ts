import type { Same } from '../catalogue';
import type { hosting as english } from '../en/hosting';

export const hosting: Same<typeof english> = {
  count: 'Aufnahmefähigkeit bestimmen',
  note: 'Wie viel PV, wie viele Elektroautos und Wärmepumpen jeder Abgang noch aufnimmt: eine Abschätzung aus fünf zufälligen Verteilungen, eine Minute oder mehr je Szenario einer ganzen Stadt.',
  what: 'Aufnahmefähigkeit',
  failed: 'Die Aufnahmefähigkeit ließ sich nicht bestimmen',
  standing_one: '{found} von {count} Szenario bestimmt',
  standing_other: '{found} von {count} Szenarien bestimmt',
  more: ', {count} Werte des nächsten',
  partial: 'unvollständig',
  old: 'veraltet',
  cancel: 'Aufnahmefähigkeit abbrechen',
  goOn: 'Aufnahmefähigkeit weiter bestimmen',
  tab: 'Aufnahmefähigkeit',
  screening: 'Abschätzung',
  lead: 'Was ein Abgang, oder jeder seiner Knoten für sich, noch aufnimmt, bis eine Grenze verletzt wird: das wenigste, der Median und das meiste aus {draws} zufälligen Verteilungen.',
  technology: 'Was angeschlossen wird',
  technologies: {
    load: 'Last',
    photovoltaic: 'Photovoltaik',
    vehicle: 'Elektroautos',
    heatPump: 'Wärmepumpen',
  },
  feeders: 'Abgänge',
  feeder: 'Abgang',
  sites: 'Anschlussstellen',
  least: 'Mindestens',
  median: 'Median',
  most: 'Höchstens',
  binds: 'Was begrenzt',
  when: 'Wann',
  nothingBinds: 'nichts bis zum Ende der Suche',
  atLeast: 'mindestens {value}',
  ofNodes: 'Knoten',
  askNodes: 'Die Knoten von {feeder} bestimmen',
  nodesOf: 'Knoten von {feeder}',
  node: 'Knoten',
  whatNodes: 'die Knoten von {feeder}',
  standingNodes_one: '{count} Knoten bestimmt',
  standingNodes_other: '{count} Knoten bestimmt',
  saveFeeders: 'Aufnahmefähigkeit der Abgänge als CSV speichern',
  saveNodes: 'Aufnahmefähigkeit der Knoten als CSV speichern',
  conditionsTitle: 'Unter diesen Bedingungen',
  conditions: {
    onePlace:
      'Jede Stelle für sich: Sonst kommt nirgends etwas hinzu. Was das übrige Quartier zur selben Zeit hinzubekäme, ginge davon ab.',
    hours:
      'Alle Anlagen zugleich mit voller Leistung, in den Stunden des Jahres, die ohne sie für die Stelle die schwersten waren (bei Photovoltaik: unter denen mit mindestens der Hälfte der stärksten Sonne); ohne Regelung, ohne Ausbau, ohne Schutz, ohne Flicker.',
    dynamic: 'Ein Transformator mit dynamischer Belastbarkeit behält die des Jahres ohne die Anlagen.',
    before:
      'Batterien des Netzes tun, was sie ohne die Anlagen taten. Was schon vorher jenseits einer Grenze lag, zählt nur, wo es schlimmer wird.',
    units:
      'Anlagen zu je {unit}, einphasig, die Phase zufällig gezogen: eine Annahme dieses Modells, ohne Quelle.',
    search: 'Startwert {seed}, gesucht bis {most}, Spannung von {lower} bis {upper} der Nennspannung, Auslastung bis {loading}.', // prettier-ignore
  },
};
