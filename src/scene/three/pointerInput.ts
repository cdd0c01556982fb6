import type { Target } from '../types';
import { VIEW_DEG } from './framing';
import type { World } from './World';

export interface PointerWishes {
  /** `several`: with Shift, Control or Command held. */
  readonly onPick: (target: Target | null, several: boolean) => void;
  readonly onHover: (target: Target | null) => void;
  readonly invalidate: () => void;
}

const CLICK_PX = 5;
const TURN_PER_PX = 0.006;
/** Half the way of one finger, in camera distances: twice the tangent of half the angle of view make the canvas's height. */
const PAN_PER_HEIGHT = 0.5 * 2 * Math.tan((VIEW_DEG * Math.PI) / 360);

interface Finger {
  readonly x: number;
  readonly y: number;
}

/**
 * Pointer and keyboard on the canvas. Drag turns, right drag or Shift moves, wheel or pinch zooms to the pointer; arrows,
 * plus, minus and Home do the same without a pointer. Nothing here is the only way: the panels have buttons.
 */
export class PointerInput {
  private readonly down = new Map<number, Finger>();
  private travelledPx = 0;
  private hoverFrame = 0;
  private readonly listeners = new AbortController();

  constructor(
    private readonly canvas: HTMLElement,
    private readonly world: World,
    private readonly wishes: PointerWishes,
  ) {
    const { signal } = this.listeners;
    canvas.addEventListener('pointerdown', this.onDown, { signal });
    canvas.addEventListener('pointermove', this.onMove, { signal });
    canvas.addEventListener('pointerup', this.onUp, { signal });
    canvas.addEventListener('pointercancel', this.onCancel, { signal });
    canvas.addEventListener('pointerleave', () => this.wishes.onHover(null), { signal });
    canvas.addEventListener('wheel', this.onWheel, { signal, passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    canvas.addEventListener('keydown', this.onKey, { signal });
  }

  dispose(): void {
    this.listeners.abort();
    cancelAnimationFrame(this.hoverFrame);
  }

  private readonly onDown = (event: PointerEvent): void => {
    this.canvas.setPointerCapture(event.pointerId);
    this.canvas.focus({ preventScroll: true });
    if (this.down.size === 0) this.travelledPx = 0;
    this.down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  private readonly onMove = (event: PointerEvent): void => {
    const last = this.down.get(event.pointerId);
    if (!last) return this.hover(event);
    const dx = event.clientX - last.x;
    const dy = event.clientY - last.y;
    this.travelledPx += Math.abs(dx) + Math.abs(dy);
    const { rig } = this.world;
    const height = Math.max(1, this.canvas.clientHeight);
    if (this.down.size === 2) {
      const other = [...this.down].find(([id]) => id !== event.pointerId)![1];
      this.pinch(other, last, { x: event.clientX, y: event.clientY });
    } else if (event.buttons === 2 || event.buttons === 4 || event.shiftKey) {
      rig.pan(-dx / height, dy / height);
    } else {
      rig.orbit(dx * TURN_PER_PX, -dy * TURN_PER_PX);
    }
    this.down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.wishes.invalidate();
  };

  /** One of two fingers moves: closer or farther about what lies between them, which goes where they go. */
  private pinch(still: Finger, from: Finger, to: Finger): void {
    const { rig } = this.world;
    const before = Math.hypot(from.x - still.x, from.y - still.y);
    const after = Math.hypot(to.x - still.x, to.y - still.y);
    const between = { clientX: (from.x + still.x) / 2, clientY: (from.y + still.y) / 2 };
    const anchor = this.world.sight.groundAt(...this.local(between));
    if (before > 4 && after > 4) rig.zoom(after / before, anchor ?? undefined);
    const height = Math.max(1, this.canvas.clientHeight);
    rig.pan(((from.x - to.x) / height) * PAN_PER_HEIGHT, ((to.y - from.y) / height) * PAN_PER_HEIGHT);
  }

  private readonly onUp = (event: PointerEvent): void => {
    const alone = this.down.size === 1;
    this.down.delete(event.pointerId);
    if (alone && this.travelledPx < CLICK_PX && event.button === 0) {
      const several = event.shiftKey || event.ctrlKey || event.metaKey;
      const at = this.local(event);
      if (several || !this.world.openCluster(...at))
        this.wishes.onPick(this.world.sight.pick(...at), several);
    }
  };

  private readonly onCancel = (event: PointerEvent): void => {
    this.down.delete(event.pointerId);
  };

  private readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const step = event.deltaMode === 1 ? event.deltaY * 18 : event.deltaY;
    const anchor = this.world.sight.groundAt(...this.local(event));
    this.world.rig.zoom(Math.exp(-step * 0.0016), anchor ?? undefined);
    this.wishes.invalidate();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return this.canvas.blur();
    const { rig } = this.world;
    const move = event.shiftKey;
    switch (event.key) {
      case 'ArrowLeft':
        if (move) rig.pan(-0.08, 0);
        else rig.orbit(-0.12, 0);
        break;
      case 'ArrowRight':
        if (move) rig.pan(0.08, 0);
        else rig.orbit(0.12, 0);
        break;
      case 'ArrowUp':
        if (move) rig.pan(0, 0.08);
        else rig.orbit(0, -0.08);
        break;
      case 'ArrowDown':
        if (move) rig.pan(0, -0.08);
        else rig.orbit(0, 0.08);
        break;
      case '+':
      case '=':
        rig.zoom(1.25);
        break;
      case '-':
      case '_':
        rig.zoom(0.8);
        break;
      case 'Home':
        rig.home();
        break;
      default:
        return;
    }
    event.preventDefault();
    this.wishes.invalidate();
  };

  /** At most one look per frame. */
  private hover(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const at = this.local(event);
    cancelAnimationFrame(this.hoverFrame);
    this.hoverFrame = requestAnimationFrame(() => this.wishes.onHover(this.world.sight.pick(...at)));
  }

  private local(event: { clientX: number; clientY: number }): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}
