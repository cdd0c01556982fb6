import { EVIDENCE_ATTRIBUTES, type EvidenceAttribute } from '../model/building';
import type { District } from '../model/district';
import type { ImportedFootprints, Skipped } from './footprints';

export interface AttributeCounts {
  readonly given: number;
  readonly derived: number;
  readonly assumed: number;
  /** Not there at all: a connection before a network exists. */
  readonly absent: number;
}

/** What an import took, filled in and left out. */
export interface ImportReport {
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    readonly featureCount: number;
  }[];
  readonly buildings: number;
  readonly streets: number;
  readonly openSpaces: number;
  readonly crs: readonly string[];
  readonly verticalDatum: string;
  readonly lods: Readonly<Record<string, number>>;
  readonly attributes: Readonly<Record<EvidenceAttribute, AttributeCounts>>;
  readonly skipped: readonly Skipped[];
  readonly ignoredAttributes: Readonly<Record<string, number>>;
  /** Degrees, WGS 84. */
  readonly bounds: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  readonly remarks: readonly string[];
}

/** Per attribute: how many buildings had it given, derived from another, or assumed by a stated rule. */
export function countEvidence(district: District): Record<EvidenceAttribute, AttributeCounts> {
  const count = (attribute: EvidenceAttribute): AttributeCounts => {
    const counts = { given: 0, derived: 0, assumed: 0, absent: 0 };
    for (const building of district.buildings) {
      const needsConnection = attribute === 'connection' || attribute === 'phases';
      if (needsConnection && building.connection === null) counts.absent += 1;
      else counts[building.evidence[attribute] ?? 'given'] += 1;
    }
    return counts;
  };
  return Object.fromEntries(EVIDENCE_ATTRIBUTES.map((name) => [name, count(name)])) as Record<
    EvidenceAttribute,
    AttributeCounts
  >;
}

export function sumLeftOut(
  sources: readonly ImportedFootprints[],
): Pick<ImportReport, 'skipped' | 'ignoredAttributes' | 'lods'> {
  const skipped = new Map<string, string[]>();
  const ignored: Record<string, number> = {};
  const lods: Record<string, number> = {};
  for (const source of sources) {
    for (const { reason, ids } of source.skipped)
      skipped.set(reason, [...(skipped.get(reason) ?? []), ...ids]);
    for (const [name, count] of Object.entries(source.ignoredAttributes))
      ignored[name] = (ignored[name] ?? 0) + count;
    for (const [lod, count] of Object.entries(source.lods)) lods[lod] = (lods[lod] ?? 0) + count;
  }
  return {
    skipped: [...skipped].map(([reason, ids]) => ({ reason, ids })),
    ignoredAttributes: ignored,
    lods,
  };
}

const NAMED_IDS = 5;

/** The report as plain text, one fact a line. */
export function formatImportReport(report: ImportReport): string {
  const lines: string[] = [];
  for (const file of report.files) lines.push(`${file.name}: ${file.format}, ${file.featureCount} features`);
  lines.push(
    `Taken: ${report.buildings} buildings, ${report.streets} streets, ${report.openSpaces} open spaces`,
  );
  lines.push(`Reference system: ${report.crs.join(', ')}; heights: ${report.verticalDatum}`);
  const lods = Object.entries(report.lods).map(([lod, count]) => `LoD ${lod}: ${count} buildings`);
  if (lods.length > 0) lines.push(`Level of detail (highest up to 2.2): ${lods.join(', ')}`);
  const { west, south, east, north } = report.bounds;
  lines.push(
    `Bounds: ${west.toFixed(5)} to ${east.toFixed(5)} degrees east, ${south.toFixed(5)} to ${north.toFixed(5)} north`,
  );
  lines.push('', attributeRow('attribute', ['given', 'derived', 'assumed', 'absent']));
  for (const [name, counts] of Object.entries(report.attributes)) {
    lines.push(attributeRow(name, [counts.given, counts.derived, counts.assumed, counts.absent]));
  }
  lines.push('');
  for (const { reason, ids } of report.skipped) {
    const more = ids.length > NAMED_IDS ? ', …' : '';
    lines.push(`Left out: ${ids.length} x ${reason} (${ids.slice(0, NAMED_IDS).join(', ')}${more})`);
  }
  const ignored = Object.entries(report.ignoredAttributes).map(([name, count]) => `${name} (${count})`);
  if (ignored.length > 0) lines.push(`Attributes not used: ${ignored.join(', ')}`);
  lines.push(...report.remarks);
  return `${lines.join('\n').trimEnd()}\n`;
}

function attributeRow(name: string, cells: readonly (string | number)[]): string {
  return `${name.padEnd(18)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
}
