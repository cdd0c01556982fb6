/** Text of the committed file of the kernel in `folder` (the power flow's by default), compiled from its sources. */
export function compileKernel(folder?: string): Promise<string>;
