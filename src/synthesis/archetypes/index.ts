export { completeBuilding, type BuildingDraft } from './completeBuilding';
export { footprintAreaM2, isResidential } from './rules';
