/** What reading maps and district files says, in German: English sentences with `{1}` and on for what they name, by code. */
export const MAP_ISSUES: Readonly<Record<string, string>> = {
  'This GeoJSON holds no list of features.':
    'Diese GeoJSON-Datei enthält keine Liste von Objekten (features).',
  'Export a FeatureCollection of building footprints (Polygon or MultiPolygon).':
    'Exportieren Sie eine FeatureCollection mit Gebäudegrundrissen (Polygon oder MultiPolygon).',
  'No feature of this file is a building footprint.': 'Kein Objekt dieser Datei ist ein Gebäudegrundriss.',
  'Export polygons of buildings; lines and points alone make no district.':
    'Exportieren Sie Polygone von Gebäuden; Linien und Punkte allein ergeben kein Gebiet.',
  'Feature {1} has no geometry object.': 'Objekt {1} hat keine Geometrie.',
  'Give it a geometry, or null when it has none.':
    'Geben Sie ihm eine Geometrie, oder null, wenn es keine hat.',
  'The id "{1}" occurs more than once.': 'Die Kennung „{1}“ kommt mehrfach vor.',
  'Give every feature an id of its own, or remove the copy.':
    'Geben Sie jedem Objekt eine eigene Kennung, oder entfernen Sie die Kopie.',
  'The file says its coordinates are in {1}; GeoJSON is read in longitude and latitude (WGS 84).':
    'Laut Datei stehen die Koordinaten in {1}; GeoJSON wird in Länge und Breite gelesen (WGS 84).',
  'Export it again in EPSG:4326, for example: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson':
    'Exportieren Sie erneut in EPSG:4326, zum Beispiel: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson',
  'A position of "{1}" is not a pair of numbers.': 'Eine Position von „{1}“ ist kein Zahlenpaar.',
  'Write every position as [longitude, latitude].': 'Schreiben Sie jede Position als [Länge, Breite].',
  'A position of "{1}" has a latitude beyond 90 degrees; latitude and longitude may be swapped.':
    'Eine Position von „{1}“ hat eine Breite über 90 Grad; Länge und Breite sind womöglich vertauscht.',
  'The positions of "{1}" look like metres of a projected system, not like longitude and latitude.':
    'Die Positionen von „{1}“ sehen nach Metern eines projizierten Systems aus, nicht nach Länge und Breite.',
  'Write longitude first, then latitude.': 'Schreiben Sie erst die Länge, dann die Breite.',
  'Export the file again in EPSG:4326, for example: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson':
    'Exportieren Sie die Datei erneut in EPSG:4326, zum Beispiel: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson',
  'The coordinates of "{1}" are not a list of positions.':
    'Die Koordinaten von „{1}“ sind keine Liste von Positionen.',
  'Follow RFC 7946, section 3.1.': 'Halten Sie sich an RFC 7946, Abschnitt 3.1.',
  'A ring of "{1}" does not end where it begins; it was closed with a straight side.':
    'Ein Ring von „{1}“ endet nicht, wo er beginnt; er wurde mit einer geraden Seite geschlossen.',
  'Repeat the first position at the end (RFC 7946, section 3.1.6).':
    'Wiederholen Sie die erste Position am Ende (RFC 7946, Abschnitt 3.1.6).',
  'The outline of "{1}" has fewer than three different points.':
    'Der Umriss von „{1}“ hat weniger als drei verschiedene Punkte.',
  'Redraw the outline, or remove the feature.': 'Zeichnen Sie den Umriss neu, oder entfernen Sie das Objekt.',
  'The outline of "{1}" crosses itself at longitude, latitude {2}.':
    'Der Umriss von „{1}“ schneidet sich selbst bei Länge, Breite {2}.',
  'The hole of "{1}" crosses itself at longitude, latitude {2}.':
    'Das Loch von „{1}“ schneidet sich selbst bei Länge, Breite {2}.',
  'Repair it in a GIS ("fix geometries", "make valid"), or remove the feature.':
    'Reparieren Sie es in einem GIS („Geometrien reparieren“), oder entfernen Sie das Objekt.',
  'The building "{1}" is also in {2}.': 'Das Gebäude „{1}“ steht auch in {2}.',
  'Import each building from one file only.': 'Importieren Sie jedes Gebäude nur aus einer Datei.',
  'The buildings are spread over more than 0.6 degrees; that is no district.':
    'Die Gebäude verteilen sich über mehr als 0,6 Grad; das ist kein Gebiet.',
  'Look for a stray feature or a wrong reference system, or cut the area down.':
    'Suchen Sie nach einem verirrten Objekt oder einem falschen Bezugssystem, oder verkleinern Sie den Ausschnitt.',
  'The ring {1} of "{2}" has fewer than three points.': 'Der Ring {1} von „{2}“ hat weniger als drei Punkte.',
  'The ring {1} of "{2}" holds a coordinate that is no number.':
    'Der Ring {1} von „{2}“ enthält eine Koordinate, die keine Zahl ist.',
  'The ring {1} of "{2}" repeats a point.': 'Der Ring {1} von „{2}“ wiederholt einen Punkt.',
  'The ring {1} of "{2}" has no area.': 'Der Ring {1} von „{2}“ hat keine Fläche.',
  'The ring {1} of "{2}" crosses itself.': 'Der Ring {1} von „{2}“ schneidet sich selbst.',
  'Redraw the outline, or remove the building.':
    'Zeichnen Sie den Umriss neu, oder entfernen Sie das Gebäude.',
  'The file has {1} MB; at most {2} MB are read. It was not opened.':
    'Die Datei hat {1} MB; höchstens {2} MB werden gelesen. Sie wurde nicht geöffnet.',
  'Cut the area down to the district you study, for example with a GIS or cjio, and import that.':
    'Verkleinern Sie den Ausschnitt auf das Gebiet, das Sie untersuchen, zum Beispiel mit einem GIS oder cjio, und importieren Sie das.',
  'The file is not JSON: line {1}, column {2} holds {3}, expected {4}.':
    'Die Datei ist kein JSON: In Zeile {1}, Spalte {2} steht {3p}, erwartet wird {4p}.',
  'The file looks cut off; export or download it again.':
    'Die Datei wirkt abgeschnitten; exportieren oder laden Sie sie erneut herunter.',
  'Correct the text there, or export the file again.':
    'Berichtigen Sie den Text dort, oder exportieren Sie die Datei erneut.',
  'No city object of this file is a Building with a usable geometry.':
    'Kein Objekt dieser Datei ist ein Building mit brauchbarer Geometrie.',
  'Export a model that holds Building objects with Solid or MultiSurface geometry.':
    'Exportieren Sie ein Modell mit Building-Objekten und Solid- oder MultiSurface-Geometrie.',
  '{1} faces of "{2}" point to vertices that do not exist.':
    '{1} Flächen von „{2}“ verweisen auf Punkte, die es nicht gibt.',
  'Export the model again, or remove the object; cjio validates files.':
    'Exportieren Sie das Modell erneut, oder entfernen Sie das Objekt; cjio prüft Dateien.',
  'The position of "{1}" lies outside the area where {2} is defined.':
    'Die Position von „{1}“ liegt außerhalb des Bereichs, für den {2} festgelegt ist.',
  'Check metadata.referenceSystem: the coordinates do not belong to it.':
    'Prüfen Sie metadata.referenceSystem: Die Koordinaten gehören nicht dazu.',
  'CityJSON version {1} cannot be read; {2} can.': 'CityJSON-Version {1} lässt sich nicht lesen, {2} schon.',
  'Upgrade the file with: cjio in.city.json upgrade save out.city.json':
    'Bringen Sie die Datei auf den neuen Stand mit: cjio in.city.json upgrade save out.city.json',
  'The file has no CityObjects.': 'Die Datei hat keine CityObjects.',
  'Export the model again; CityObjects is a required member.':
    'Exportieren Sie das Modell erneut; CityObjects ist vorgeschrieben.',
  'The file does not say which reference system its coordinates are in.':
    'Die Datei sagt nicht, in welchem Bezugssystem ihre Koordinaten stehen.',
  'The reference system {1} is not among those supported: {2}.':
    'Das Bezugssystem {1} gehört nicht zu den unterstützten: {2p}.',
  'Set or change it, for example with: cjio in.city.json crs_reproject 7415 save out.city.json':
    'Setzen oder ändern Sie es, zum Beispiel mit: cjio in.city.json crs_reproject 7415 save out.city.json',
  'The transform has no scale and translate of three numbers each.':
    'Die Transformation hat kein scale und translate mit je drei Zahlen.',
  'Export the model again.': 'Exportieren Sie das Modell erneut.',
  'Vertex {1} is not three finite numbers.': 'Punkt {1} besteht nicht aus drei endlichen Zahlen.',
  'The translated vertices lie outside the stated extent and the untranslated ones inside: the translation was not applied again.':
    'Die verschobenen Punkte liegen außerhalb der angegebenen Ausdehnung, die unverschobenen darin: Die Verschiebung wurde nicht noch einmal angewandt.',
  'The vertices lie outside the extent that the file states.':
    'Die Punkte liegen außerhalb der Ausdehnung, die die Datei angibt.',
  'Check the position on the map; if it is wrong, export the model again.':
    'Prüfen Sie die Lage auf der Karte; ist sie falsch, exportieren Sie das Modell erneut.',
  '"{1}" of "{2}" is not {3}; it was left out and the stated default takes its place.':
    '„{1}“ von „{2}“ ist nicht brauchbar (erwartet: {3p}); es wurde weggelassen, und der angegebene Vorgabewert tritt an seine Stelle.',
  'Correct it in the file, or as a base edit after the import.':
    'Berichtigen Sie es in der Datei, oder nach dem Import am Gebäude.',
  '{1} more of the kind "{2}" are not listed.': '{1} weitere der Art „{2}“ sind nicht aufgeführt.',
  'Correct the listed ones first.': 'Berichtigen Sie zuerst die aufgeführten.',
  'This file is opened by itself, not together with others.':
    'Diese Datei wird für sich geöffnet, nicht zusammen mit anderen.',
  'Bring one file of this kind at a time; maps and a weather file may come together.':
    'Bringen Sie eine Datei dieser Art auf einmal; Karten und eine Wetterdatei dürfen zusammen kommen.',
  'Two selections have the name “{1}”.': 'Zwei Auswahlen haben den Namen „{1}“.',
  'Give each selection a name of its own.': 'Geben Sie jeder Auswahl einen eigenen Namen.',
  'The import broke down: {1}': 'Der Import ist zusammengebrochen: {1}',
};
