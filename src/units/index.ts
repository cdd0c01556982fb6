export * from './counted';
export * from './format';
export * from './length';
export * from './quantity';
export * from './suffixes';
