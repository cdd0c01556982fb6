/** Files to start from, in the import dialog. */
export const templates = {
  title: 'Templates to download',
  district: 'Footprints with height, levels, use, year, flats and roof, and a street: import it here.',
  scenario: 'Measures with their shares: open it beside a district, below the measures in Plan.',
  meter: 'Hourly kWh of one connection: open it in Building, or drop it there.',
  peaks: 'Measured peaks of stations and feeders: to hold the model against.',
  tariff: 'Prices by hour, grid fees, levies, feed-in: for “gridtwin bills”.',
  weather:
    'Weather: an EPW file of your place, for example from climate.onebuilding.org or energyplus.net/weather. Choose it together with the map. Without one the year is synthetic, by the latitude or as chosen above.',
  failed: 'The template could not be read: {why}',
} as const;
