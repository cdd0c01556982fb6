import { describe, expect, it } from 'vitest';
import { checkPublished, publishedCases } from './publishedCases';

/** The list of misses is kept honest: a miss that is not named fails, and so does a named one that holds. */
describe.each(publishedCases)('published voltages of $item.title', ({ name, item }) => {
  it.each(item.runs)('hold but for the named ones: $title', (run) => {
    const checked = checkPublished(name, item, run);
    expect(checked.length).toBeGreaterThanOrEqual(6);
    const label = ({ object, target }: { object: string; target: string }): string => `${object} ${target}`;
    const missed = checked.filter(({ oursV, withinV }) => !(oursV <= withinV));
    expect(missed.map(label)).toEqual(run.misses.map(label));
    missed.forEach((found, k) => {
      const named = run.misses[k]!;
      expect(named.cause.length).toBeGreaterThan(20);
      expect(Math.abs(found.oursV - named.oursV), `${label(found)} ${found.oursV}`).toBeLessThan(0.01);
      if (run.openDss === undefined) return;
      // OpenDSS itself misses it too, by the same.
      expect(found.openDssV).toBeGreaterThan(found.withinV);
      expect(Math.abs(found.openDssV - named.openDssV!), label(found)).toBeLessThan(0.01);
    });
  });
});
