import type { CircuitShape, CircuitStudy, ShapeNames } from '../../../model/circuit';
import type { DssObject } from '../definitions';
import type { LoadShapeObject } from '../loadShape';
import type { OpenConductors, Session } from '../session';

/** An object in a message: its class and itself. */
export interface Subject {
  readonly className: string;
  readonly object: DssObject;
}

export interface Trouble {
  readonly code: string;
  readonly property?: string;
  readonly value?: string | number;
  readonly message: string;
  readonly remedy: string;
}

/** What the builders of a circuit's parts share. */
export class Build {
  readonly frequencyHz: number;
  /** Shapes that some element follows, by name. */
  readonly shapes = new Map<string, CircuitShape>();
  private readonly broken = new Set<LoadShapeObject>();

  constructor(
    readonly session: Session,
    readonly mode: CircuitStudy['mode'],
    /** Keys are `class.name`. */
    private readonly opened: ReadonlyMap<string, readonly OpenConductors[]>,
  ) {
    this.frequencyHz = session.solutionFrequencyHz;
  }

  error(subject: Subject, trouble: Trouble): void {
    this.session.reports.error(finding(subject, trouble));
  }

  warning(subject: Subject, trouble: Trouble): void {
    this.session.reports.warning(finding(subject, trouble));
  }

  note(key: string, subject: Subject, trouble: Trouble): void {
    this.session.reports.note(key, finding(subject, trouble));
  }

  openAt({ className, object }: Subject): readonly OpenConductors[] {
    return this.opened.get(`${className}.${object.id}`) ?? [];
  }

  /** Names of an element's shapes, which go into the circuit with them. */
  shapeNames(subject: Subject, shapes: ElementShapes): ShapeNames {
    const names: Record<string, string> = {};
    for (const kind of ['yearly', 'daily', 'duty'] as const) {
      const shape = shapes[kind];
      if (shape !== undefined && this.take(subject, kind, shape)) names[kind] = shape.id;
    }
    return names;
  }

  private take(subject: Subject, kind: CircuitStudy['mode'], shape: LoadShapeObject): boolean {
    if (this.shapes.has(shape.id)) return true;
    const made = circuitShape(shape);
    if (made !== undefined) {
      this.shapes.set(shape.id, made);
      return true;
    }
    if (this.broken.has(shape)) return false;
    this.broken.add(shape);
    this[this.mode === kind ? 'error' : 'warning'](
      { className: 'loadshape', object: shape },
      {
        code: 'dss-shape',
        message: `LoadShape.${shape.id} has no points, or times that are not evenly spaced; ${subject.className}.${subject.object.id} cannot follow it.`,
        remedy: 'Give values at a fixed interval.',
      },
    );
    return false;
  }
}

export interface ElementShapes {
  readonly yearly: LoadShapeObject | undefined;
  readonly daily: LoadShapeObject | undefined;
  readonly duty: LoadShapeObject | undefined;
}

function finding({ className, object }: Subject, trouble: Trouble) {
  const { code, property, value, message, remedy } = trouble;
  const field = [className, object.id, property].filter((part) => part !== undefined).join('.');
  return {
    code,
    field,
    message,
    remedy,
    place: object.place,
    ...(value === undefined ? {} : { value: String(value) }),
  };
}

/** Undefined without points, or with times that are not evenly spaced. */
export function circuitShape(shape: LoadShapeObject): CircuitShape | undefined {
  const intervalH = shape.intervalH > 0 ? shape.intervalH : spacing(shape.hours, shape.p.length);
  if (shape.p.length === 0 || !(intervalH > 0)) return undefined;
  const { id, useActual: actual } = shape;
  const q = shape.q === undefined ? {} : { q: Float64Array.from(shape.p, (_, i) => shape.q![i] ?? 0) };
  return { id, intervalS: intervalH * 3600, p: Float64Array.from(shape.p), ...q, actual };
}

/** Interval of times d, 2 d, 3 d ..; NaN if they are no such row. */
function spacing(hours: readonly number[], count: number): number {
  const first = hours[0] ?? NaN;
  if (hours.length < count) return NaN;
  for (let i = 1; i < count; i++) if (Math.abs(hours[i]! - (i + 1) * first) > 1e-6 * first) return NaN;
  return first;
}
