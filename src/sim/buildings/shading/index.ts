export * from './elementAxes';
export * from './hemisphere';
export * from './sunlitShare';
