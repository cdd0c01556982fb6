export { INCOME_PLACEHOLDERS, TENURES, type IncomeAssumptions, type Tenure } from './assumptions';
export { giniOfLogSigma, logSigmaOfGini } from './gini';
export {
  burdensByGroup,
  INCOME_THIRDS,
  moneyGroupOf,
  rankGroups,
  thirdsOf,
  type GroupBurden,
} from './groups';
export { equivalentPersons, householdIncomes, type HouseholdIncome } from './households';
