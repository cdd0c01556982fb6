import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ElectricVehicles } from '../../src/model/building';
import type { District } from '../../src/model/district';
import type { Issue } from '../../src/model/outcome';
import { inProcessEngine } from './inProcess';
import { inputOf, smallTown } from './smallTown';

const engine = inProcessEngine(1);
afterAll(() => engine.dispose());

const town = smallTown(16);
const home = town.buildings.find(({ households }) => households > 0)!;
const charged = (vehicles: ElectricVehicles): District => ({
  ...town,
  buildings: town.buildings.map((building) => (building === home ? { ...building, vehicles } : building)),
});

async function ran(vehicles: ElectricVehicles): Promise<{ issues: readonly Issue[]; peakW: number }> {
  const outcome = await engine.run(inputOf(charged(vehicles)));
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  const { rows, table } = outcome.value;
  const issues = outcome.issues.filter(({ code }) => code === 'charging-limit-exceeded');
  return { issues, peakW: table.buildingNetMaxW[rows.buildingIds.indexOf(home.id)]! };
}

describe('a limit of the vehicles', () => {
  let peakW = Number.NaN;
  beforeAll(async () => {
    peakW = (await ran({ count: 2, control: 'unmanaged' })).peakW;
  });

  it('that is exceeded is told by name, on the first answer and on the kept one', async () => {
    const vehicles = { count: 2, control: 'unmanaged', limitW: peakW - 1 } as const;
    const first = await ran(vehicles);
    expect(first.peakW).toBe(peakW);
    expect(first.issues).toMatchObject([{ severity: 'warning', where: home.id, field: 'vehicles.limitW' }]);
    expect((await ran(vehicles)).issues).toEqual(first.issues);
  });

  it('that is just kept is not, nor is one that nobody set', async () => {
    expect((await ran({ count: 2, control: 'unmanaged', limitW: peakW })).issues).toEqual([]);
    expect((await ran({ count: 2, control: 'unmanaged' })).issues).toEqual([]);
  });
});
