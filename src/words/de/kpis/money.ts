import type { KpiName } from './types';

const burden = (third: string): KpiName => ({
  label: `Energiekostenbelastung, ${third} Drittel`,
  definition: `Energiekosten des Jahres bezogen auf das Einkommen nach Wohnkosten: Median der Haushalte im ${third.replace(/s$/, 'n')} Drittel nach Einkommen je gewichteter Person.`,
});

/** Investment, bills, energy poverty and energy communities. */
export const money: Readonly<Record<string, KpiName>> = {
  investment: {
    label: 'Investition',
    definition:
      'Üblicher Preis aller Maßnahmen, einmalig, vor Zuschüssen. Nicht genannt, wo ein Preis nicht bekannt ist.',
  },
  measuresCost: {
    label: 'Jährliche Kosten der Maßnahmen',
    definition:
      'Annuität der Investition abzüglich Zuschüssen, und Unterhalt; Energie steht in den Energiekosten.',
  },
  medianEnergyBill: {
    label: 'Mittlere Energierechnung der Haushalte (Median)',
    definition:
      'Stromrechnung abzüglich Einspeisevergütung, und Gas, Öl und Fernwärme, mit Steuern: Median der Haushalte. Ohne die Kosten der Maßnahmen.',
  },
  medianElectricityBill: {
    label: 'Mittlere Stromrechnung der Haushalte (Median)',
    definition:
      'Anschluss, vereinbarte Leistung, Energie und Monatsspitze mit Steuern, abzüglich Einspeisevergütung: Median der Haushalte.',
  },
  allElectricityBills: {
    label: 'Stromrechnungen aller Kunden',
    definition:
      'Summe aller Stromrechnungen: Einnahmen von Lieferant, Netzbetreiber und Staat abzüglich Einspeisevergütung.',
  },
  unbilledEnergy: {
    label: 'Nicht abgerechnete Energie',
    definition:
      'sum u (1 − r) E_imp über die Gebäude: E_imp, was ein Gebäude im Jahr aus dem Netz nimmt, u der Anteil, der niemandem berechnet wird, r, was eine Prüfung des Gebäudes davon zurückholt. Nichttechnische Verluste; u ist die Annahme des Szenarios, 0, wo es keine macht.',
  },
  unbilledEnergyShare: {
    label: 'Nicht abgerechnete Energie, Anteil',
    definition:
      'Nicht abgerechnete Energie bezogen auf alles, was die Gebäude aus dem Netz nehmen, sum E_imp.',
  },
  energyBurdenLowest: burden('unteres'),
  energyBurdenMiddle: burden('mittleres'),
  energyBurdenHighest: burden('oberes'),
  povertyTenPercent: {
    label: 'Energiekosten über 10 % des Einkommens',
    definition: 'Anteil der Haushalte mit e/y > 0,10; auch schwere Belastung genannt.',
  },
  povertyTwiceMedian: {
    label: 'Energiekostenanteil über dem doppelten Median',
    definition: 'Anteil der Haushalte mit e/y > 2 median(e/y).',
  },
  povertyHalfMedian: {
    label: 'Versteckte Energiearmut',
    definition:
      'Anteil der Haushalte, die weniger als die Hälfte des Medians für Energie ausgeben. Als Ausgabe gelten hier die Kosten der benötigten Energie: Das findet sparsame Wohnungen und solche mit Photovoltaik, aber niemanden, der friert.',
  },
  povertyLihc: {
    label: 'Niedriges Einkommen, hohe Kosten',
    definition:
      'Anteil der Haushalte mit e_eq > median(e_eq) und y_eq − e_eq < 0,6 median(y_eq), beide nach Haushaltsgröße gewichtet.',
  },
  povertySixPercent: {
    label: 'Energiekosten über 6 % des Einkommens',
    definition:
      'Anteil der Haushalte mit e/y > 0,06: hohe Belastung. Eine allgemein anerkannte Schwelle gibt es nicht.',
  },
  communityExchange: {
    label: 'In Energiegemeinschaften geteilter Strom',
    definition:
      'sum min(sum D_i, sum X_i) über die Zeitschritte, mit dem Bezug D_i und der Einspeisung X_i der Mitglieder hinter einem Transformator: was die einen einspeisen und andere im selben Zeitschritt verbrauchen.',
  },
  communitySavings: {
    label: 'Was Mitglieder von Energiegemeinschaften sparen',
    definition:
      'Summe über die Verträge: Rechnung ohne die Gemeinschaft abzüglich allem, was mit ihr gezahlt wird, ihre eigenen Kosten eingeschlossen. Lieferant, Netzbetreiber und Staat verlieren, was Mitglieder gewinnen.',
  },
  communityLosers: {
    label: 'Kunden, die durch ihre Energiegemeinschaft verlieren',
    definition:
      'Haushalte und Betriebe, deren Vertrag mit der Gemeinschaft mindestens zehn Cent im Jahr mehr kostet als ohne sie: Weniger kann Rundung sein. 0, wo niemand in einer ist.',
  },
  communityPeakImport: {
    label: 'Höchste Bezugsspitze einer Energiegemeinschaft',
    definition:
      'max(sum D_i − A) über die Zeitschritte, A, was Mitglieder einander geben: die größte der Gemeinschaften.',
  },
  communityPeakExport: {
    label: 'Höchste Einspeisespitze einer Energiegemeinschaft',
    definition:
      'max(sum X_i − A) über die Zeitschritte, A, was Mitglieder einander geben: die größte der Gemeinschaften.',
  },
  communitySelfConsumption: {
    label: 'Eigenverbrauch der Energiegemeinschaften',
    definition:
      '1 − sum (sum X_i − A)/sum g: Anteil der Erzeugung g der Mitglieder, der ihre Gemeinschaften nicht verlässt. Was Batterien und Autos ins Netz geben, zählt als verlassen.',
  },
  communitySelfSufficiency: {
    label: 'Autarkie der Energiegemeinschaften',
    definition:
      '1 − sum (sum D_i − A)/sum l: Anteil des Verbrauchs l der Mitglieder, ohne was Batterien aufnehmen, der nicht von außerhalb ihrer Gemeinschaften kommt.',
  },
};
