export * from './actions';
export * from './appState';
export * from './document';
export * from './hooks';
export * from './selectors';
export * from './store';
export * from './worst';
