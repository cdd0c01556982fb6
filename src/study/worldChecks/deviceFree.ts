import type { Building } from '../../model/building';
import type { District } from '../../model/district';

/** A building as it would be without heat pumps, cars, panels and batteries; a gas boiler where a heat pump was. */
function withoutDevices(building: Building): Building {
  const { battery: _battery, flexibleHeating: _flexible, ...rest } = building;
  const isPumped = building.heating === 'airHeatPump' || building.heating === 'groundHeatPump';
  return {
    ...rest,
    heating: isPumped ? 'gasBoiler' : building.heating,
    photovoltaics: null,
    vehicles: null,
  };
}

/** The district that devices are added to: what the studies compared with take as their start. */
export function deviceFree(district: District): District {
  const network = district.network === null ? null : { ...district.network, storages: [] };
  return { ...district, network, buildings: district.buildings.map(withoutDevices) };
}
