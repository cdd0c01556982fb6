import type { MeasureName } from './types';

const INSULATION = {
  insulationM: 'Zusätzliche Dämmung',
  goodEnoughWPerM2K: 'Bleibt, wie es ist, ab einem U-Wert von',
};

export const envelope = {
  envelopeRetrofit: {
    label: 'Sanierung der Gebäudehülle',
    of: 'der unsanierten Gebäude von vor 2000',
    changes:
      'Wände, Dach, Boden und Fenster erreichen den üblichen oder den hochwertigen Sanierungsstand ihres Gebäudetyps.',
    parameters: { level: 'Stand: 1 üblich, 2 hochwertig' },
  },
  roofInsulation: {
    label: 'Dachdämmung',
    of: 'der Gebäude mit noch nicht gut gedämmtem Dach',
    changes: 'Dämmung auf dem Dach oder der obersten Decke.',
    parameters: INSULATION,
  },
  wallInsulation: {
    label: 'Wanddämmung',
    of: 'der Gebäude mit noch nicht gut gedämmten Wänden',
    changes: 'Dämmung außen auf den Außenwänden.',
    parameters: INSULATION,
  },
  floorInsulation: {
    label: 'Bodendämmung',
    of: 'der Gebäude mit noch nicht gut gedämmtem Boden',
    changes: 'Dämmung unter dem untersten beheizten Boden.',
    parameters: INSULATION,
  },
  windowReplacement: {
    label: 'Neue Fenster',
    of: 'der Gebäude mit Fenstern, die mehr Wärme hinauslassen',
    changes: 'Alle Fenster werden ersetzt; Wärmeverlust und Sonneneinstrahlung ändern sich beide.',
    parameters: {
      uValueWPerM2K: 'U-Wert der neuen Fenster',
      gValue: 'Gesamtenergiedurchlassgrad (g) der neuen Fenster',
    },
  },
  airSealing: {
    label: 'Fugen abdichten',
    of: 'der Gebäude, die undichter sind',
    changes: 'Fugen und Anschlüsse werden abgedichtet: Weniger Außenluft kommt ungewollt herein.',
    parameters: { infiltrationPerH: 'Luftwechsel durch Fugen danach' },
  },
  externalShading: {
    label: 'Außenjalousien',
    of: 'der Gebäude ohne Außenjalousien',
    changes:
      'Jalousien vor den Fenstern schließen von selbst, solange die Sonne stark scheint, in jeder Jahreszeit.',
    parameters: {
      closedAboveWPerM2: 'Geschlossen, solange die Sonne auf der Scheibe stärker ist als',
      transmittedShare: 'Anteil der Sonne, den eine geschlossene Jalousie durchlässt',
    },
  },
} as const satisfies Readonly<Record<string, MeasureName>>;
