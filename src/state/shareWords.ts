import { ENGINE_VERSION } from '../engine/version';
import type { Words } from '../words';

/** Which version of the model made something, as part of a sentence. */
export function versionText(engineVersion: string, words: Words): string {
  return engineVersion === ENGINE_VERSION
    ? words('told.thisVersion', { version: ENGINE_VERSION })
    : words('told.otherVersion', { made: engineVersion, version: ENGINE_VERSION });
}
