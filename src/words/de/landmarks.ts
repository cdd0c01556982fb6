/** Landmarks of scales, by their ids. */
export const LANDMARK_NAMES: Readonly<Record<string, string>> = {
  reserve: 'ein Fünftel der Bemessung in Reserve',
  nameplate: 'Typenschild: bei 20 °C außen altert die heißeste Isolierung normal schnell',
  cyclic: 'normale zyklische Belastung, für einige Stunden',
  ampacity: 'Bemessungsstrom eines Kabels in Erde',
  voltageWeek: '95 % der 10-Minuten-Mittel einer Woche',
  voltageAll: 'alle 10-Minuten-Mittel',
  voltageAnsi: 'Bereich A am Hausanschluss, Vereinigte Staaten',
  unbalanceWeek: '95 % der 10-Minuten-Mittel einer Woche',
  normalAgeing: 'normale Lebensdauer: heißeste Isolierung das ganze Jahr bei 98 °C',
  burdenHigh: 'hohe Belastung; üblich sind 6 bis 11 %',
  burdenMeasured: 'Mittel einkommensschwacher Haushalte, Vereinigte Staaten',
  burdenSevere: 'schwere Belastung',
  siteEnergy: 'Mittel von Gebäuden dieser Nutzung, Vereinigte Staaten',
  builtTo1945: 'gebaut bis 1945',
  builtTo1979: 'gebaut 1946 bis 1979',
  builtTo1999: 'gebaut 1980 bis 1999',
  builtFrom2000: 'gebaut ab 2000',
};

/** What their sources say beside the titles of works. */
export const LANDMARK_REMARKS: Readonly<Record<string, string>> = {
  'EN 50160, from memory: the standard was not seen': 'EN 50160, aus dem Gedächtnis: Die Norm lag nicht vor',
  'Stations of synthetic networks are sized to it': 'Stationen synthetischer Netze werden danach bemessen',
  'Feeders of synthetic networks are sized to it': 'Abgänge synthetischer Netze werden danach bemessen',
  'IEC 60076-7, non-upgraded paper: 98 °C at full load':
    'IEC 60076-7, nicht thermisch stabilisiertes Papier: 98 °C bei Volllast',
  'IEC 60076-7, non-upgraded paper': 'IEC 60076-7, nicht thermisch stabilisiertes Papier',
  'IEC 60076-7, from memory: the standard was not seen':
    'IEC 60076-7, aus dem Gedächtnis: Die Norm lag nicht vor',
  'DIN VDE 0276-603, as the types of cables have it': 'DIN VDE 0276-603, wie in den Typen der Kabel',
  'ANSI C84.1: 114 to 126 V on a base of 120 V': 'ANSI C84.1: 114 bis 126 V bei 120 V Nennwert',
  'no threshold is universally accepted': 'keine Schwelle ist allgemein anerkannt',
  'EIA, CBECS 2003, table C1A: major fuels over floor space':
    'EIA, CBECS 2003, Tabelle C1A: Hauptenergieträger durch Fläche',
};
