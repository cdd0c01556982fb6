import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import { networkSchema } from '../../../src/model/schema';
import { districtIssues } from '../../../src/model/schema';
import { MEASURE_TYPES } from '../../../src/model/scenario';
import { compileNetwork } from '../../../src/sim/powerflow/network';
import { townFor } from '../../engine/smallTown';
import { deepFreeze, measureOf } from '../districts';

const OF_NETWORK = MEASURE_TYPES.filter((type) => MEASURES[type].target !== undefined);

describe('what measures of the network leave', () => {
  it.each(OF_NETWORK.flatMap((type) => [0, 0.5, 1].map((share) => [type, share] as const)))(
    '%s with parameters at %d of their range is a network that files may hold and a run can solve',
    (type, share) => {
      const town = deepFreeze(townFor(type));
      const parameters = Object.fromEntries(
        MEASURES[type].parameters.map(({ name, min, max }) => [name, min + share * (max - min)]),
      );
      for (const adoption of [0.5, 1]) {
        const after = MEASURES[type].apply(town, measureOf(type, adoption, parameters), 3);
        const read = networkSchema.safeParse(after.network);
        expect(read.success, read.error?.message).toBe(true);
        expect(districtIssues(after, 'test')).toEqual([]);
        const compiled = compileNetwork(
          after.network!,
          after.buildings.map(({ connection }) => connection),
        );
        expect(compiled.issues).toEqual([]);
        expect(compiled.ok).toBe(true);
      }
    },
  );

  it('all together are one, too', () => {
    const town = townFor('openPointShift');
    const after = OF_NETWORK.reduce(
      (district, type) => MEASURES[type].apply(district, measureOf(type, 1), 3),
      town,
    );
    const compiled = compileNetwork(
      after.network!,
      after.buildings.map(({ connection }) => connection),
    );
    expect(compiled.issues).toEqual([]);
    expect(compiled.ok).toBe(true);
  });

  it.each(OF_NETWORK)('%s leaves a district without a network alone', (type) => {
    const bare = { ...townFor(type), network: null };
    expect(MEASURES[type].apply(bare, measureOf(type, 1), 1)).toBe(bare);
    expect(MEASURES[type].eligible(bare)).toEqual([]);
  });
});
