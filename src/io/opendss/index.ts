export { memoryFiles, type FileAccess } from './fileAccess';
export { readOpenDss, type OpenDssCircuit } from './readOpenDss';
export { writeOpenDss } from './write/writeOpenDss';
