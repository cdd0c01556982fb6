import type { Building } from '../model/building';
import {
  compileRows,
  type BuildingsInput,
  type CompiledBuilding,
  type CompiledBuildings,
} from '../sim/buildings';
import { shapesOf } from '../sim/buildings/shape';
import { loadsKey, siteKey } from './loads/loadsKey';

/**
 * Compiled buildings of a run, each compiled when first asked for. Rows with the same key are the same: those that another
 * open run of the worker has compiled are taken over.
 */
export class CompiledRows {
  private readonly byKey = new Map<string, CompiledBuilding>();
  private readonly keys: string[] = [];
  private site: string | undefined;
  /** What the rows share. */
  private frame: CompiledBuildings | undefined;

  constructor(
    private readonly input: BuildingsInput,
    /** Buildings of the same shapes: the district's own, or those of another run. */
    private readonly shaped: readonly Building[],
    private readonly kin: () => Iterable<CompiledRows>,
  ) {}

  /** Key of a row's loads, see loadsKey. */
  keyOf(row: number): string {
    const known = this.keys[row];
    if (known !== undefined) return known;
    const { buildings } = this.input.district;
    this.site ??= siteKey(this.input);
    const key = loadsKey(this.site, buildings[row]!, shapesOf(this.shaped)[row]!);
    this.keys[row] = key;
    return key;
  }

  take(rows: readonly number[]): CompiledBuildings {
    const missing = rows.filter((row) => this.known(this.keyOf(row)) === undefined);
    if (missing.length > 0 || this.frame === undefined) {
      this.frame = compileRows(this.input, missing, shapesOf(this.shaped));
      this.frame.rows.forEach((compiled, i) => this.byKey.set(this.keyOf(missing[i]!), compiled));
    }
    return { ...this.frame, rows: rows.map((row) => this.byKey.get(this.keyOf(row))!) };
  }

  private known(key: string): CompiledBuilding | undefined {
    const own = this.byKey.get(key);
    if (own !== undefined) return own;
    for (const other of this.kin()) {
      const theirs = other.byKey.get(key);
      if (theirs === undefined) continue;
      this.byKey.set(key, theirs);
      return theirs;
    }
    return undefined;
  }
}
