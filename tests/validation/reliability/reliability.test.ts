import { describe, expect, it } from 'vitest';
import { outages } from '../../../src/study/reliability/outages';
import { indicesOf } from '../../../src/study/reliability/study';
import { demandOf, factorsOfCase, protectedOf, reliabilityCases } from './cases';

const J_PER_KWH = 3.6e6;
const CASES = reliabilityCases();

describe('expected reliability', () => {
  it('has cases to be held to', () => {
    expect(CASES.length).toBeGreaterThan(8);
  });

  it.each(CASES)('%s', (_, one) => {
    const demand = demandOf(one);
    const all = outages(protectedOf(one), demand, factorsOfCase(one));
    const served = demand.customers.reduce((sum, customers) => sum + customers, 0);
    const found = indicesOf(all, ({ place }) => place.failuresPerYear, served);
    if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join('; '));
    const value: Readonly<Record<string, number>> = {
      ...found.value,
      notSuppliedKWh: found.value.notSuppliedJ / J_PER_KWH,
    };
    for (const [name, expected] of Object.entries(one.expected)) {
      if (expected === null) expect(value[name], name).toBeNaN();
      else
        expect(
          Math.abs(value[name]! - expected),
          `${name}: ${value[name]} for ${expected}`,
        ).toBeLessThanOrEqual((one.tolerance?.[name] ?? 1e-12) * Math.max(1e-3, Math.abs(expected)));
    }
  });
});
