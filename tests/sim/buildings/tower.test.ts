import { describe, expect, it } from 'vitest';
import { archetypeOf } from '../../../src/model/archetypes';
import { stepZone } from '../../../src/sim/buildings/fiveR1C';
import { airSupplyOf } from '../../../src/sim/buildings/airSupply';
import { lumpedZoneOf } from '../../../src/sim/buildings/thermal';

/**
 * A tower with one declared storey has more wall than the standard's split of the opaque loss can carry. The
 * cheapest wrong program divides all the same and heats up without end.
 */
describe('a tower of one storey', () => {
  it('cools towards the outdoor temperature and never past it', () => {
    const archetype = archetypeOf(
      { use: 'publicHall', constructionYear: 1900, envelope: 'asBuilt' },
      'centralEurope',
    );
    const envelope = {
      conditionedFloorM2: 82,
      windowByOrientationM2: new Float64Array(8),
      hWindowWPerK: 280,
      hOpaqueWPerK: 3500,
    };
    const zone = lumpedZoneOf(archetype, envelope, airSupplyOf(archetype, false, 82), 1200, true);
    let massDegC = 20;
    for (let hour = 0; hour < 500; hour += 1) {
      massDegC = stepZone(zone, 3600, massDegC, -5, 0, 0, 0).massNextDegC;
      expect(Math.abs(massDegC)).toBeLessThan(60);
    }
    expect(massDegC).toBeCloseTo(-5, 3);
  });
});
