export * from './archetypeOf';
export { constructionsOf, type ArchetypeConstructions } from './constructions';
export * from './types';
export { TABULA_ENVELOPES, type EnvelopeRow } from './tabulaEnvelopes';
export { USE_PROFILES } from './useProfiles';
export { USE_SCHEDULES } from './useSchedules';
