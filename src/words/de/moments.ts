import type { Same } from '../catalogue';
import type { moments as english } from '../en/moments';

export const moments: Same<typeof english> = {
  zoom: 'Was gezeichnet wird',
  week: 'Woche',
  dayZoom: 'Tag',
  hourOfDay: 'Stunde des gezeigten Tages',
  hint: 'Pfeiltasten: ein Schritt; Bild auf und ab: ein Tag; Pos1 und Ende: erste und letzte Stunde',
  importOfDay: 'Netzbezug des Gebiets an diesem Tag',
  loadingOfDay: 'Auslastung von {id} an diesem Tag',
  goTo: 'Zu einem Zeitpunkt springen',
  typed: 'Datum und Uhrzeit',
  typedHint:
    'Zum Beispiel {example}; ein Datum allein behält die Stunde, eine Uhrzeit allein behält den Tag.',
  go: 'Springen',
  notRead: 'Das lässt sich nicht als Datum oder Uhrzeit lesen.',
  notThere: 'Das gerechnete Gemeinjahr hat diesen Tag oder diese Stunde nicht.',
  named: 'Sehenswerte Stunden',
  speed: 'Abspielgeschwindigkeit',
  speedOf: '{times}×',
  names: {
    importPeak: 'Größter Netzbezug',
    exportPeak: 'Größte Rückspeisung',
    worstTransformer: 'Am stärksten belasteter Transformator',
    lowestVoltage: 'Niedrigste Spannung',
    coldest: 'Kälteste Stunde',
    solarPeak: 'Meiste Sonne von den Dächern',
  },
  none: {
    importPeak: 'Es wird nie etwas aus dem Netz bezogen.',
    exportPeak: 'Es wird nie etwas zurückgespeist.',
    worstTransformer: 'Kein Transformator ist belastet.',
    lowestVoltage: 'Keine Spannung wurde gelöst.',
    coldest: 'Das Jahr enthält keine Lufttemperatur.',
    solarPeak: 'Es gibt keine Solaranlagen.',
  },
};
