export { cableReplacement } from './cableReplacement';
export { newSubstation } from './newSubstation';
export { openPointShift } from './openPointShift';
export { parallelCable } from './parallelCable';
export { networkQuantities, QUANTITY_ITEMS, type Quantity, type QuantityItem } from './quantities';
export { transformerReplacement } from './transformerReplacement';
export { transformerTap } from './transformerTap';
export { undergrounding } from './undergrounding';
