import { describe, expect, it } from 'vitest';
import {
  classify,
  colourOf,
  countClasses,
  paintValues,
  RAMPS,
  VARIABLES,
  VARIABLE_DEFINITIONS,
  wordOf,
} from '../../../src/state/display';

describe('classes of a painted variable', () => {
  it('have one colour each in both themes and ascending limits without gaps', () => {
    for (const variable of VARIABLES) {
      const { classes, ramp } = VARIABLE_DEFINITIONS[variable];
      expect(RAMPS[ramp].light.length, variable).toBe(classes.length);
      expect(RAMPS[ramp].dark.length, variable).toBe(classes.length);
      for (let index = 1; index < classes.length; index += 1) {
        expect(classes[index]!.from).toBe(classes[index - 1]!.to);
        if (index > 1) expect(classes[index]!.from!).toBeGreaterThan(classes[index - 1]!.from!);
      }
    }
  });

  it('put a value on a limit in the class above, infinite values at the ends, and NaN nowhere', () => {
    expect([49.999, 50, 99.999, 100, 120].map((value) => classify('loading', value))).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(classify('difference', -Infinity)).toBe(0);
    expect(classify('difference', Infinity)).toBe(4);
    expect(classify('voltage', Number.NaN)).toBe(-1);
    expect(colourOf('voltage', Number.NaN, 'light')).toBeUndefined();
    expect(wordOf('loading', 131)).toBe('severely overloaded');
    expect(wordOf('loading', Number.NaN)).toBe('no data');
  });

  it('paint no data transparent and never as the low class', () => {
    const out = new Uint8Array(12).fill(9);
    const values = new Float64Array([0, Number.NaN, 500]);
    paintValues('loading', 'light', values, out);
    expect([...out]).toEqual([0xc6, 0xd3, 0xdf, 255, 0, 0, 0, 0, 0x5b, 0x0d, 0x42, 255]);
    expect(countClasses('loading', values)).toEqual([1, 0, 0, 0, 1, 1]);
  });
});
