export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}
export const AT_REST: string;
export function workOf(events: readonly TraceEvent[]): {
  readonly frameMs: readonly number[];
  readonly afterMs: number;
};
