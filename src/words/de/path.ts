import type { Same } from '../catalogue';
import type { path as english } from '../en/path';

export const path: Same<typeof english> = {
  summary: 'Über die Jahre',
  picture: '{measure} über die Jahre: {list}',
  pictureAt: '{year} {percent} %',
  constant:
    'In jedem Jahr derselbe Anteil. Geben Sie für ein Jahr einen anderen ein, wird daraus ein Verlauf.',
  between: 'dazwischen',
  held: 'gehalten',
  shareOf: '{measure} im Jahr {year}, Prozent',
  take: '{year} aus dem Verlauf von „{measure}“ nehmen',
  addYear: 'Weiteres Jahr',
  add: 'Hinzufügen',
  even: 'Gleichmäßig ab {year}',
  evenTitle: '{measure}: gleichmäßig ab null im Jahr {year}',
  flat: 'In allen Jahren gleich',
  flatTitle: '{measure}: der Anteil von {year} in allen Jahren',
  notBefore: 'Vor {year} nimmt niemand teil.',
  always: 'Vom ersten Jahr an',
  noShare: 'Geben Sie einen Anteil von 0 bis 100 % an.',
  noYear: 'Geben Sie ein Jahr von 1900 bis 2200 an.',
  taken: '{year} steht schon in der Tabelle.',
  step: '{measure} über die Jahre: {list}',
  stepYears: 'Jahre des Pfads: {years}',
  stepEven: 'Alle Maßnahmen wachsen gleichmäßig ab {year}',
  years: {
    title: 'Jahre des Pfads',
    first: 'Erstes Jahr',
    last: 'Letztes Jahr',
    every: 'Alle … Jahre',
    set: 'Diese Jahre nehmen',
    now: 'Jetzt {years}.',
    noStep: 'Geben Sie einen Abstand von 1 bis 50 Jahren an.',
    order: 'Das letzte Jahr liegt nach dem ersten.',
    many: 'Höchstens {most} Jahre: Nehmen Sie einen größeren Abstand.',
  },
};
