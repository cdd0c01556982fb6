/** Metres in each length unit that building files carry. */
const METRES: Readonly<Record<string, number>> = {
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  cm: 0.01,
  mm: 0.001,
  km: 1000,
  ft: 0.3048,
  feet: 0.3048,
  in: 0.0254,
  "'": 0.3048,
  '"': 0.0254,
};

const PLAIN = /^([+-]?\d+(?:[.,]\d+)?)\s*(m|metres?|meters?|cm|mm|km|ft|feet|in|'|")?$/i;
const FEET_AND_INCHES = /^(\d+)\s*'\s*(\d+(?:\.\d+)?)\s*"$/;

/**
 * A length as map data write it: `12`, `12.5 m`, `12,5 m`, `40 ft`, `7'4"`. A bare number means metres (OpenStreetMap's
 * rule). Null for anything else: `12;14`, `approx. 10`, `1,200 m` (comma with three digits could be a thousands mark).
 */
export function parseLengthM(text: string): number | null {
  const trimmed = text.trim();
  const feet = FEET_AND_INCHES.exec(trimmed);
  if (feet) return Number(feet[1]) * 0.3048 + Number(feet[2]) * 0.0254;
  const plain = PLAIN.exec(trimmed);
  if (!plain || /,\d{3}$/.test(plain[1] ?? '')) return null;
  const factor = METRES[(plain[2] ?? 'm').toLowerCase()];
  const value = Number((plain[1] ?? '').replace(',', '.'));
  return factor === undefined || !Number.isFinite(value) ? null : value * factor;
}
