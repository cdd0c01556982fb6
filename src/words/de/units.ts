/** Units that hold words. */
export const UNIT_NAMES: Readonly<Record<string, string>> = {
  'full-load h/d': 'Volllaststunden/d',
};
