export { districtScorecard, type DistrictScorecard } from './districtScorecard';
export { scorecardsOf, type KeyedScorecard } from './scorecards';
export { indicatorInputs, inhabitantsOf, type GivenInputs } from './inputs';
