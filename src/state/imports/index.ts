export type { Deed, ImportOffer, ImportWishes } from './offer';
export {
  heldWork,
  redoNameOf,
  standingOf,
  undoNameOf,
  workToRedo,
  workToUndo,
  type ReplacedWork,
} from './replaced';
