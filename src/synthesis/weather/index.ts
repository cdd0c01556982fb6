export * from './check';
export * from './climates';
export * from './normals';
export * from './spells';
export * from './synthesise';
