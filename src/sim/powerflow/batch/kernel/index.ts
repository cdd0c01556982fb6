export { solveChunk } from './solve';
