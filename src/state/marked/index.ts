export { groupYearOf, type GroupStudy } from './groupStudy';
export type { Marked, MarkedKind, MarkHow, MarkTool } from './marked';
export { savedSelections } from './saved';
export type { MarkRunner } from './markRunner';
