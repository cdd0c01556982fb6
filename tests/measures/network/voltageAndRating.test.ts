import { describe, expect, it } from 'vitest';
import { MEASURES, networkQuantities } from '../../../src/measures';
import { smallTown } from '../../engine/smallTown';
import { measureOf } from '../districts';

const town = smallTown(12);
const network = town.network!;
const [source] = network.sources;

describe('conservation voltage reduction', () => {
  it('lowers the set-point by a share of nominal voltage, once, for one visit', () => {
    const lowered = MEASURES.conservationVoltageReduction.apply(
      town,
      measureOf('conservationVoltageReduction', 1, { reductionPercent: 4 }),
      1,
    );
    expect(lowered.network!.sources).toEqual([{ ...source, loweredByPu: 0.04 }]);
    expect(lowered.network!.lines).toBe(network.lines);
    expect(lowered.buildings).toBe(town.buildings);
    expect(networkQuantities(network, lowered.network!)).toEqual([
      { elementId: source!.id, item: 'fieldVisit', amount: 1 },
    ]);
  });
});

describe('dynamic rating', () => {
  const rated = (from = town) =>
    MEASURES.transformerDynamicRating.apply(from, measureOf('transformerDynamicRating', 1), 1).network!;

  it('names a temperature at every transformer, and is counted as telemetry where there is none', () => {
    const { transformers } = rated();
    for (const { dynamicRating } of transformers) expect(dynamicRating).toEqual({ hotSpotLimitDegC: 120 });
    expect(networkQuantities(network, rated())).toEqual(
      network.transformers.map(({ id }) => ({ elementId: id, item: 'stationTelemetry', amount: 1 })),
    );
    const watched = MEASURES.networkMonitoring.apply(town, measureOf('networkMonitoring', 1), 1);
    expect(networkQuantities(watched.network!, rated(watched))).toEqual([]);
  });
});
