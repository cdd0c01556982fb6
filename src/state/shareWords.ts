import { ENGINE_VERSION } from '../engine/version';

/** Where work stands on another state of its district than the one it was made on. */
export const DISTRICT_CHANGED = ' The district has changed since: figures may differ.';

export function versionText(engineVersion: string): string {
  return engineVersion === ENGINE_VERSION
    ? `, made with this version of the model (${ENGINE_VERSION})`
    : `, made with version ${engineVersion} of the model; this is ${ENGINE_VERSION}, figures may differ`;
}
