/** A choice by what it costs and what it leaves: both are better when smaller. */
export interface ParetoPoint {
  readonly id: string;
  readonly name: string;
  readonly cost: number;
  readonly left: number;
}

export interface ParetoMark extends ParetoPoint {
  /** Another one costs no more and leaves no more, and less of one of them; its name. Null: on the front. */
  readonly dominatedBy: string | null;
}

/** Which of them nothing beats on both counts; what has no number is left out. The cheapest first. */
export function paretoMarks(points: readonly ParetoPoint[]): readonly ParetoMark[] {
  const told = points.filter(({ cost, left }) => Number.isFinite(cost) && Number.isFinite(left));
  return told
    .map((point) => ({ ...point, dominatedBy: told.find((other) => beats(other, point))?.name ?? null }))
    .sort((a, b) => a.cost - b.cost || a.left - b.left || (a.id < b.id ? -1 : 1));
}

const beats = (a: ParetoPoint, b: ParetoPoint): boolean =>
  a.cost <= b.cost && a.left <= b.left && (a.cost < b.cost || a.left < b.left);
