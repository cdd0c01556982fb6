export { CENTS_PER_UNIT, centsText, splitCents, toCents } from './cents';
export { compareMoney, type FlowChange, type Gain, type MoneyComparison } from './compare';
export { entrySentence, flow, MONEY_KINDS, type MoneyEntry, type MoneyKind } from './entries';
export { byParty, moneyMatrix, type MoneyFlow, type MoneyMatrix } from './matrix';
export { accountKey, accountLabel, PARTIES, type Account, type Party } from './parties';
export {
  billEntries,
  fuelEntries,
  investmentEntries,
  procurementEntries,
  shared,
  type FuelUse,
  type Payer,
  type Procurement,
  type YearlyInvestment,
} from './yearly';
