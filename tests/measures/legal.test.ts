import { describe, expect, it } from 'vitest';
import { legalStatusOf, legalWords, MEASURES, payerOf, PAYERS } from '../../src/measures';
import { MEASURE_TYPES } from '../../src/model/scenario';

describe('who pays for a measure, and whether it may be done', () => {
  it.each(MEASURE_TYPES)('%s names a payer, and a legal status with date and source or a dash', (type) => {
    const definition = MEASURES[type];
    expect(PAYERS).toContain(payerOf(definition));
    const legal = legalStatusOf(definition);
    if (legal.status === 'unknown') {
      expect(legalWords(legal)).toBe('-');
    } else {
      expect(legal.date).toMatch(/^\d{4}/);
      expect(legal.source).not.toBe('');
      expect(legalWords(legal)).toContain(legal.source);
    }
  });

  it('is the operator for the network, the household for its car, the owner for a building', () => {
    expect(payerOf(MEASURES.transformerReplacement)).toBe('operator');
    expect(payerOf(MEASURES.feederBattery)).toBe('operator');
    expect(payerOf(MEASURES.vehiclesToGrid)).toBe('household');
    expect(payerOf(MEASURES.roofInsulation)).toBe('owner');
    const permit = { status: 'permit', date: '2025', source: 'building code' } as const;
    expect(legalWords(permit)).toBe('with a permit (building code, 2025)');
  });
});
