export { calibrateYear, type MeteredFlowHours, type YearCalibration } from './calibrateYear';
