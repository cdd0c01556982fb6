export type { Behind } from './behind';
export { feederOf } from './behind';
export { itemOfElement, oneLineDiagram, showsElement, type Diagram } from './diagram';
export type { DiagramItem, ItemKind } from './items';
export {
  busOfElement,
  busOfPlace,
  feederLineOf,
  MOST_UNFOLDED_BUSES,
  oneLineGrid,
  placeAbove,
  placeOfBus,
  placeOfElement,
  type OneLineElement,
  type OneLineGrid,
  type OneLinePlace,
} from './oneLineGrid';
export { supplyTree, type SupplyTree } from './supplyTree';
export { layoutTrees, type LayoutNode, type TreeLayout } from './treeLayout';
export type { DiagramTie } from './ties';
