import type { Building, Retrofit } from '../../src/model/building';
import type { District } from '../../src/model/district';
import type { Measure, MeasureAtYear, MeasureType } from '../../src/model/scenario';
import { generateTown } from '../../src/synthesis/town';

export function measureOf(
  type: MeasureType,
  adoption: number,
  parameters: Measure['parameters'] = {},
): MeasureAtYear {
  return { id: type, type, adoption, parameters };
}

/** Freezes a value and everything in it: whoever writes into it throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Paths at which two values differ, for example `buildings.17.heating`; a replaced null shows as its own path. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].flatMap((name) =>
    differences(left[name], right[name], path === '' ? name : `${path}.${name}`),
  );
}

/** Work on single elements that is there before any measure. */
const DONE: Retrofit = { wall: { insulationM: 0.1 }, lighting: { powerShare: 0.6 } };

/** The reference generator's town, its buildings in every state a measure may or may not reach; frozen. */
export function mixedTown(): District {
  const town = generateTown(3);
  const heating = [
    'gasBoiler',
    'oilBoiler',
    'directElectric',
    'districtHeat',
    'airHeatPump',
    'none',
    'groundHeatPump',
  ] as const;
  const envelope = ['asBuilt', 'asBuilt', 'usualRefurbishment', 'advancedRefurbishment'] as const;
  const buildings = town.buildings.slice(0, 240).map((building, i): Building => {
    const vehicles = i % 7 === 0 ? ({ count: 1, control: 'unmanaged' } as const) : null;
    const photovoltaics = i % 5 === 0 ? { peakW: 4000, tiltDeg: 30, azimuthDeg: 200 } : null;
    return {
      ...building,
      constructionYear: i % 9 === 8 ? 2012 : building.constructionYear,
      heating: heating[i % 7]!,
      envelope: envelope[i % 4]!,
      vehicles,
      photovoltaics,
      ...(i % 11 === 3 ? { retrofit: DONE } : {}),
      ...(i % 13 === 5 ? { protectedElements: ['wall', 'window'] } : {}),
      ...(i % 10 === 4 ? { hotWaterTank: { volumeM3: 0.2, control: 'thermostat' } } : {}),
    };
  });
  return deepFreeze({ ...town, buildings });
}

/** Many plain houses with one household each, for shares. */
export function manyHouses(count: number): District {
  const town = generateTown(3);
  const pattern: Building = {
    ...town.buildings[0]!,
    use: 'detached',
    households: 1,
    heating: 'gasBoiler',
    envelope: 'asBuilt',
    constructionYear: 1965,
    photovoltaics: null,
    vehicles: null,
  };
  const buildings = Array.from({ length: count }, (_, i) => ({ ...pattern, id: `house-${i}` }));
  return deepFreeze({ ...town, buildings });
}
