import { setConsoleFunction } from 'three';

/** The view's binding still measures time with a clock that three has set aside in its release 183; nobody here can change that. */
const KNOWN = /^THREE\.Clock: This module has been deprecated/;

/** Keeps one known notice of three out of the console; everything else it has to say is said. */
export function quietKnownNotices(): void {
  setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...more: unknown[]) => {
    if (!KNOWN.test(message)) console[type](message, ...more);
  });
}
