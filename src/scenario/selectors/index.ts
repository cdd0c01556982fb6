export { elementIds } from './elements';
export { resolveRule, type Resolution } from './resolve';
export {
  keptSelection,
  resolvedSelector,
  selectedBy,
  selectionOf,
  targetOf,
  withSelectorsResolved,
  type Selection,
} from './selection';
export { KIND_WORDS, listed, ruleInWords, selectorInWords } from './words';
