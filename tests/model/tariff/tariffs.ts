import type { EnergyBlock, Price, Tariff } from '../../../src/model/tariff';

export function price(supplier: number, grid = 0, levies = 0): Price {
  return { supplier, grid, levies };
}

export const ALWAYS: EnergyBlock = { id: 'always', perKWh: [price(0.2, 0.1, 0.05)] };

/** A valid tariff of one block; parts replaced as given. */
export function tariffOf(parts: Partial<Tariff> = {}): Tariff {
  return {
    schema: 'gridtwin-tariff/1',
    id: 't',
    name: 'T',
    description: '',
    operator: '',
    currency: 'EUR',
    year: 2025,
    source: 'by hand',
    quality: 'personal_estimation',
    social: false,
    vatShare: 0,
    connectionPerYear: price(0),
    contractedPerKWYear: price(0),
    energy: { kind: 'blocks', tierLimitsKWhPerMonth: [], blocks: [ALWAYS] },
    feedInPerKWh: 0,
    ...parts,
  };
}

export function inBlocks(blocks: readonly EnergyBlock[], tierLimitsKWhPerMonth: number[] = []): Tariff {
  return tariffOf({ energy: { kind: 'blocks', tierLimitsKWhPerMonth, blocks } });
}
