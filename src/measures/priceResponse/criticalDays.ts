import type { District } from '../../model/district';

/**
 * Critical days are named ones: the evenings of twelve days from December to February, whatever the weather of the run. Where
 * these may not be the hours of the highest load, somebody has to know: a sentence, or null.
 */
export function criticalDaysCaveat({
  frame,
  archetypeRegion,
}: Pick<District, 'frame' | 'archetypeRegion'>): string | null {
  if (frame.latitudeDeg < 0)
    return 'The critical days lie in December, January and February, which is summer here.';
  return archetypeRegion === 'warm' || archetypeRegion === 'mediterranean'
    ? 'The critical days lie in December, January and February; here the highest loads may come with cooling, in summer.'
    : null;
}
