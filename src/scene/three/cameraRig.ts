import { type PerspectiveCamera, Vector3 } from 'three';
import { homeView } from './framing';

interface Pose {
  x: number;
  y: number;
  z: number;
  distanceM: number;
  /** Direction the camera looks to, clockwise from north. */
  azimuthRad: number;
  /** 0 looks straight down, pi/2 along the ground. */
  polarRad: number;
}

const MIN_POLAR = 0.02;
const MAX_POLAR = 1.47;
const SETTLE_PER_S = 9;
const SETTLED = 1e-3;

/** Orbit camera over flat ground, z up. Wishes change the goal; `tick` follows it and says whether it still moves. */
export class CameraRig {
  private goal: Pose;
  private now: Pose;
  private homePose: Pose;
  private readonly watchers = new Set<() => void>();
  private toldRad = Number.NaN;
  /** No easing when motion is to be reduced. */
  immediate = false;

  constructor(
    readonly camera: PerspectiveCamera,
    private readonly radiusM: number,
    /** x, y, z of what the first view holds. */
    private readonly subject: Float64Array,
  ) {
    camera.up.set(0, 0, 1);
    this.homePose = { z: 0, ...homeView(subject, (camera.fov * Math.PI) / 180, 1.4) };
    this.goal = { ...this.homePose };
    this.now = { ...this.homePose };
    this.apply();
  }

  /** A new shape of the canvas changes the first view, and the picture with it as long as nobody has moved. */
  fit(aspect: number): void {
    const atHome = KEYS.every((key) => this.goal[key] === this.homePose[key]);
    this.homePose = { z: 0, ...homeView(this.subject, (this.camera.fov * Math.PI) / 180, aspect) };
    if (atHome) this.home(true);
  }

  get distanceM(): number {
    return this.now.distanceM;
  }

  get headingRad(): number {
    return this.now.azimuthRad;
  }

  watchHeading(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  orbit(azimuthRad: number, polarRad: number): void {
    this.goal.azimuthRad += azimuthRad;
    this.goal.polarRad = clamp(this.goal.polarRad + polarRad, MIN_POLAR, MAX_POLAR);
  }

  pan(right: number, forward: number): void {
    const { azimuthRad, distanceM } = this.goal;
    const sin = Math.sin(azimuthRad);
    const cos = Math.cos(azimuthRad);
    this.moveTo(
      this.goal.x + (right * cos + forward * sin) * distanceM,
      this.goal.y + (-right * sin + forward * cos) * distanceM,
    );
  }

  /** `anchor` stays under the pointer. */
  zoom(factor: number, anchor?: readonly [number, number]): void {
    const before = this.goal.distanceM;
    this.goal.distanceM = clamp(before / factor, 25, this.radiusM * 5);
    if (!anchor) return;
    const share = 1 - this.goal.distanceM / before;
    this.moveTo(
      this.goal.x + (anchor[0] - this.goal.x) * share,
      this.goal.y + (anchor[1] - this.goal.y) * share,
    );
  }

  home(immediate = false): void {
    this.goal = { ...this.homePose };
    this.unwind();
    if (immediate) this.snap();
  }

  top(): void {
    this.goal.polarRad = MIN_POLAR;
  }

  north(): void {
    this.goal.azimuthRad = 0;
    this.unwind();
  }

  flyTo(x: number, y: number, distanceM: number): void {
    this.moveTo(x, y);
    this.goal.distanceM = Math.max(60, distanceM);
  }

  snap(): void {
    this.now = { ...this.goal };
    this.apply();
  }

  /** Moves towards the goal; true while another frame is needed. */
  tick(dtS: number): boolean {
    const share = this.immediate ? 1 : 1 - Math.exp(-SETTLE_PER_S * Math.min(dtS, 0.1));
    let rest = 0;
    for (const key of KEYS) {
      const gap = this.goal[key] - this.now[key];
      this.now[key] += gap * share;
      rest = Math.max(rest, Math.abs(gap * (1 - share)) / (ANGLES.has(key) ? 1 : this.now.distanceM));
    }
    if (rest < SETTLED) this.now = { ...this.goal };
    this.apply();
    return rest >= SETTLED;
  }

  private moveTo(x: number, y: number): void {
    const reach = this.radiusM * 1.6;
    this.goal.x = clamp(x, this.homePose.x - reach, this.homePose.x + reach);
    this.goal.y = clamp(y, this.homePose.y - reach, this.homePose.y + reach);
  }

  /** The shorter way round. */
  private unwind(): void {
    const turn = 2 * Math.PI;
    this.now.azimuthRad -= Math.round((this.now.azimuthRad - this.goal.azimuthRad) / turn) * turn;
  }

  private apply(): void {
    const { x, y, z, distanceM, azimuthRad, polarRad } = this.now;
    const level = Math.sin(polarRad) * distanceM;
    this.camera.position.set(
      x - Math.sin(azimuthRad) * level,
      y - Math.cos(azimuthRad) * level,
      z + Math.cos(polarRad) * distanceM,
    );
    this.camera.lookAt(TARGET.set(x, y, z));
    this.camera.near = Math.max(1, distanceM * 0.02);
    this.camera.far = distanceM * 4 + this.radiusM * 14;
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
    if (azimuthRad === this.toldRad) return;
    this.toldRad = azimuthRad;
    for (const changed of this.watchers) changed();
  }
}

const TARGET = new Vector3();
const KEYS = ['x', 'y', 'z', 'distanceM', 'azimuthRad', 'polarRad'] as const;
const ANGLES: ReadonlySet<string> = new Set(['azimuthRad', 'polarRad']);
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
