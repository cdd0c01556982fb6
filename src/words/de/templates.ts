import type { Same } from '../catalogue';
import type { templates as english } from '../en/templates';

export const templates: Same<typeof english> = {
  title: 'Vorlagen zum Herunterladen',
  district:
    'Grundrisse mit Höhe, Geschossen, Nutzung, Baujahr, Wohnungen und Dach, dazu eine Straße: hier importieren.',
  scenario: 'Maßnahmen mit ihren Anteilen: neben einem Gebiet öffnen, unter den Maßnahmen beim Planen.',
  meter: 'Stündliche kWh eines Anschlusses: im Gebäude öffnen oder dort ablegen.',
  peaks: 'Gemessene Spitzen von Stationen und Abgängen: um das Modell daran zu messen.',
  tariff: 'Preise nach Stunde, Netzentgelte, Abgaben, Einspeisung: für „gridtwin bills“.',
  weather:
    'Wetter: eine EPW-Datei Ihres Ortes, zum Beispiel von climate.onebuilding.org oder energyplus.net/weather. Wählen Sie sie zusammen mit der Karte. Ohne sie ist das Jahr synthetisch, nach der geographischen Breite oder wie oben gewählt.',
  failed: 'Die Vorlage ließ sich nicht lesen: {why}',
};
