import type * as Pack from './de/pack';

type German = typeof Pack;

let pack: German | null = null;

/** Fetches the German catalogue; who speaks English never does. */
export async function loadGerman(): Promise<German> {
  pack ??= await import('./de/pack');
  return pack;
}

/** The German catalogue; an error where nobody has loaded it. */
export function german(): German {
  if (pack === null) throw new Error('The German catalogue is read before it was loaded (loadLanguage).');
  return pack;
}
