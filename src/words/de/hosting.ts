import type { Same } from '../catalogue';
import type { hosting as english } from '../en/hosting';

export const hosting: Same<typeof english> = {
  count: 'Aufnahmefähigkeit bestimmen',
  note: 'Wie viel PV, wie viele Elektroautos und Wärmepumpen jeder Abgang noch aufnimmt: eine Abschätzung aus fünf zufälligen Verteilungen, eine Minute oder mehr je Szenario einer ganzen Stadt.',
  what: 'Aufnahmefähigkeit',
  failed: 'Die Aufnahmefähigkeit ließ sich nicht bestimmen',
  standing_one: '{found} von {count} Szenario bestimmt',
  standing_other: '{found} von {count} Szenarien bestimmt',
  partial: 'unvollständig',
  old: 'veraltet',
  cancel: 'Aufnahmefähigkeit abbrechen',
  goOn: 'Aufnahmefähigkeit weiter bestimmen',
};
