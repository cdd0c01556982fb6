export const DIST: string;
/** Builds the app into dist/ when stale; true when it built. */
export function buildApp(logLevel?: 'info' | 'warn' | 'error' | 'silent'): Promise<boolean>;
