import type { BuildingUse } from '../model/building';

export function isHome(use: BuildingUse): boolean {
  return use === 'detached' || use === 'terraced' || use === 'apartment';
}
