export type { ReportSpeech } from './speech';
export { writeReport, type ReportOptions } from './writeReport';
