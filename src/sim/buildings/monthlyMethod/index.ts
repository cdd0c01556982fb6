export * from './balance';
export * from './building';
export * from './climate';
