/** What the figures beside a selected element mean; said on focus. */
export const explained = {
  boundary: 'Boundary',
  source: 'Source',
  boundaries: {
    branchHour: 'this element, the hour on screen, all buildings and losses behind it together',
    branchYear: 'this element, every hour of the year of the scenario on screen',
    element: 'this element as it stands in the scenario on screen',
    bus: 'this bus, every hour and phase of the year of the scenario on screen',
    meterHour: 'this building at its meter, the hour on screen, all phases together',
    meterYear: 'this building behind its meter, the year of the scenario on screen',
    building: 'this building as it stands in the scenario on screen',
  },
  sources: {
    flow: 'three-phase power flow of this model, hour by hour',
    loads: 'hourly loads of this model: building physics, habits and devices',
    district: 'the network that was read, or made by rule where it is called synthetic',
    facts:
      'the file that was read, what follows from it, or the typology of the district: said beside the figure',
    devices: 'what the district has there today, or the measure of the scenario on screen that put it in',
  },
  figures: {
    loadingNow: 'Apparent power or current of the hour over what the element may carry: 100 % is all of it.',
    loadingMax: 'Largest loading of any hour of the year, in percent of what the element may carry.',
    hoursAbove: 'Time of the year in which the loading is above this share of what the element may carry.',
    ratedPower: 'Apparent power that the transformer may carry continuously, as its nameplate says.',
    ratedCurrent: 'Current that each conductor may carry continuously, all parallel cables together.',
    length: 'Length of the route from one end to the other; losses and voltage drop follow from it.',
    battery: 'Largest power of charging and discharging, and energy that can be taken out of a full battery.',
    causes:
      'Power through this element at the hour, and the buildings, batteries and losses whose sum it is.',
    nominalVoltage: 'Voltage between two phases by which the network is named; 100 % of it is 1 pu.',
    lowestVoltage:
      'Smallest voltage of any phase in any hour of the year, in percent of the nominal voltage.',
    highestVoltage:
      'Largest voltage of any phase in any hour of the year, in percent of the nominal voltage.',
    meterNow:
      'Power that the building takes from the grid, or gives to it: what is used less what its panels and battery give.',
    endUses: 'Electricity of the year by what it is used for; what panels and batteries give is told apart.',
    area: 'Floor of all storeys, outside walls included: outline times storeys.',
    built:
      'Year of construction and state of the envelope; by them the typology tells walls, windows and leaks.',
    households: 'Homes in the building; people, appliances and hot water follow from them.',
    photovoltaics: 'Power of the panels in full sun at 25 °C (standard test conditions).',
    vehicles: 'Electric cars that are charged here, and how.',
    homeBattery: 'Energy that can be taken out of the full battery, and by what it is steered.',
    flexibleHeating: 'Hours of the day in which the heating is held back as far as the rooms stay warm.',
    connection: 'Phases of the house connection, and the rated current of its main fuse.',
  },
} as const;
