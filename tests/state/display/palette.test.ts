import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { CASING, RAMPS, SURFACES, type Ramp } from '../../../src/state/display';

const VISIONS: readonly ((colour: Color) => Color | undefined)[] = [
  (colour) => colour,
  (colour) => filterDeficiencyProt(1)(colour),
  (colour) => filterDeficiencyDeuter(1)(colour),
  (colour) => filterDeficiencyTrit(1)(colour),
];

/** Smallest CIEDE2000 between any two classes under the worst of four kinds of vision. */
function worstDistance(ramp: Ramp): number {
  const difference = differenceCiede2000();
  let worst = Infinity;
  for (const see of VISIONS) {
    const seen = ramp.map((hex) => see(parse(hex)!)!);
    for (let first = 0; first < seen.length; first += 1) {
      for (let second = first + 1; second < seen.length; second += 1) {
        worst = Math.min(worst, difference(seen[first]!, seen[second]!));
      }
    }
  }
  return worst;
}

describe('the shared palette', () => {
  // Published distances of the design's own computation; 0.6 covers the choice of simulation matrix.
  const expected: readonly [string, Ramp, number][] = [
    ['loading, light', RAMPS.loading.light, 12.7],
    ['loading, dark', RAMPS.loading.dark, 14.7],
    ['PuOr', RAMPS.voltage.light, 19.9],
    ['RdBu', RAMPS.difference.light, 17.0],
    ['cividis', RAMPS.sequential.light, 11.1],
    ['scenarios', RAMPS.scenarios.light, 12.2],
    ['end uses', RAMPS.endUses.light, 12.7],
    ['carbon', RAMPS.carbon.light, 10.8],
    ['evidence', RAMPS.evidence.light, 10.6],
  ];
  it.each(expected)('keeps any two classes of %s apart in every kind of vision', (_, ramp, distance) => {
    expect(worstDistance(ramp)).toBeGreaterThan(distance - 0.6);
  });

  it('would refuse a red-green ramp', () => {
    expect(worstDistance(['#D7191C', '#FDAE61', '#FFFFBF', '#A6D96A', '#1A9641'])).toBeLessThan(5);
  });

  it('shows every class of the loading ramp beside its casing or the page at 3:1', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const hex of RAMPS.loading[theme]) {
        const best = Math.max(wcagContrast(hex, CASING[theme]), wcagContrast(hex, SURFACES[theme].page));
        expect(best, `${theme} ${hex}`).toBeGreaterThanOrEqual(3);
      }
      expect(wcagContrast(SURFACES[theme].text, SURFACES[theme].page)).toBeGreaterThan(7);
      expect(wcagContrast(SURFACES[theme].muted, SURFACES[theme].page)).toBeGreaterThan(4.5);
    }
  });
});
