/** Builds it when stale; the app must have been built. */
export function buildVillage(): Promise<void>;
