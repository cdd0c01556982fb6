/** Changes whenever a result can change; part of every input hash and of every shipped baseline. */
export const ENGINE_VERSION = '0.2.0';
