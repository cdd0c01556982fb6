/** Metres around a place at the equator to longitude and latitude; fine for a few hundred metres (WGS 84 radii there). */
export function lonLat([xM, yM]: readonly [number, number]): [number, number] {
  return [10 + xM / 111319.49, yM / 110574.27];
}

export interface DrawnFeature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

export function drawnLine(
  id: string,
  corners: readonly (readonly [number, number])[],
  more: Readonly<Record<string, unknown>> = {},
): DrawnFeature {
  return {
    type: 'Feature',
    properties: { id, r1_ohm_per_km: 0.2, x1_ohm_per_km: 0.08, rated_a: 270, ...more },
    geometry: { type: 'LineString', coordinates: corners.map(lonLat) },
  };
}

export function drawnPoint(
  kind: string,
  id: string,
  at: readonly [number, number],
  more: Readonly<Record<string, unknown>> = {},
): DrawnFeature {
  return {
    type: 'Feature',
    properties: { kind, id, ...more },
    geometry: { type: 'Point', coordinates: lonLat(at) },
  };
}

export function drawing(features: readonly DrawnFeature[]): { name: string; text: string } {
  return { name: 'net.geojson', text: JSON.stringify({ type: 'FeatureCollection', features }) };
}
