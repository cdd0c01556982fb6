/** Of the program as a whole, as package.json has it. */
export const PROGRAM_VERSION = '0.1.0';

/** Changes whenever a result can change; part of every input hash and of every shipped baseline. */
export const ENGINE_VERSION = '0.5.0';
