export { INCOME_PLACEHOLDERS, TENURES, type IncomeAssumptions, type Tenure } from './assumptions';
export { giniOf, giniOfLogSigma, logSigmaOfGini } from './gini';
export {
  burdensByGroup,
  decilesOf,
  INCOME_THIRDS,
  moneyGroupOf,
  rankGroups,
  thirdsOf,
  type GroupBurden,
} from './groups';
export {
  equivalentPersons,
  householdIncomes,
  incomeColumns,
  type HouseholdIncome,
  type KnownIncome,
} from './households';
