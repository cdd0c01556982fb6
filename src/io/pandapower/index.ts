export { readPandapower } from './readPandapower';
export type { PandapowerOptions } from './reading';
export { writePandapower } from './writePandapower';
