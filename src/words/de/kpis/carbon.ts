import type { KpiName } from './types';

const PART =
  'Ihr Teil des Netzbezugs mit {1} kg CO2e/kWh, einem Mittel für alle Stunden: In jedem Zeitschritt wird der Bezug im Verhältnis dessen aufgeteilt, was dann Strom aufnimmt, sodass alle Zeilen zusammen das CO₂ des Gebiets ergeben.';
const DELIVERED = 'Gelieferte Energie des Trägers mit {1} kg CO2e/kWh.';

/** Greenhouse gases of the district's year. */
export const carbon: Readonly<Record<string, KpiName>> = {
  carbon: {
    label: 'CO₂',
    definition:
      'Netzbezug, Gas, Öl und Fernwärme mit {1}, {2}, {3}, {4} kg CO2e/kWh; Einspeisung wird nicht gutgeschrieben.',
  },
  'carbon-spaceHeating': { label: 'CO₂: elektrisches Heizen', definition: PART },
  'carbon-hotWater': { label: 'CO₂: elektrisches Warmwasser', definition: PART },
  'carbon-cooling': { label: 'CO₂: Kühlung', definition: PART },
  'carbon-appliancesAndLight': { label: 'CO₂: Geräte und Licht', definition: PART },
  'carbon-vehicleCharging': { label: 'CO₂: Fahrzeuge', definition: PART },
  'carbon-storage': { label: 'CO₂: Batterien', definition: PART },
  'carbon-gridLosses': { label: 'CO₂: Netzverluste', definition: PART },
  'carbon-gas': { label: 'CO₂: Gas', definition: DELIVERED },
  'carbon-oil': { label: 'CO₂: Öl', definition: DELIVERED },
  'carbon-districtHeat': { label: 'CO₂: Fernwärme', definition: DELIVERED },
  carbonHourly: {
    label: 'CO₂ des Netzbezugs, Stunde für Stunde',
    definition: 'Netzbezug jeder Stunde mit der mittleren CO₂-Intensität des Netzes in dieser Stunde.',
  },
  carbonHourlyDifference: {
    label: 'CO₂ stündlich weniger jährlich',
    definition:
      'Was die Stunden des Verbrauchs gegenüber dem Jahresmittel hinzufügen oder sparen; genau 0 bei gleichbleibender Intensität.',
  },
  carbonMarginal: {
    label: 'Netzbezug mit der marginalen Intensität',
    definition:
      'Bezug mit {1} kg CO2e/kWh, der kurzfristigen Grenze. Nur seine Änderung zwischen zwei Szenarien bedeutet etwas: was mehr oder weniger Verbrauch bewegt, nicht was das Gebiet ausstößt. Nie zu einem Mittelwert addieren.',
  },
};
