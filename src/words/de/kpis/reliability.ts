import type { KpiName } from './types';

const EXPECTED =
  'Hier: Erwartung eines mittleren Jahres, aus angenommenen Ausfallraten und der Topologie; das vorgelagerte Netz fällt nie aus.';

/** Interruptions, metering and monitoring; names of the U4SSC set stay as the set has them. */
export const reliability: Readonly<Record<string, KpiName>> = {
  saifi: {
    label: 'Mittlere Häufigkeit von Unterbrechungen (SAIFI)',
    definition: `sum N_i/N_T: Kundenunterbrechungen je versorgtem Kunden. ${EXPECTED}`,
  },
  saidi: {
    label: 'Mittlere Unterbrechungsdauer (SAIDI)',
    definition: `sum r_i N_i/N_T: Kundenminuten der Unterbrechung je versorgtem Kunden. ${EXPECTED}`,
  },
  caidi: {
    label: 'Mittlere Dauer einer Unterbrechung (CAIDI)',
    definition: `SAIDI/SAIFI: mittlere Länge einer Unterbrechung; ohne Unterbrechung kein Wert. ${EXPECTED}`,
  },
  asai: {
    label: 'Mittlere Verfügbarkeit der Versorgung (ASAI)',
    definition: `1 − SAIDI/525 600 min: Anteil des Jahres mit Versorgung. ${EXPECTED}`,
  },
  maifi: {
    label: 'Mittlere Häufigkeit kurzer Unterbrechungen (MAIFI)',
    definition: `Kurze Kundenunterbrechungen je versorgtem Kunden. ${EXPECTED}`,
  },
  energyNotSupplied: {
    label: 'Nicht gelieferte Energie',
    definition:
      'sum lambda r P: Ausfälle je Jahr mal Dauer mal mittlere Leistung der Unterbrochenen, kurze Unterbrechungen eingeschlossen.',
  },
  vulnerableHoursWithoutSupply: {
    label: 'Stunden ohne Strom in schutzbedürftigen Haushalten',
    definition:
      'Erwartete Stunden ohne Versorgung im Jahr, Mittel der als schutzbedürftig gekennzeichneten Haushalte (Krankheit, Alter, Kleinkinder: nach einem angenommenen Anteil gezogen, wo nicht bekannt).',
  },
  lowestThirdHoursWithoutSupply: {
    label: 'Stunden ohne Strom im untersten Einkommensdrittel',
    definition:
      'Erwartete Stunden ohne Versorgung im Jahr, Mittel des Drittels der Haushalte mit dem niedrigsten Einkommen je gewichteter Person (synthetische Einkommen, wo nicht bekannt).',
  },
  'EC: ICT: ES: 1C': {
    label: 'Smart Electricity Meters (U4SSC)',
    definition: '100 mal eingebaute intelligente Stromzähler durch alle Stromzähler.',
  },
  'EC: ICT: ES: 2A': {
    label: 'Electricity Supply ICT Monitoring (U4SSC)',
    definition:
      '100 mal Länge des mit IKT (SCADA oder ähnlich) überwachten Stromnetzes durch seine ganze Länge. In der Quelle ist der Zähler eine Länge; der Rest ihrer Formel ist dort abgeschnitten.',
  },
  'EC: I: ES: 1C': {
    label: 'Electricity System Outage Frequency (U4SSC)',
    definition: 'SAIFI: Kundenunterbrechungen in 12 Monaten je versorgtem Kunden (IEEE 1366).',
  },
  'EC: I: ES: 2C': {
    label: 'Electricity System Outage Time (U4SSC)',
    definition:
      'CAIDI, nicht SAIDI: Kundenminuten durch Kundenunterbrechungen, die mittlere Länge einer Unterbrechung. Ohne Unterbrechung kein Wert.',
  },
};
