import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { Loading } from '../../src/app/loading';
import type { PooledEngine } from '../../src/engine/engine';
import type { DistrictReader } from '../../src/engine/districtWorker';
import { wholeDistrict } from '../../src/io/wholeDistrict';
import { loaded, MemoryShelf, tab } from '../state/tab';

const readHere: DistrictReader = (files, wishes) => Promise.resolve(wholeDistrict(files, wishes));

export const TEMPLATE = readFileSync('scenarios/templates/district.geojson', 'utf8');
export const fileOf = (name: string, text: string): File => new File([text], name);
export const map = (name = 'street.geojson') => fileOf(name, TEMPLATE);

/** A page with a district, two scenarios and an empty shelf, where files can be brought. */
export function openDesk(engine: PooledEngine) {
  const shelf = new MemoryShelf();
  const parts = tab(shelf);
  const { imports } = new Loading(parts.store, parts.actions, engine, parts.keeper, readHere);
  const now = () => parts.store.getState();
  /** Nothing has been opened; `name` is what the scenario beside Baseline is called by now. */
  const untouched = (name = 'Own') => {
    expect(now().loaded).toBe(loaded);
    expect(parts.names()).toEqual(['Baseline', name]);
  };
  return { ...parts, shelf, imports, now, untouched };
}
export type Desk = ReturnType<typeof openDesk>;
