import {
  BoxGeometry,
  Color,
  Group,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three';
import { orientFootprint } from '../../geometry/polygon';
import type { Building, Point } from '../../model/building';
import type { PaintIndex } from './split';

/** From here on, pixels a metre, a box of one metre is seen. */
const NEAR_PX_PER_M = 0.8;

interface Kind {
  readonly isOn: (building: Building) => boolean;
  /** Along the wall, away from it, upwards: metres. */
  readonly size: readonly [number, number, number];
  /** Where along the longest wall, and how far before it. */
  readonly along: number;
  readonly beforeM: number;
  readonly colour: Color;
}

/** What measures put before a house: outdoor unit of an air-source heat pump, charging post, battery cabinet. */
const KINDS: readonly Kind[] = [
  {
    isOn: ({ heating }) => heating === 'airHeatPump',
    ...{ size: [1.5, 0.7, 1.5], along: 0.3, beforeM: 0.9, colour: new Color('#E8ECEE') },
  },
  {
    isOn: ({ vehicles }) => (vehicles?.count ?? 0) > 0,
    ...{ size: [0.5, 0.4, 1.9], along: 0.75, beforeM: 2.4, colour: new Color('#1E6FA8') },
  },
  {
    isOn: ({ battery }) => battery !== undefined,
    ...{ size: [1.2, 0.6, 1.9], along: 0.5, beforeM: 0.6, colour: new Color('#3F7D5A') },
  },
];

/** Boxes before the houses, by scenario; drawn near by, in the Scene look. */
export class EquipmentLayer {
  readonly group = new Group();
  private readonly geometry = new BoxGeometry(1, 1, 1);
  private readonly material = new MeshLambertMaterial();
  private readonly meshes: Record<PaintIndex, InstancedMesh | null> = { 0: null, 1: null };
  private readonly shown: Record<PaintIndex, readonly Building[] | null> = { 0: null, 1: null };
  private isScene = false;
  private isNear = false;
  private paint: PaintIndex = 0;

  constructor(private readonly buildings: readonly Building[]) {}

  /** True where other boxes stand now. */
  fit(paint: PaintIndex, buildings: readonly Building[] | null): boolean {
    const shown = buildings ?? this.buildings;
    if (this.shown[paint] === shown) return false;
    this.shown[paint] = shown;
    const boxes = shown.flatMap((building) =>
      KINDS.filter(({ isOn }) => isOn(building)).map((kind) => ({ building, kind })),
    );
    const before = this.meshes[paint];
    if (before) this.group.remove(before.clear());
    before?.dispose();
    const mesh = new InstancedMesh(this.geometry, this.material, Math.max(1, boxes.length));
    mesh.count = boxes.length;
    boxes.forEach(({ building, kind }, at) => {
      mesh.setMatrixAt(at, placeOf(building, kind));
      mesh.setColorAt(at, kind.colour);
    });
    mesh.frustumCulled = false;
    mesh.castShadow = true;
    mesh.receiveShadow = true;
    this.meshes[paint] = mesh;
    this.group.add(mesh);
    this.show();
    return true;
  }

  dress(look: 'scene' | 'data'): void {
    this.isScene = look === 'scene';
    this.show();
  }

  /** True where the boxes have come or gone. */
  detail(pixelsPerM: number): boolean {
    const wasNear = this.isNear;
    this.isNear = pixelsPerM > NEAR_PX_PER_M;
    this.show();
    return this.isScene && this.isNear !== wasNear;
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.paint = paint;
    this.show();
  }

  dispose(): void {
    for (const mesh of [this.meshes[0], this.meshes[1]]) mesh?.dispose();
    this.geometry.dispose();
    this.material.dispose();
  }

  private show(): void {
    for (const paint of [0, 1] as const) {
      const mesh = this.meshes[paint];
      if (mesh) mesh.visible = this.isScene && this.isNear && paint === this.paint && mesh.count > 0;
    }
  }
}

const UP = new Vector3(0, 0, 1);

function placeOf({ footprint }: Building, { size, along, beforeM }: Kind): Matrix4 {
  const ring = orientFootprint(footprint).outer;
  const lengthOf = (at: number): number => distanceM(ring[at]!, ring[(at + 1) % ring.length]!);
  const wall = ring.reduce((longest, _, at) => (lengthOf(at) > lengthOf(longest) ? at : longest), 0);
  const from = ring[wall]!;
  const to = ring[(wall + 1) % ring.length]!;
  const lengthM = lengthOf(wall) || 1;
  const [ux, uy] = [(to[0] - from[0]) / lengthM, (to[1] - from[1]) / lengthM];
  const x = from[0] + ux * lengthM * along + uy * beforeM;
  const y = from[1] + uy * lengthM * along - ux * beforeM;
  const turn = new Quaternion().setFromAxisAngle(UP, Math.atan2(uy, ux));
  return new Matrix4().compose(new Vector3(x, y, size[2] / 2), turn, new Vector3(...size));
}

const distanceM = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
