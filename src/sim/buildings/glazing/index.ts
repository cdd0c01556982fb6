export * from './cavity';
export * from './ratings';
export * from './types';
export { atCosine, COSINE_STEPS, windowOptics } from './windowOptics';
