export type { Deed, ImportOffer, ImportWishes } from './offer';
export {
  heldWork,
  replacedWork,
  redoNameOf,
  standingOf,
  undoNameOf,
  workToRedo,
  workToUndo,
  type ReplacedWork,
} from './replaced';
