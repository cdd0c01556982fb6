export * from './auditLog';
export * from './cityLevel';
export * from './definitions';
export * from './policy';
export * from './ratchet';
