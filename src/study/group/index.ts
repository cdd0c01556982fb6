export { groupKpis, type GroupKpi } from './groupKpis';
export { groupOfMeters, groupRows } from './groupOf';
