import type { LabelRequest, Target } from '../types';

const LIMIT = 15;
const GAP_PX = 4;
/** Height of a label's anchor above its element. */
const LIFT_PX = 26;

interface Placed {
  readonly element: HTMLElement;
  readonly target: Target;
  readonly width: number;
  readonly height: number;
}

type Project = (target: Target) => { x: number; y: number; inFront: boolean } | null;

/**
 * Text beside elements, in the DOM: first come, first placed; whoever would cover an earlier one is left out. Says nothing
 * the table does not say, so it is hidden from screen readers. Looks come from the class `city-label`.
 */
export class LabelLayer {
  private placed: readonly Placed[] = [];
  private requests: readonly LabelRequest[] = [];

  constructor(private readonly host: HTMLElement) {
    host.setAttribute('aria-hidden', 'true');
  }

  /** A layer in an element of its own, beside others in the same host. */
  static within(host: HTMLElement): LabelLayer {
    const own = document.createElement('div');
    host.append(own);
    return new LabelLayer(own);
  }

  set(requests: readonly LabelRequest[]): void {
    if (requests === this.requests) return;
    this.requests = requests;
    const elements = requests.slice(0, LIMIT).map(({ text }) => {
      const element = document.createElement('span');
      element.className = 'city-label';
      element.textContent = text;
      Object.assign(element.style, { position: 'absolute', left: '0', top: '0', whiteSpace: 'nowrap' });
      return element;
    });
    this.host.replaceChildren(...elements);
    this.placed = elements.map((element, at) => ({
      element,
      target: requests[at]!.target,
      width: element.offsetWidth,
      height: element.offsetHeight,
    }));
  }

  /** After the camera: one transform per label. */
  place(project: Project): void {
    const boxes: [x: number, y: number, width: number, height: number][] = [];
    for (const { element, target, width, height } of this.placed) {
      const point = project(target);
      const x = Math.round((point?.x ?? 0) - width / 2);
      const y = Math.round((point?.y ?? 0) - height - LIFT_PX);
      const free =
        point?.inFront === true &&
        boxes.every(
          ([bx, by, bw, bh]) =>
            x > bx + bw + GAP_PX ||
            x + width + GAP_PX < bx ||
            y > by + bh + GAP_PX ||
            y + height + GAP_PX < by,
        );
      element.style.visibility = free ? 'visible' : 'hidden';
      if (!free) continue;
      element.style.transform = `translate(${String(x)}px, ${String(y)}px)`;
      boxes.push([x, y, width, height]);
    }
  }

  dispose(): void {
    this.host.remove();
  }
}
