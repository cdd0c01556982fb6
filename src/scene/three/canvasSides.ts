import type { WebGLRenderer } from 'three';
import { sideAt, sidesOf, type Division, type PaintIndex, type Side } from './split';

/** How the canvas is shared now, and the drawing of each side with its own paint. */
export class CanvasSides {
  all: readonly Side[] = sidesOf(null, 1);

  divide(division: Division | null, widthPx: number): void {
    this.all = sidesOf(division, widthPx);
  }

  /** The side of the scenario on screen. */
  get shown(): Side {
    return this.all[this.all.length - 1]!;
  }

  at(x: number): Side {
    return sideAt(this.all, x);
  }

  /** Width that every side has to show things in. */
  narrowestPx(division: Division | null, widthPx: number): number {
    if (division?.kind !== 'pair') return widthPx;
    return Math.max(1, Math.min(...this.all.map(({ fromPx, toPx }) => toPx - fromPx)));
  }

  /** One picture, or two side by side: the same camera, cut where they meet. */
  draw(renderer: WebGLRenderer, render: (paint: PaintIndex) => void): void {
    if (this.all.length === 1) return render(0);
    // By the canvas' own pixels: of a fraction of one, three rounds here what it cuts off for a picture alone.
    const ratio = renderer.getPixelRatio();
    const width = renderer.domElement.width / ratio;
    const height = renderer.domElement.height / ratio;
    renderer.setScissorTest(true);
    for (const { paint, fromPx, toPx, shiftPx } of this.all) {
      renderer.setViewport(shiftPx, 0, width, height);
      renderer.setScissor(fromPx, 0, toPx - fromPx, height);
      render(paint);
    }
    renderer.setScissorTest(false);
    renderer.setViewport(0, 0, width, height);
  }
}
