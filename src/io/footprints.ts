import type { Building, BuildingUse } from '../model/building';
import type { OpenSpace } from '../model/district';

/** Position in degrees, WGS 84. */
export type LonLat = readonly [lonDeg: number, latDeg: number];

/** A building as a map file gives it, before the district's frame is known. Rings do not repeat their first point. */
export interface ImportedFootprint {
  readonly id: string;
  readonly name?: string;
  readonly outer: readonly LonLat[];
  readonly holes: readonly (readonly LonLat[])[];
  readonly baseElevationM?: number;
  readonly heightM?: number;
  readonly levels?: number;
  readonly use?: BuildingUse;
  /** The file says "residential" and no more; the kind of house follows from size. */
  readonly residential?: boolean;
  /** Garages, sheds and roofs: no heating, no dwellings. */
  readonly outbuilding?: boolean;
  readonly constructionYear?: number;
  readonly households?: number;
  readonly roof?: Building['roof'];
}

export interface ImportedStreet {
  readonly id: string;
  readonly name?: string;
  readonly path: readonly LonLat[];
  readonly widthM: number;
}

export interface ImportedOpenSpace {
  readonly id: string;
  readonly kind: OpenSpace['kind'];
  readonly outline: readonly LonLat[];
}

/** What was left out, by reason; ids so that nothing disappears unnamed. */
export interface Skipped {
  readonly reason: string;
  readonly ids: readonly string[];
}

export interface ImportedFootprints {
  readonly fileName: string;
  readonly format: string;
  /** Features or city objects in the file. */
  readonly featureCount: number;
  readonly crs: string;
  readonly verticalDatum: string | null;
  /** Buildings per level of detail used; empty for formats without. */
  readonly lods: Readonly<Record<string, number>>;
  readonly footprints: readonly ImportedFootprint[];
  readonly streets: readonly ImportedStreet[];
  readonly openSpaces: readonly ImportedOpenSpace[];
  readonly skipped: readonly Skipped[];
  /** Attributes of buildings that were not used, with how many carried them. */
  readonly ignoredAttributes: Readonly<Record<string, number>>;
  readonly remarks: readonly string[];
}

/** Gathers what a reader leaves out. */
export class LeftOut {
  private readonly byReason = new Map<string, string[]>();
  private readonly attributes = new Map<string, number>();

  skip(reason: string, id: string): void {
    const ids = this.byReason.get(reason);
    if (ids) ids.push(id);
    else this.byReason.set(reason, [id]);
  }

  attribute(name: string): void {
    this.attributes.set(name, (this.attributes.get(name) ?? 0) + 1);
  }

  skipped(): Skipped[] {
    return [...this.byReason].map(([reason, ids]) => ({ reason, ids }));
  }

  ignoredAttributes(): Record<string, number> {
    return Object.fromEntries([...this.attributes].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
