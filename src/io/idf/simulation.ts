import type { BuildingModel, Terrain } from '../../model/buildingModel/types';
import type { WeatherYear } from '../../model/weather';
import type { Field, IdfDocument } from './document';
import { STEPS_PER_HOUR } from './schedules';

/** Layouts are those of this version; 24.2 reads them as they are. */
export const ENERGYPLUS_VERSION = '24.1';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;
/** EnergyPlus's own profile of each terrain, which is the reference solver's: exponent, depth in m. */
const TERRAIN: Readonly<Record<Terrain, readonly [name: string, exponent: number, depthM: number]>> = {
  country: ['Country', 0.14, 270],
  suburbs: ['Suburbs', 0.22, 370],
  city: ['City', 0.33, 460],
};
const DEFAULT_GROUND_REFLECTANCE = 0.2;

/** What and how EnergyPlus is to compute; README, "Choices". */
export function writeSimulation(document: IdfDocument, model: BuildingModel, startWeekday: number): void {
  const [terrain] = TERRAIN[model.terrain ?? 'suburbs'];
  document.object('Version', ['Version Identifier', ENERGYPLUS_VERSION]);
  document.object(
    'SimulationControl',
    ['Do Zone Sizing Calculation', 'No'],
    ['Do System Sizing Calculation', 'No'],
    ['Do Plant Sizing Calculation', 'No'],
    ['Run Simulation for Sizing Periods', 'No'],
    ['Run Simulation for Weather File Run Periods', 'Yes'],
  );
  document.object(
    'Building',
    ['Name', document.name('building', model.name, model.name)],
    ['North Axis {deg}', 0],
    ['Terrain', terrain],
    ['Loads Convergence Tolerance Value {W}', 0.04],
    ['Temperature Convergence Tolerance Value {deltaC}', 0.01],
    ['Solar Distribution', 'FullExterior'],
    ['Maximum Number of Warmup Days', 100],
    ['Minimum Number of Warmup Days', 6],
  );
  document.object('Timestep', ['Number of Timesteps per Hour', STEPS_PER_HOUR]);
  document.object(
    'ShadowCalculation',
    ['Shading Calculation Method', 'PolygonClipping'],
    ['Shading Calculation Update Frequency Method', 'Timestep'],
    ['Shading Calculation Update Frequency', 20],
    ['Maximum Figures in Shadow Overlap Calculations', 15000],
    ['Polygon Clipping Algorithm', 'SutherlandHodgman'],
    ['Pixel Counting Resolution', 512],
    ['Sky Diffuse Modeling Algorithm', 'SimpleSkyDiffuseModeling'],
    ['Output External Shading Calculation Results', 'No'],
    ['Disable Self-Shading Within Shading Zone Groups', 'Yes'],
    ['Disable Self-Shading From Shading Zone Groups to Other Zones', 'Yes'],
  );
  document.object('SurfaceConvectionAlgorithm:Inside', ['Algorithm', 'TARP']);
  document.object('SurfaceConvectionAlgorithm:Outside', ['Algorithm', 'DOE-2']);
  document.object('HeatBalanceAlgorithm', ['Algorithm', 'ConductionTransferFunction']);
  document.object(
    'RunPeriod',
    ['Name', 'year'],
    ['Begin Month', 1],
    ['Begin Day of Month', 1],
    ['Begin Year', ''],
    ['End Month', 12],
    ['End Day of Month', 31],
    ['End Year', ''],
    ['Day of Week for Start Day', WEEKDAYS[startWeekday] ?? 'Monday'],
    ['Use Weather File Holidays and Special Days', 'No'],
    ['Use Weather File Daylight Saving Period', 'No'],
    ['Apply Weekend Holiday Rule', 'No'],
    ['Use Weather File Rain Indicators', 'No'],
    ['Use Weather File Snow Indicators', 'No'],
  );
}

/** Place, wind, ground and the rules of the geometry. */
export function writeSite(
  document: IdfDocument,
  model: BuildingModel,
  weather: WeatherYear | undefined,
): void {
  const [, exponent, depthM] = TERRAIN[model.terrain ?? 'suburbs'];
  if (weather) {
    document.object(
      'Site:Location',
      ['Name', document.name('location', weather.name, weather.name)],
      ['Latitude {deg}', weather.latitudeDeg],
      ['Longitude {deg}', weather.longitudeDeg],
      ['Time Zone {hr}', weather.utcOffsetMin / 60],
      ['Elevation {m}', weather.elevationM],
    );
  }
  document.object(
    'Site:HeightVariation',
    ['Wind Speed Profile Exponent', exponent],
    ['Wind Speed Profile Boundary Layer Thickness {m}', depthM],
    ['Air Temperature Gradient Coefficient {K/m}', 0],
  );
  const reflectance = model.groundReflectance ?? DEFAULT_GROUND_REFLECTANCE;
  document.object(
    'Site:GroundReflectance',
    ...MONTHS.map((month): Field => [`${month} Ground Reflectance`, reflectance]),
  );
  document.object(
    'GlobalGeometryRules',
    ['Starting Vertex Position', 'UpperLeftCorner'],
    ['Vertex Entry Direction', 'Counterclockwise'],
    ['Coordinate System', 'World'],
  );
}

const HOURLY = [
  'Site Outdoor Air Drybulb Temperature',
  'Zone Mean Air Temperature',
  'Zone Air System Sensible Heating Rate',
  'Zone Air System Sensible Cooling Rate',
  'Enclosure Windows Total Transmitted Solar Radiation Rate',
] as const;

export function writeOutputs(document: IdfDocument): void {
  for (const variable of HOURLY) {
    document.object(
      'Output:Variable',
      ['Key Value', '*'],
      ['Variable Name', variable],
      ['Reporting Frequency', 'Hourly'],
    );
  }
  for (const meter of ['DistrictHeatingWater:Facility', 'DistrictCooling:Facility']) {
    document.object('Output:Meter', ['Key Name', meter], ['Reporting Frequency', 'Hourly']);
  }
  document.object('Output:Table:SummaryReports', ['Report 1 Name', 'AllSummary']);
  document.object('OutputControl:Table:Style', ['Column Separator', 'HTML']);
}
