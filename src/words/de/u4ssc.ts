/** Indicators of U4SSC in German, by id; their codes name them in every language. */
export const U4SSC_NAMES: Readonly<Record<string, { readonly name: string; readonly definition: string }>> = {
  'EC: ICT: ES: 1C': {
    name: 'Intelligente Stromzähler',
    definition: '100 mal eingebaute intelligente Stromzähler durch alle Stromzähler.',
  },
  'EC: ICT: ES: 2A': {
    name: 'Fernüberwachung der Stromversorgung',
    definition:
      '100 mal Länge der Stromversorgung, die fernüberwacht wird (SCADA oder Ähnliches), durch ihre ganze Länge. Der Zähler ist in der Quelle eine Länge; der Rest der Formel ist dort abgeschnitten.',
  },
  'EC: ICT: ES: 3A': {
    name: 'Verbreitung steuerbarer Lasten',
    definition:
      '100 mal Stromkunden mit steuerbarer Last durch alle Stromkunden; hier jene, die teilnehmen und gesteuert werden können.',
  },
  'EC: I: ES: 1C': {
    name: 'Häufigkeit von Stromausfällen',
    definition: 'SAIFI: Kundenunterbrechungen in 12 Monaten durch versorgte Kunden (IEEE 1366).',
  },
  'EC: I: ES: 2C': {
    name: 'Dauer von Stromausfällen',
    definition:
      'CAIDI, nicht SAIDI: Kundenminuten der Unterbrechung durch Kundenunterbrechungen, die mittlere Länge einer Unterbrechung. Ohne Unterbrechung gibt es keinen Wert.',
  },
  'EC: I: ES: 3C': {
    name: 'Zugang zu Strom',
    definition:
      '100 mal Haushalte mit genehmigtem Anschluss durch alle Haushalte (SDG 7.1.1). Haushalte, nicht Einwohner.',
  },
  'EC: I: B: 1A': {
    name: 'Nachhaltigkeit öffentlicher Gebäude',
    definition:
      '100 mal Fläche öffentlicher Gebäude mit anerkanntem Nachhaltigkeitszertifikat für den laufenden Betrieb (BOMA BEST, BREEAM In-Use, LEED O+M und dergleichen) durch alle Fläche öffentlicher Gebäude. Zertifikate sind Eingaben; hier wird keines vergeben.',
  },
  'EC: I: B: 2A': {
    name: 'Integrierte Gebäudeleittechnik in öffentlichen Gebäuden',
    definition:
      '100 mal Fläche öffentlicher Gebäude mit integrierter Gebäudeleittechnik durch alle Fläche öffentlicher Gebäude.',
  },
  'EC: I: T: 8A': {
    name: 'Emissionsarme Personenwagen',
    definition:
      '100 mal zugelassene emissionsarme Personenwagen durch alle zugelassenen Personenwagen; hier Elektroautos.',
  },
  'EN: EN: AQ: 2C': {
    name: 'Treibhausgase (Anteil der Energie)',
    definition:
      'Treibhausgase von Gebäuden, Netz und Elektroautos durch Einwohner. Der veröffentlichte Indikator zählt alle Treibhausgase der Stadt: Dies ist nur ihr Anteil der Energie.',
  },
  'EN: E: E: 1C': {
    name: 'Verbrauch erneuerbarer Energie',
    definition: '100 mal verbrauchte erneuerbare Energie durch alle verbrauchte Energie.',
  },
  'EN: E: E: 2C': {
    name: 'Stromverbrauch',
    definition:
      'Verbrauchter Strom durch Einwohner. Wärmepumpen und Elektroautos erhöhen ihn: mit der gesamten Endenergie je Einwohner zu lesen.',
  },
  'EN: E: E: 3C': {
    name: 'Wärmeverbrauch der Wohnungen',
    definition: 'In Wohnungen verbrauchte Wärmeenergie durch Einwohner.',
  },
  'EN: E: E: 4A': {
    name: 'Energieverbrauch öffentlicher Gebäude',
    definition:
      'Alle Energie öffentlicher Gebäude in Kilowattstunden-Äquivalent (1 ekWh = 3,6 MJ) durch ihre Fläche.',
  },
  'EC: ICT: PS: 1A, share': {
    name: 'Offene Daten, veröffentlichter Anteil',
    definition: '100 mal veröffentlichte durch erfasste Datensätze; einer von zwei Datenpunkten.',
  },
  'EC: ICT: PS: 1A, number': {
    name: 'Offene Daten, veröffentlichte Anzahl',
    definition: 'Veröffentlichte Datensätze; einer von zwei Datenpunkten.',
  },
};

/** Units of theirs that hold words. */
export const U4SSC_UNITS: Readonly<Record<string, string>> = {
  'number/yr': 'Anzahl/a',
  't CO2e/cap/yr': 't CO2e/(Einw. a)',
  'kWh/yr/cap': 'kWh/(Einw. a)',
  'GJ/yr/cap': 'GJ/(Einw. a)',
  'ekWh/m2/yr': 'ekWh/(m2 a)',
  count: 'Anzahl',
};
