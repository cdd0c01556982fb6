import { describe, expect, it } from 'vitest';
import {
  failuresOf,
  firstYear,
  isOverloaded,
  isTransformerOverloaded,
  isViolated,
} from '../../../src/study/path';
import { low, overloaded, pathYear, unsolved } from './years';

const named = (years: Parameters<typeof failuresOf>[0]) =>
  failuresOf(years).map(({ year, elementId }) => `${year} ${elementId}`);

describe('first years', () => {
  const years = [
    pathYear(2025),
    pathYear(2030, low('b', 0.85)),
    pathYear(2035, low('b', 0.8), overloaded('l', 1.2, 'line')),
    pathYear(2040, overloaded('T1', 1.1)),
  ];

  it('tell voltage, lines and transformers apart, and the year before in which all was well', () => {
    expect(firstYear(years, isViolated)).toEqual({ year: 2030, keptIn: 2025 });
    expect(firstYear(years, isOverloaded)).toEqual({ year: 2035, keptIn: 2030 });
    expect(firstYear(years, isTransformerOverloaded)).toEqual({ year: 2040, keptIn: 2035 });
    expect(firstYear(years.slice(0, 1), isViolated)).toBeNull();
    expect(firstYear(years.slice(1), isViolated)).toEqual({ year: 2030, keptIn: null });
  });

  it('count a year that has no solution as an overload of everything', () => {
    for (const test of [isViolated, isOverloaded, isTransformerOverloaded])
      expect(firstYear([pathYear(2025), unsolved(2030)], test)).toEqual({ year: 2030, keptIn: 2025 });
  });
});

describe('the order of failure', () => {
  it('is by the first year, then by the excess relative to what the limit leaves', () => {
    // (1.4 - 1)/1 = 0.4; (0.9 - 0.84)/0.1 = 0.6; (1.5 - 1)/1 = 0.5. The worst loading alone would put the bus last.
    const years = [
      pathYear(2030, overloaded('late', 1.001)),
      pathYear(
        2035,
        overloaded('late', 3),
        overloaded('a', 1.4),
        overloaded('c', 1.5, 'line'),
        low('b', 0.84),
      ),
    ];
    expect(named(years)).toEqual(['2030 late', '2035 b', '2035 c', '2035 a']);
  });

  it('is that of ids where two are equal, and tells kinds of one id apart', () => {
    const years = [pathYear(2030, overloaded('x', 1.1), overloaded('x', 1.1, 'line'), overloaded('A', 1.1))];
    expect(failuresOf(years).map(({ kind, elementId }) => `${kind} ${elementId}`)).toEqual([
      'line x',
      'transformer A',
      'transformer x',
    ]);
  });

  it('keeps the worst of the first year, every year of it, and the year run before', () => {
    const years = [pathYear(2025), pathYear(2030, overloaded('T', 1.2)), pathYear(2035), pathYear(2040, overloaded('T', 2))]; // prettier-ignore
    const [only, ...others] = failuresOf(years);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ year: 2030, keptIn: 2025, worst: 1.2, years: [2030, 2040] });
    expect(only!.excess).toBeCloseTo(0.2, 12);
  });

  it('does not take a year without a solution for one in which a limit was kept', () => {
    const years = [pathYear(2025), unsolved(2030), pathYear(2035, overloaded('T', 1.2))];
    expect(failuresOf(years)[0]).toMatchObject({ year: 2035, keptIn: 2025 });
  });
});
