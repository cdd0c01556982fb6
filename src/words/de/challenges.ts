import type { Same } from '../catalogue';
import type { challenges as english } from '../en/challenges';

export const challenges: Same<typeof english> = {
  title: 'Herausforderungen',
  lead: 'Was die Sitzung von selbst sagt. Es spricht die erste, deren Bedingungen ein fertiges Jahr erfüllt, jede einmal. „Diese Sitzung als Datei sichern“ behält sie.',
  none: 'Noch gibt es keine.',
  tones: { good: 'Erreicht', watch: 'Achtung', bad: 'Zu viel' },
  tone: 'Art',
  dismiss: 'Schließen, was die Sitzung sagt',
  said: 'schon gesagt',
  remove: 'Diese Herausforderung entfernen: {text}',
  when: 'wenn {conditions}',
  and: ' und ',
  at: '{kpi} von {place}',
  count: 'Anzahl {elements}',
  add: 'Eine neue Herausforderung',
  indicator: 'Kennzahl oder Hebel',
  levers: 'Hebel',
  place: 'Wo',
  district: 'im ganzen Gebiet',
  sign: 'Vergleich',
  signs: { '<': 'unter', '<=': 'höchstens', '>': 'über', '>=': 'mindestens' },
  value: 'Wert ({unit})',
  alsoWhen: 'Weitere Bedingung hinzufügen',
  text: 'Was die Sitzung sagt',
  keep: 'Diese Herausforderung behalten',
  tooMany: 'Eine Sitzung hat höchstens {most} Herausforderungen.',
};
