import type { Building, Photovoltaics } from '../../model/building';
import { hashText } from '../../scenario';
import type { BuildingsInput } from '../../sim/buildings';
import type { BuildingShape } from '../../sim/buildings/shape';
import { contentKey, contentText } from '../contentKey';

/**
 * Which facts of a building its loads depend on. What neighbours do to it comes in as the shape that is found from all of
 * them; of the connection only the phases count.
 */
const ENTERS = {
  id: true,
  name: false,
  footprint: true,
  baseElevationM: false,
  heightM: true,
  roof: true,
  levels: true,
  use: true,
  constructionYear: true,
  households: true,
  envelope: true,
  overrides: true,
  retrofit: true,
  protectedElements: false,
  heating: true,
  boilerEfficiency: true,
  heatPumpUnit: true,
  cooling: true,
  photovoltaics: true,
  vehicles: true,
  battery: true,
  hotWaterTank: true,
  flexibleHeating: true,
  householdElectricity: true,
  smartMeter: false,
  meterAudit: true,
  tariff: true,
  loadControl: true,
  consumptionFeedback: true,
  energyCommunity: false,
  connection: false,
  evidence: false,
} as const satisfies Readonly<Record<keyof Building, boolean>>;

export const LOAD_FACTS = (Object.keys(ENTERS) as (keyof Building)[]).filter((fact) => ENTERS[fact]);

/** What all buildings of a run share: region, weather, time axis, seed and model of the zone. */
export function siteKey({ district, weather, calendar, seed, zoneModel }: BuildingsInput): string {
  const { archetypeRegion } = district;
  const { stepS, startWeekday } = calendar;
  return contentKey({ archetypeRegion, stepS, startWeekday, seed, zoneModel, weather });
}

/** Curves over voltage act in the power flow: the loads it starts from do not depend on them. */
function withoutCurves(photovoltaics: Photovoltaics | null): Photovoltaics | null {
  if (photovoltaics === null) return null;
  const { voltVar: _, voltWatt: __, ...rest } = photovoltaics;
  return rest;
}

/** What loads depend on of a fact: who is billed for them changes none. */
function factOf(building: Building, fact: keyof Building): unknown {
  if (fact === 'photovoltaics') return withoutCurves(building.photovoltaics);
  if (fact === 'meterAudit') return building.meterAudit?.savedShare ?? 0;
  return building[fact];
}

/** Names the loads of a building in every step of the year: the same key, the same bits. */
export function loadsKey(site: string, building: Building, shape: BuildingShape): string {
  const facts = LOAD_FACTS.map((fact) => contentText(factOf(building, fact)));
  const phases = contentText(building.connection?.phases ?? null);
  return hashText([site, ...facts, phases, contentText(shape)].join(';'));
}
