import type { Same } from '../catalogue';
import type { explained as english } from '../en/explained';

export const explained: Same<typeof english> = {
  boundary: 'Grenze',
  source: 'Quelle',
  boundaries: {
    branchHour: 'dieses Betriebsmittel, die gezeigte Stunde, alle Gebäude und Verluste dahinter zusammen',
    branchYear: 'dieses Betriebsmittel, jede Stunde des Jahres im gezeigten Szenario',
    element: 'dieses Betriebsmittel, wie es im gezeigten Szenario steht',
    bus: 'dieser Knoten, jede Stunde und Phase des Jahres im gezeigten Szenario',
    meterHour: 'dieses Gebäude an seinem Zähler, die gezeigte Stunde, alle Phasen zusammen',
    meterYear: 'dieses Gebäude hinter seinem Zähler, das Jahr des gezeigten Szenarios',
    building: 'dieses Gebäude, wie es im gezeigten Szenario steht',
  },
  sources: {
    flow: 'dreiphasiger Lastfluss dieses Modells, Stunde für Stunde',
    loads: 'stündliche Lasten dieses Modells: Bauphysik, Gewohnheiten und Geräte',
    district: 'das gelesene Netz, oder nach Regel gebildet, wo es synthetisch heißt',
    facts: 'die gelesene Datei, was aus ihr folgt, oder die Typologie des Gebiets: es steht neben der Zahl',
    devices: 'was das Gebiet dort heute hat, oder die Maßnahme des gezeigten Szenarios, die es eingebaut hat',
  },
  figures: {
    loadingNow:
      'Scheinleistung oder Strom der Stunde, geteilt durch das, was das Betriebsmittel tragen darf: 100 % ist alles davon.',
    loadingMax:
      'Größte Auslastung irgendeiner Stunde des Jahres, in Prozent dessen, was das Betriebsmittel tragen darf.',
    hoursAbove:
      'Zeit des Jahres, in der die Auslastung über diesem Anteil dessen liegt, was das Betriebsmittel tragen darf.',
    ratedPower: 'Scheinleistung, die der Transformator dauernd tragen darf, nach seinem Typenschild.',
    ratedCurrent: 'Strom, den jeder Leiter dauernd tragen darf, alle parallelen Kabel zusammen.',
    length: 'Länge der Trasse von Ende zu Ende; Verluste und Spannungsfall folgen daraus.',
    battery:
      'Größte Leistung beim Laden und Entladen, und die Energie, die eine volle Batterie abgeben kann.',
    causes:
      'Leistung durch dieses Betriebsmittel in der Stunde, und die Gebäude, Batterien und Verluste, deren Summe sie ist.',
    nominalVoltage: 'Spannung zwischen zwei Phasen, nach der das Netz heißt; 100 % davon sind 1 pu.',
    lowestVoltage:
      'Kleinste Spannung irgendeiner Phase in irgendeiner Stunde des Jahres, in Prozent der Nennspannung.',
    highestVoltage:
      'Größte Spannung irgendeiner Phase in irgendeiner Stunde des Jahres, in Prozent der Nennspannung.',
    meterNow:
      'Leistung, die das Gebäude aus dem Netz nimmt oder ihm gibt: Verbrauch abzüglich dessen, was Module und Batterie liefern.',
    endUses: 'Strom des Jahres nach Verwendung; was Module und Batterien liefern, steht für sich.',
    area: 'Fläche aller Geschosse samt Außenwänden: Grundriss mal Geschosse.',
    built: 'Baujahr und Zustand der Hülle; nach ihnen nennt die Typologie Wände, Fenster und Undichtheit.',
    households: 'Wohnungen im Gebäude; Personen, Geräte und Warmwasser folgen daraus.',
    photovoltaics: 'Leistung der Module bei voller Sonne und 25 °C (Standard-Testbedingungen).',
    vehicles: 'Elektroautos, die hier geladen werden, und wie.',
    homeBattery: 'Energie, die die volle Batterie abgeben kann, und wonach sie gesteuert wird.',
    flexibleHeating: 'Tagesstunden, in denen die Heizung sich zurückhält, solange die Räume warm bleiben.',
    connection: 'Phasen des Hausanschlusses, und der Bemessungsstrom der Hauptsicherung.',
  },
};
