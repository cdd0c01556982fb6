import type { MeasureName } from './types';

const OFFERED =
  'der Haushalte bekommen ihn angeboten und nehmen ihn: knapp 20 % derer, die gefragt werden, fast alle, wo er die Vorgabe ist';
const ANSWER =
  'und verschieben einen Teil des Verbrauchs ihrer Geräte in billigere Stunden desselben Tages; die Energie des Tages bleibt gleich, wenn die Elastizität des Tages nichts anderes sagt. Wärmepumpen, Speicher, Autos und Batterien behalten eigene Steuerungen; Betriebe reagieren nicht.';
const RESPONSE = {
  optOutShare: 'Davon Haushalte, die ihn wieder verlassen',
  substitutionElasticity: 'Substitutionselastizität innerhalb eines Tages',
  technologyFactor: 'Wievielfache Elastizität mit automatischer Steuerung',
  technologyShare: 'Anteil mit automatischer Steuerung',
  elasticityShare:
    'Wie elastisch sie sind, verglichen mit Freiwilligen; weniger, wo der Tarif die Vorgabe ist',
  ownPriceElasticity: 'Elastizität der Energie des Tages',
  flexibleShare: 'Anteil der Geräte, der reagiert',
};

export const operation = {
  heatRecoveryVentilation: {
    label: 'Lüftung mit Wärmerückgewinnung',
    of: 'der Gebäude mit Außenluft für Menschen und ohne Anlage mit bekannter Rückgewinnung',
    changes:
      'Ventilatoren bringen alle Außenluft für Menschen herein und verbrauchte Luft an einem Wärmetauscher vorbei hinaus; sie brauchen Strom. An Arbeitsplätzen tritt sie an die Stelle der dort angenommenen Rückgewinnung.',
    parameters: {
      recoveredShare: 'Anteil der Wärme der Abluft, der zurückgewonnen wird',
      fanWPerM3PerS: 'Leistung beider Ventilatoren je Außenluftstrom',
    },
  },
  heatingSetback: {
    label: 'Tiefere Absenkung',
    of: 'der beheizten Gebäude mit höherer Absenktemperatur',
    changes:
      'Nachts, oder solange ein Arbeitsplatz leer ist, dürfen Räume weiter auskühlen. Kein Gewinn der Gebäudehülle.',
    parameters: { heatingSetbackDegC: 'Absenktemperatur' },
  },
  smartThermostat: {
    label: 'Thermostate, die wissen, wer da ist',
    of: 'der beheizten Wohngebäude',
    changes:
      'Räume werden nur auf die Solltemperatur geheizt, solange jemand da ist. Kein Gewinn der Gebäudehülle.',
    parameters: { setbackDegC: 'Temperatur, solange niemand da ist' },
  },
  flexibleHeatPumps: {
    label: 'Wärmepumpen, die die Spitze meiden',
    of: 'der Gebäude mit Wärmepumpe',
    changes:
      'Räume dürfen in den Spitzenstunden des Netzes ein wenig auskühlen und werden vorher aufgewärmt; was ihnen fehlt, wird danach nachgeholt. Kein Gewinn der Gebäudehülle.',
    parameters: {
      peakFromHour: 'Spitze beginnt',
      peakToHour: 'Spitze endet; über Mitternacht, wo es die frühere Stunde ist',
      setbackK: 'Kühler in der Spitze',
      preheatK: 'Wärmer davor',
      preheatMin: 'Dauer des Vorwärmens',
    },
  },
  efficientLighting: {
    label: 'Sparsame Beleuchtung',
    of: 'der Nichtwohngebäude',
    changes: 'Lampen geben dasselbe Licht mit weniger Leistung und weniger Wärme in die Räume.',
    parameters: { powerShare: 'Installierte Leistung, die bleibt, von der heutigen' },
  },
  efficientAppliances: {
    label: 'Sparsame Haushaltsgeräte',
    of: 'der Gebäude mit Haushalten',
    changes:
      'Kühlschränke, Waschmaschinen, Herde, Bildschirme und Lampen der Haushalte leisten zur selben Zeit dasselbe mit weniger Leistung und geben weniger Wärme in die Räume.',
    parameters: { powerShare: 'Leistung von Geräten und Licht, die bleibt, von der heutigen' },
  },
  timeOfUseTariff: {
    label: 'Zeitvariabler Tarif',
    of: OFFERED,
    changes: `Haushalte kaufen Strom zu drei Preisen, teuer an Werktagsabenden und billig in der Nacht, ${ANSWER}`,
    parameters: RESPONSE,
  },
  criticalPeakTariff: {
    label: 'Tarif mit teuren Spitzentagen',
    of: OFFERED,
    changes: `Haushalte kaufen Strom zu einem Preis, der an den Abenden von zwölf benannten Wintertagen (Dezember bis Februar) sehr hoch und sonst etwas niedriger ist, ${ANSWER}`,
    parameters: RESPONSE,
  },
  dynamicTariff: {
    label: 'Stündliche Preise',
    of: OFFERED,
    changes: `Haushalte kaufen Strom zu jeder Stunde zu einem anderen Preis, von erfundenem Verlauf, den kein Markt gegeben hat (unknown_untraceable), ${ANSWER}`,
    parameters: RESPONSE,
  },
  directLoadControl: {
    label: 'Direkte Laststeuerung',
    of: 'der Haushalte lassen Geräte abschalten',
    changes:
      'In den Stunden eines Abrufs wird ein Teil des Verbrauchs der Geräte dieser Haushalte abgeschaltet und in den Stunden danach am selben Tag nachgeholt: Energie wird verschoben, sie verschwindet nicht. Ein Abruf liegt innerhalb eines Tages, ebenso die Stunden danach. Wärmepumpen, Speicher, Autos und Batterien behalten eigene Steuerungen.',
    parameters: {
      fromHour: 'Abruf beginnt',
      toHour: 'Abruf endet',
      everyWeekday: 'Jeden Werktag (1), oder nur an den zwölf kritischen Wintertagen (0)',
      cutShare: 'Abgeschaltet bei einem Abruf',
      overrideShare: 'Anteil der Abrufe, denen ein Haushalt widerspricht',
      reboundShare: 'Anteil dieser Energie, der danach verbraucht wird',
      reboundH: 'Innerhalb von so vielen Stunden',
    },
  },
  consumptionFeedback: {
    label: 'Zähler, die den Verbrauch zeigen',
    of: 'der Haushalte sehen nach, was ihr Zähler zeigt',
    changes:
      'Diese Haushalte verbrauchen mit Geräten und Licht ein wenig weniger, in jeder Stunde gleich. Das braucht einen intelligenten Zähler, der eine eigene Maßnahme ist.',
    parameters: { feedbackSaving: 'Energie, die spart, wer nachsieht' },
  },
  meterAudits: {
    label: 'Intelligente Zähler und Prüfungen gegen nicht abgerechneten Verbrauch',
    of: 'der Gebäude',
    changes:
      'Alle Stromzähler des Gebäudes werden intelligente, und was an ihnen vorbeigeht, wird gesucht: Von dem Strom, den niemand abrechnet, wird danach ein Anteil abgerechnet. Wie viel das war, ist eine Annahme des Szenarios, 0, solange es keine trifft.',
    parameters: {
      recoveredShare: 'Vom nicht abgerechneten Strom danach abgerechnet',
      savedShare: 'Weniger Verbrauch der Haushalte für Geräte und Licht, seit er bezahlt wird',
    },
  },
  smartMeters: {
    label: 'Intelligente Zähler',
    of: 'der Gebäude',
    changes:
      'Alle Stromzähler des Gebäudes werden durch intelligente ersetzt. Für sich allein spart das nichts.',
  },
  energyCommunity: {
    label: 'Energiegemeinschaft',
    of: 'der Gebäude treten der Gemeinschaft dessen bei, was ihr Transformator versorgt',
    changes:
      'Was Mitglieder hinter einem Transformator einspeisen, verbrauchen die anderen im selben Zeitschritt zu einem internen Preis; für den Rest behält jedes Mitglied seinen eigenen Vertrag. Für sich allein ändert das keine Last.',
    parameters: {
      priceShare: 'Interner Preis, vom Einspeisepreis (0) bis zum höchsten, bei dem niemand verliert (1)',
      gridWaivedShare: 'Erlassener Anteil des Netzentgelts auf geteilten Strom',
      levyWaivedShare: 'Erlassener Anteil der Umlagen auf geteilten Strom',
    },
  },
} as const satisfies Readonly<Record<string, MeasureName>>;
