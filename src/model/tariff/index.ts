export { coverageFaults, type CoverageFault } from './coverage';
export { dayOfYear, holdsQuarter } from './hours';
export { tariffIssues } from './issues';
export * from './own';
export { parseTariff } from './parse';
export { PLACEHOLDER_TARIFFS, USUAL_TARIFF } from './placeholders';
export { energyPriceAt, kindOfTariffDay, priceTableOf, type PriceTable, type TariffYear } from './priceTable';
export { tariffSchema } from './schema';
export * from './types';
