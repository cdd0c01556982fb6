/** What the report of an import says of what was read, taken and left out, in German. */
export const READING_TEXTS: Readonly<Record<string, string>> = {
  // Why something was left out.
  'feature without geometry': 'Objekt ohne Geometrie',
  'polygon that is no building': 'Polygon, das kein Gebäude ist',
  'line that is no street': 'Linie, die keine Straße ist',
  'street with fewer than two points': 'Straße mit weniger als zwei Punkten',
  'footprint below {1} m2': 'Grundriss unter {1} m²',
  'geometry {1}': 'Geometrie {1}',
  'city object {1}': 'Stadtobjekt {1}',
  'city object that is no object': 'Stadtobjekt, das kein Objekt ist',
  'building without surface geometry': 'Gebäude ohne Flächen',
  'building without area in plan': 'Gebäude ohne Fläche im Grundriss',
  // Formats and heights.
  'EPW weather': 'EPW-Wetter',
  'Gridtwin district': 'Gridtwin-Gebiet',
  'vertical datum not stated': 'Höhenbezug nicht angegeben',
  local: 'örtlich',
  ellipsoid: 'Ellipsoid',
  // Remarks.
  '{1} MultiPolygons were split: one building per part, ids ending in /1, /2 and so on.':
    '{1} MultiPolygons wurden geteilt: ein Gebäude je Teil, Kennungen mit /1, /2 und so weiter am Ende.',
  '{1} features without an id are named by their position in the file.':
    '{1} Objekte ohne Kennung heißen nach ihrer Stelle in der Datei.',
  'Archetype region "{1}" follows from the latitude.':
    'Die Region „{1}“ der Archetypen folgt aus der Breite.',
  'Weather: synthetic climate "{1}".': 'Wetter: synthetisches Klima „{1}“.',
  'Elevations are counted from the lowest building, at {1} m in the file.':
    'Höhen zählen vom tiefsten Gebäude an, in der Datei auf {1} m.',
  'The bounds of a district file are its origin.': 'Die Ausdehnung einer Gebietsdatei ist ihr Ursprung.',
  'Reference system {1} read as {2} ({3}).': 'Bezugssystem {1}, gelesen als {2} ({3}).',
  'Footprint from {1}: {2} buildings.': 'Grundriss aus {1w}: {2} Gebäude.',
  '{1} buildings have separate parts on the ground: one building per part, ids ending in /1, /2.':
    '{1} Gebäude haben am Boden getrennte Teile: ein Gebäude je Teil, Kennungen mit /1, /2 am Ende.',
};
