export { readNetworkTables, type NetworkFromTables, type NetworkTableOptions } from './readNetworkTables';
export type { NetworkTableFile } from './readRows';
export { formatTopologyReport, type TopologyReport } from './report';
