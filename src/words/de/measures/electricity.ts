import type { MeasureName } from './types';

const CARS = 'der Haushalte haben ein E-Auto';
const BATTERY = {
  powerShare: 'Batterieleistung je Bemessungsleistung des Transformators',
  durationH: 'Stunden bei voller Leistung',
  roundTripEfficiency: 'Wirkungsgrad für Laden und Entladen',
};
const PANELS = 'der Gebäude mit Photovoltaik';

export const electricity = {
  vehiclesUnmanaged: {
    label: 'E-Autos, ungesteuert',
    of: CARS,
    changes: 'Die Autos laden zu Hause mit voller Leistung, sobald sie ankommen.',
  },
  vehiclesManaged: {
    label: 'E-Autos, gesteuert',
    of: CARS,
    changes:
      'Dieselben Autos und dieselbe Energie, verteilt auf die Stunden, in denen sie zu Hause stehen; alle Autos eines Gebäudes teilen sich eine Steuerung.',
  },
  vehiclesTimeOfUse: {
    label: 'E-Autos, nach Tarif',
    of: CARS,
    changes:
      'Dieselben Autos warten auf die erste billige Stunde und laden dann mit voller Leistung, alle zugleich; früher, wo die Zeit knapp würde.',
    parameters: {
      cheapFromHour: 'Billig ab',
      cheapToHour: 'Billig bis; über Mitternacht, wo es die frühere Stunde ist',
    },
  },
  vehiclesValleyFilling: {
    label: 'E-Autos, Täler füllend',
    of: CARS,
    changes:
      'Dieselben Autos und dieselbe Energie, jede Nacht dorthin gelegt, wo ihr Gebäude am wenigsten bezieht: Kein anderer Plan hat eine niedrigere Spitze, und eine Sicherung, die sich halten lässt, wird gehalten.',
  },
  vehiclesToGrid: {
    label: 'E-Autos, die ihr Gebäude decken',
    of: CARS,
    changes:
      'Dieselben Autos decken die Abendspitze ihres Gebäudes und laden, mit den Verlusten beider Wege, wieder nach, wo es am wenigsten bezieht: Vehicle-to-Grid hinter dem Zähler, nichts davon geht ins Netz.',
  },
  vehiclesStationLimit: {
    label: 'E-Autos, in der Grenze ihrer Station',
    of: CARS,
    changes:
      'Dieselben Autos laden ab der Ankunft, soweit ihre Ortsnetzstation Platz hat: Alle Autos hinter ihr werden so abgestimmt, dass sie mit ihnen nicht mehr als einen Anteil ihrer Bemessungsleistung trägt; zuerst kommt, wer am wenigsten Zeit übrig hat. Speicher des Netzes hinter der Station und was auf seine Spannung antwortet, zählen nicht mit. Was einem Auto bei der Abfahrt fehlt, wird gemeldet.',
    parameters: { ratedShare: 'Grenze der Station je Bemessungsleistung des Transformators' },
  },
  rooftopPhotovoltaics: {
    label: 'Photovoltaik auf Dächern',
    of: 'der Gebäude ohne Photovoltaik',
    changes:
      'Module auf der Dachfläche, die am ehesten zum Äquator zeigt, oder niedrig aufgeständert auf einem Flachdach.',
    parameters: {
      roofCoverage: 'Belegter Anteil des Dachs',
      powerDensityWPerM2: 'Modulleistung je Fläche',
    },
  },
  homeBattery: {
    label: 'Batterien hinter dem Zähler',
    of: 'der Gebäude mit Photovoltaik und ohne Batterie',
    changes:
      'Eine Batterie speichert, was die Photovoltaik über den Verbrauch des Gebäudes hinaus liefert, und deckt danach seinen Verbrauch, hält seinen Bezug unter einer Grenze oder wird in billigen Stunden für teure geladen; nichts davon geht ins Netz.',
    parameters: {
      usableKWhPerKWp: 'Nutzbare Energie je Modulleistung',
      kWPerKWh: 'Leistung je nutzbarer Energie',
      control: 'Betrieb für: 1 Eigenverbrauch, 2 Spitzenkappung, 3 Preis',
      limitKWPerKWp: 'Spitzenkappung: Bezug höchstens, je Modulleistung; nachgeladen unter der Hälfte davon',
      cheapFromHour: 'Preis: geladen ab',
      cheapToHour: 'Preis: geladen bis; nach Mitternacht, wenn es die frühere Stunde ist',
      dearFromHour: 'Preis: genutzt ab',
      dearToHour: 'Preis: genutzt bis; nach Mitternacht, wenn es die frühere Stunde ist',
    },
  },
  feederBattery: {
    label: 'Quartierspeicher',
    of: 'der Ortsnetzstationen',
    changes:
      'Eine Batterie an der NS-Sammelschiene der Station kappt die tägliche Spitze ihres Transformators.',
    parameters: BATTERY,
  },
  communityBattery: {
    label: 'Gemeinschaftsspeicher',
    of: 'der Ortsnetzstationen mit Energiegemeinschaft',
    changes:
      'Eine Batterie an der NS-Sammelschiene der Station nimmt auf, was die Mitglieder ihrer Energiegemeinschaft zusammen übrig haben, und gibt es zurück, wenn sie mehr beziehen, als sie erzeugen.',
    parameters: BATTERY,
  },
  voltVar: {
    label: 'Q(U)-Regelung der Wechselrichter',
    of: PANELS,
    changes:
      'Der Wechselrichter nimmt Blindleistung auf, wo seine Spannung hoch ist, und gibt welche ab, wo sie niedrig ist, soweit seine Bemessungsleistung neben der Wirkleistung Platz lässt.',
    parameters: {
      v1Pu: 'Spannung voller Abgabe',
      v2Pu: 'Spannung, bei der die Abgabe beginnt',
      v3Pu: 'Spannung, bei der die Aufnahme beginnt',
      v4Pu: 'Spannung voller Aufnahme',
      share: 'Größte Blindleistung je Scheinleistung',
      apparentPerActive: 'Scheinleistung je Wirkleistung des Wechselrichters',
    },
  },
  voltWatt: {
    label: 'P(U)-Regelung der Wechselrichter',
    of: PANELS,
    changes:
      'Die Photovoltaik gibt weniger ab, wo die Spannung am Gebäude zu hoch ist; was sie hätte abgeben können, wird gezählt.',
    parameters: {
      v1Pu: 'Spannung, bis zu der alle Leistung abgegeben wird',
      v2Pu: 'Spannung, ab der am wenigsten abgegeben wird',
      shareAbove: 'Leistung, die dort abgegeben wird, je Bemessungsleistung',
    },
  },
  exportLimit: {
    label: 'Einspeisebegrenzung',
    of: PANELS,
    changes:
      'Nur ein Anteil der Spitzenleistung der Photovoltaik verlässt das Gebäude, hinter seiner Batterie; darüber hinaus wird abgeregelt, und das wird gezählt.',
    parameters: { exportShare: 'Größte Einspeisung je Modulleistung' },
  },
} as const satisfies Readonly<Record<string, MeasureName>>;
