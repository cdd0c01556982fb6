import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogueText, KPI_CATALOGUE } from '../../src/kpi/catalogue';
import { readingOf, sourceText, toKpi } from '../../src/kpi/definition';

const definitions = KPI_CATALOGUE.flatMap(({ definitions: of }) => of);

describe('the definitions', () => {
  it('are complete and each is there once', () => {
    expect(definitions.length).toBeGreaterThan(40);
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
    for (const { id, symbol, unit, name, definition, boundary, source } of definitions) {
      for (const text of [symbol, unit, name, definition, boundary, source])
        expect(text.trim(), id).not.toBe('');
    }
  });

  it('stand in definitions.md as the program prints them', () => {
    const path = fileURLToPath(new URL('../../src/kpi/definitions.md', import.meta.url));
    expect(readFileSync(path, 'utf8')).toBe(catalogueText());
  });

  it('never print what is from memory as sourced', () => {
    const remembered = definitions.filter(({ evidence }) => evidence === 'fromMemory');
    expect(remembered.length).toBeGreaterThan(10);
    for (const each of remembered) {
      expect(sourceText(each)).toMatch(/not checked: unknown_untraceable\)$/);
      const row = toKpi(readingOf(each, 1, ['accurate_measurement']));
      expect(row.source).toContain('not checked: unknown_untraceable');
    }
  });

  it('give tables a row with direction and the worst class of the inputs', () => {
    const saifi = definitions.find(({ id }) => id === 'saifi')!;
    const reading = readingOf(saifi, 0.24, [
      'accurate_measurement',
      'estimation_assumptions',
      'extrapolated_survey',
    ]);
    expect(reading.quality).toBe('estimation_assumptions');
    expect(toKpi(reading)).toMatchObject({ id: 'saifi', value: 0.24, unit: '1/yr', betterWhen: 'lower' });
    expect(readingOf(saifi, 1, []).quality).toBe('unknown_untraceable');
  });
});
