import type { MeasureName } from './types';

export const systems = {
  heatPumps: {
    label: 'Wärmepumpen',
    of: 'der Gebäude mit Kessel oder Stromdirektheizung',
    changes: 'Raumwärme und Warmwasser kommen aus einer Luft-Wärmepumpe statt aus der heutigen Anlage.',
    parameters: {
      cutOffDegC: 'Steht still unter einer Außentemperatur von',
      sizeShare: 'Leistung, von der am Bivalenzpunkt benötigten',
    },
  },
  groundHeatPumps: {
    label: 'Wärmepumpen mit Erdsonden',
    of: 'der Gebäude mit Kessel oder Stromdirektheizung',
    changes:
      'Raumwärme und Warmwasser kommen aus einer Wärmepumpe mit Erdsonden statt aus der heutigen Anlage.',
  },
  districtHeatConnection: {
    label: 'Fernwärme',
    of: 'der Gebäude mit Kessel oder Stromdirektheizung',
    changes: 'Raumwärme und Warmwasser kommen aus einem Wärmenetz statt aus der heutigen Anlage.',
  },
  directElectricHeating: {
    label: 'Stromdirektheizung',
    of: 'der Gebäude mit Kessel',
    changes: 'Raumwärme und Warmwasser kommen aus elektrischen Heizwiderständen statt aus dem Kessel.',
  },
  newBoiler: {
    label: 'Neue Kessel',
    of: 'der Gebäude mit einem weniger effizienten Gas- oder Ölkessel',
    changes: 'Ein neuer Kessel für denselben Brennstoff erzeugt dieselbe Wärme aus weniger davon.',
    parameters: { efficiency: 'Jahresnutzungsgrad, bezogen auf den Brennwert' },
  },
  hotWaterTanks: {
    label: 'Warmwasserspeicher',
    of: 'der Wohngebäude ohne Speicher',
    changes:
      'Warmwasser wird gespeichert und kann so zu einer anderen Stunde bereitet werden, als es gezapft wird; der Speicher verliert etwas Wärme.',
    parameters: {
      volumePerHouseholdM3: 'Volumen je Haushalt',
      control:
        'Nachladen: 1 sobald er abkühlt, 2 in Schwachlaststunden, 3 auch mit Überschuss der Photovoltaik',
    },
  },
  splitAirConditioner: {
    label: 'Klimageräte',
    of: 'der Gebäude ohne Kühlung',
    changes:
      'Split-Geräte kühlen das Gebäude auf seine Solltemperatur: mehr Komfort im Sommer und mehr Last.',
  },
} as const satisfies Readonly<Record<string, MeasureName>>;
