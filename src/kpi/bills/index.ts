export { billOf, centsOf, type Bill, type BillLine } from './bill';
export { BILL_PARTS, billAmounts, type BillAmounts, type BillPart } from './billAmounts';
export { contractedWOf, meteredFromNet, meteredIssues, type MeteredYear } from './metered';
