import { basisOf } from '../../kpi';
import { carrierOf } from '../../sim/arrays/carriers';
import { J_PER_KWH } from '../../units/suffixes';
import type { ScenarioYear } from '../scenarioYear';
import { sitesOf } from './violations';

const FUEL_PRICES = {
  gas: 'gasPriceEurPerKwh',
  oil: 'oilPriceEurPerKwh',
  districtHeat: 'districtHeatPriceEurPerKwh',
} as const;

/**
 * What energy costs the buildings of each station in EUR a year, import less what exports earn, and fuel, at the scenario's prices:
 *
 *     sum of (E_import p - E_export p_feed-in + E_fuel p_fuel)
 */
export function energyEurBySite({ scenario, district, result }: ScenarioYear): ReadonlyMap<string, number> {
  const eurBySite = new Map<string, number>();
  const { network, buildings } = district;
  if (network === null) return eurBySite;
  const { factors } = basisOf(scenario);
  const siteOf = sitesOf(network);
  const { buildingImportJ, buildingExportJ, buildingFuelJ } = result.table;
  buildings.forEach(({ connection, heating }, row) => {
    if (connection === null) return;
    const carrier = carrierOf(heating);
    const fuelPrice = carrier === null ? 0 : factors[FUEL_PRICES[carrier]].value;
    const eur =
      (buildingImportJ[row]! * factors.electricityPriceEurPerKwh.value -
        buildingExportJ[row]! * factors.feedInPriceEurPerKwh.value +
        buildingFuelJ[row]! * fuelPrice) /
      J_PER_KWH;
    const site = siteOf(`bus ${connection.busId}`);
    eurBySite.set(site, (eurBySite.get(site) ?? 0) + eur);
  });
  return eurBySite;
}
