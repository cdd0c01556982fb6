import { J_PER_KWH } from '../../units/suffixes';
import { indicator, percentOf } from './indicator';

const MANUAL = 'U4SSC KPIs Verification Manual 2022';
const CODE_LIST = 'U4SSC KPI set; code and name as public KPI programs list them';
const PUBLIC_BUILDINGS = 'All public buildings of the district';
const J_PER_GJ = 1e9;
const KG_PER_T = 1000;

const perHead = (amount: number, inhabitants: number): number =>
  inhabitants === 0 ? Number.NaN : amount / inhabitants;

const INHABITANTS = 'inhabitants of the district';

/** Buildings and transport (EC: I: B, EC: I: T), emissions (EN: EN), energy (EN: E) and open data (EC: ICT: PS). */
export const CITY_INDICATORS = [
  indicator({
    code: 'EC: I: B: 1A',
    name: 'Public Building Sustainability',
    unit: '%',
    definition:
      '100 times floor area of public buildings with a recognised sustainability certification for ongoing operations (BOMA BEST, BREEAM In-Use, LEED O+M and the like) over all floor area of public buildings. Certificates are inputs; none is awarded here.',
    boundary: PUBLIC_BUILDINGS,
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'higher',
    inputs: { certifiedFloorAreaM2: 'certified public floor area', floorAreaM2: 'all public floor area' },
    formula: ({ certifiedFloorAreaM2, floorAreaM2 }) => percentOf(certifiedFloorAreaM2, floorAreaM2),
    isShare: true,
  }),
  indicator({
    code: 'EC: I: B: 2A',
    name: 'Integrated Building Management Systems in Public Buildings',
    unit: '%',
    definition:
      '100 times floor area of public buildings that use ICT-based systems for integrated management over all floor area of public buildings.',
    boundary: PUBLIC_BUILDINGS,
    source: `${MANUAL}, p. 89`,
    evidence: 'seen',
    direction: 'higher',
    inputs: {
      managedFloorAreaM2: 'public floor area with such a system',
      floorAreaM2: 'all public floor area',
    },
    formula: ({ managedFloorAreaM2, floorAreaM2 }) => percentOf(managedFloorAreaM2, floorAreaM2),
    isShare: true,
  }),
  indicator({
    code: 'EC: I: T: 8A',
    name: 'Low-Carbon Emission Passenger Vehicles',
    unit: '%',
    definition:
      '100 times low-carbon passenger vehicles registered over all passenger vehicles registered; here electric vehicles.',
    boundary: 'All passenger vehicles of the district',
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'higher',
    inputs: { lowCarbonVehicles: 'low-carbon passenger vehicles', vehicles: 'all passenger vehicles' },
    formula: ({ lowCarbonVehicles, vehicles }) => percentOf(lowCarbonVehicles, vehicles),
    isShare: true,
  }),
  indicator({
    code: 'EN: EN: AQ: 2C',
    name: 'GHG Emissions (energy part)',
    unit: 't CO2e/cap/yr',
    definition:
      'Greenhouse gases of buildings, grid and electric vehicles over inhabitants. The published indicator counts all greenhouse gases of the city: this is its energy part only.',
    boundary: 'Buildings, grid and electric vehicles of the district, one year',
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'lower',
    inputs: { emissionKg: 'greenhouse gases of the year, kg CO2e', inhabitants: INHABITANTS },
    formula: ({ emissionKg, inhabitants }) => perHead(emissionKg / KG_PER_T, inhabitants),
  }),
  indicator({
    code: 'EN: E: E: 1C',
    name: 'Renewable Energy Consumption',
    unit: '%',
    definition: '100 times renewable energy consumed over all energy consumed.',
    boundary: 'Final energy of the district, one year',
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'higher',
    inputs: { renewableJ: 'renewable energy consumed', energyJ: 'all energy consumed' },
    formula: ({ renewableJ, energyJ }) => percentOf(renewableJ, energyJ),
    isShare: true,
  }),
  indicator({
    code: 'EN: E: E: 2C',
    name: 'Electricity Consumption',
    unit: 'kWh/yr/cap',
    definition:
      'Electricity consumed over inhabitants. Heat pumps and electric vehicles raise it: read it with total final energy per inhabitant.',
    boundary: 'Electricity of the district, one year',
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'lower',
    inputs: { electricityJ: 'electricity consumed', inhabitants: INHABITANTS },
    formula: ({ electricityJ, inhabitants }) => perHead(electricityJ / J_PER_KWH, inhabitants),
  }),
  indicator({
    code: 'EN: E: E: 3C',
    name: 'Residential Thermal Energy Consumption',
    unit: 'GJ/yr/cap',
    definition: 'Thermal energy consumed by homes over inhabitants.',
    boundary: 'All homes of the district, one year',
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'lower',
    inputs: { thermalJ: 'thermal energy consumed by homes', inhabitants: INHABITANTS },
    formula: ({ thermalJ, inhabitants }) => perHead(thermalJ / J_PER_GJ, inhabitants),
  }),
  indicator({
    code: 'EN: E: E: 4A',
    name: 'Public Building Energy Consumption',
    unit: 'ekWh/m2/yr',
    definition:
      'All energy of public buildings in equivalent kilowatt-hours (1 ekWh = 3.6 MJ) over their floor area.',
    boundary: `${PUBLIC_BUILDINGS}, one year`,
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'lower',
    inputs: { energyJ: 'all energy of public buildings', floorAreaM2: 'all public floor area' },
    formula: ({ energyJ, floorAreaM2 }) => perHead(energyJ / J_PER_KWH, floorAreaM2),
  }),
  indicator({
    code: 'EC: ICT: PS: 1A',
    dataPoint: 'share',
    name: 'Open Data, share published',
    unit: '%',
    definition: '100 times published over inventoried data sets; one of two data points.',
    boundary: "The twin's own catalogue",
    source: `${CODE_LIST}; Stavanger Verification Report, p. 17`,
    evidence: 'thirdParty',
    direction: 'higher',
    inputs: { publishedSets: 'published data sets', inventoriedSets: 'inventoried data sets' },
    formula: ({ publishedSets, inventoriedSets }) => percentOf(publishedSets, inventoriedSets),
    isShare: true,
  }),
  indicator({
    code: 'EC: ICT: PS: 1A',
    dataPoint: 'number',
    name: 'Open Data, number published',
    unit: 'count',
    definition: 'Published data sets; one of two data points.',
    boundary: "The twin's own catalogue",
    source: `${CODE_LIST}; Stavanger Verification Report, p. 17`,
    evidence: 'thirdParty',
    direction: 'higher',
    inputs: { publishedSets: 'published data sets' },
    formula: ({ publishedSets }) => publishedSets,
  }),
];
