import type { Same } from '../catalogue';
import type { places as english } from '../en/places';

export const places: Same<typeof english> = {
  title: 'Zahlen von {place}',
  district: 'ganzes Gebiet',
  figure: 'Zahl',
  save: 'Die Zahlen dieses Orts als CSV speichern',
  part: 'Jahr geteilt nach',
  peakIn: 'Spitze des Bezugs',
  peakInAt: 'Spitze des Bezugs, wann',
  peakOut: 'Spitze der Rückspeisung',
  peakOutAt: 'Spitze der Rückspeisung, wann',
  energyIn: 'Bezogene Energie',
  energyOut: 'Rückgespeiste Energie',
  limit: 'Grenze',
  hoursAbove: 'Stunden über der Grenze',
  energyAbove: 'Energie über der Grenze',
  peakWeeks: 'Wochen mit den höchsten Spitzen, ab',
  cuts: { season: 'Quartal', dayNight: 'Tag und Nacht', week: 'Wochentagen' },
  parts: {
    season: 'Dezember bis Februar|März bis Mai|Juni bis August|September bis November',
    dayNight: '6 bis 22 Uhr|22 bis 6 Uhr',
    week: 'Montag bis Freitag|Samstag und Sonntag',
  },
  cutTitle: '{place} nach {cut}',
  scenario: 'Szenario',
  partColumn: 'Teil des Jahres',
  hours: 'Stunden',
  saveCut: 'Die Teile des Jahres als CSV speichern',
  note: 'Bezug: aus dem Netz darüber entnommen. Über der Grenze: was bei gleichem Leistungsfaktor anderswohin müsste.',
  wayOutAt: 'Günstigster Ausweg an {site}',
  wayOutMv: 'Günstigster Ausweg der Mittelspannung',
  breaks: {
    loading: 'Bis zu {worst}, Grenze {limit}.',
    underVoltage: '{bus}: bis hinab auf {worst} der Nennspannung, Grenze {limit}.',
    overVoltage: '{bus}: bis zu {worst} der Nennspannung, Grenze {limit}.',
  },
};
