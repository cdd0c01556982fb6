import type { Building, RetrofitElement } from '../model/building';

/**
 * The building with one retrofitted element as it is in the baseline, and everything else as it is. Where no other
 * difference is left, the baseline's own object: a run of it has the same bits.
 */
export function revertElement(building: Building, baseline: Building, element: RetrofitElement): Building {
  const before = baseline.retrofit?.[element];
  if (building.retrofit?.[element] === before) return building;
  const { retrofit = {}, ...rest } = building;
  const { [element]: _, ...others } = retrofit;
  const kept = before === undefined ? others : { ...others, [element]: before };
  const reverted = Object.keys(kept).length > 0 ? { ...rest, retrofit: kept } : rest;
  return isSameBuilding(reverted, baseline) ? baseline : reverted;
}

/** Whether two buildings hold the same facts: each field the same object, the retrofit element by element. */
export function isSameBuilding(one: Building, other: Building): boolean {
  return isShallowSame(one, other, (name, a, b) =>
    name === 'retrofit' || name === 'overrides'
      ? isShallowSame(a ?? {}, b ?? {}, (_, x, y) => x === y)
      : a === b,
  );
}

function isShallowSame(
  one: object,
  other: object,
  isSame: (name: string, a: object | undefined, b: object | undefined) => boolean,
): boolean {
  const [a, b] = [one, other] as [Record<string, object | undefined>, Record<string, object | undefined>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(name, a[name], b[name]));
}
