export { districtScorecard, type DistrictScorecard } from './districtScorecard';
export { indicatorInputs, inhabitantsOf, type GivenInputs } from './inputs';
