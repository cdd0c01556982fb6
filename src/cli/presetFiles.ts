import { join } from 'node:path';
import { readScenarioFile } from '../io';
import type { Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import { readText } from './files';

// The bundle lies as deep below the root as this file.
const FOLDER = join(import.meta.dirname, '../../scenarios/presets');

/** A scenario that comes with the project. */
export interface Preset {
  readonly path: string;
  readonly read: Outcome<Scenario>;
}

/** All of them, in the order in which they are told. */
export function presetFiles(): readonly Preset[] {
  const { presets } = JSON.parse(readText(join(FOLDER, 'index.json'))) as {
    readonly presets: readonly string[];
  };
  return presets.map((id) => {
    const path = join(FOLDER, `${id}.scenario.json`);
    return { path, read: readScenarioFile(readText(path), `${id}.scenario.json`) };
  });
}
