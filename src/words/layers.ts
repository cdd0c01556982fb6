import { german } from './german';
import type { Language } from './language';

/** Which layer a figure is of: `wall, layer 2: solid brick` as the core says it. */
export function layerWords(language: Language, of: string): string {
  const [, construction = '', number = '', material = ''] = /^(\w+), layer (\d+): (.+)$/.exec(of) ?? [];
  if (construction === '') return of;
  // `innerFloor` is a name of the program.
  if (language === 'en')
    return `${construction.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)}, layer ${number}: ${material}`;
  const { LAYER_NAMES } = german();
  return `${LAYER_NAMES[construction] ?? construction}, Schicht ${number}: ${LAYER_NAMES[material] ?? material}`;
}
