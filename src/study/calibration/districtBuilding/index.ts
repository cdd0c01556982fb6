export { calibrateBuilding, type BuildingCalibration } from './calibrateBuilding';
export { heldBack, parameterEdits, type ParameterTag } from './parameterEdits';
