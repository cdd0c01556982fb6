import { EVIDENCE_ATTRIBUTES } from '../model/building';
import type { District } from '../model/district';
import { districtSchema } from '../model/schema/districtSchema';

const LINE_WIDTH = 110;

/** A district as readable JSON: keys in the schema's order, short values and coordinate lists on one line. */
export function writeDistrict(district: District): string {
  // Reading through the schema puts keys in its order, whoever built the object.
  const parsed = districtSchema.safeParse(district);
  const ordered = parsed.success ? parsed.data : district;
  const buildings = ordered.buildings.map((building) => ({
    ...building,
    evidence: Object.fromEntries(
      EVIDENCE_ATTRIBUTES.flatMap((name) => {
        const value = building.evidence[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  }));
  return `${readableJson({ ...ordered, buildings })}\n`;
}

/** JSON with an indent of one space per level; whatever fits on a line, and every list of positions, stays on one. */
export function readableJson(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (flat === undefined) return 'null';
  if (flat.length + indent.length <= LINE_WIDTH || isPositions(value)) return flat;
  const deeper = `${indent} `;
  if (Array.isArray(value)) {
    const parts = (value as readonly unknown[]).map((one) => deeper + readableJson(one, deeper));
    return `[\n${parts.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return flat;
  const parts = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${readableJson(member, deeper)}`);
  return `{\n${parts.join(',\n')}\n${indent}}`;
}

function isPositions(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    (value as readonly unknown[]).every(
      (one) => Array.isArray(one) && one.every((part) => typeof part === 'number'),
    )
  );
}
