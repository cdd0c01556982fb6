import { describe, expect, it } from 'vitest';
import { render } from '../../../src/io/report/markup';
import { sumCells } from '../../../src/io/report/measuresSection';
import { ENGLISH } from '../../../src/io/report/speech';
import { sumOf } from '../../../src/study/scenarioCosts';

describe('a sum of which nothing is known', () => {
  const sum = { ...sumOf([]), lines: 2, notKnown: { investment: 2, running: 2, annuity: 2, embodied: 2 } };
  const texts = (notKnown: (typeof sum)['notKnown']) =>
    sumCells('sum', { ...sum, notKnown }).map((cell) => render(cell, ENGLISH));

  it('is not 0 in any column, grants neither', () => {
    const [investment, grant, annuity, upkeep] = texts(sum.notKnown);
    for (const cell of [investment, grant, annuity, upkeep]) {
      expect(cell).toContain('not known');
      expect(cell).not.toContain('data-figure');
    }
  });

  it('is told where one line is known', () => {
    expect(texts({ ...sum.notKnown, investment: 1 })[1]).toContain('sum/grant');
  });
});
