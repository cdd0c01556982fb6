export type { Deed, ImportOffer, ImportWishes } from './offer';
export { heldWork, redoNameOf, standingOf, undoNameOf, type ReplacedWork } from './replaced';
