/** Text of the committed file of the power-flow kernel, compiled from its sources. */
export function compileKernel(): Promise<string>;
