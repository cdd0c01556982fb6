/** Nothing to translate: no letters but those of placeholders and of units. */
export const isTextless = (text: string): boolean =>
  !/\p{Letter}/u.test(text.replace(/\{\w+\}/g, '').replace(/\b(?:EUR|kWp|kWh|kW|min|h|A|CSV)\b/g, ''));

/** Texts that are the same words in German: names, and what both languages call by one word. */
export const ALIKE: ReadonlySet<string> = new Set([
  'Budget',
  'Filter',
  'Gas',
  'Hotel',
  'Link',
  'LoD {lod}: {number}',
  'Median',
  'N',
  'Name',
  'Phase {number}',
  'Restaurant',
  'Station',
  'Station {id}, {rating}, {buildings}',
  'Workshop',
]);
