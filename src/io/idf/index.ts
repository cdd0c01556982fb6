export { ENERGYPLUS_VERSION } from './simulation';
export { writeIdf } from './writeIdf';
