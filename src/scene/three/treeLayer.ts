import {
  BufferGeometry,
  Color,
  CylinderGeometry,
  Float32BufferAttribute,
  IcosahedronGeometry,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three';
import { DATA_WORLD, type Theme } from '../../state/display';
import type { TreeSite } from './treeSites';

const GREENS: readonly Color[] = ['#6F8B4E', '#7E9A57', '#8DA562', '#63804A', '#98A860'].map(
  (hex) => new Color(hex),
);

const FAR_PX_PER_M = 0.2;
const SUMMER = new Color(1, 1, 1);
const WINTER = new Color(1.05, 0.64, 0.9);
/** Colours multiply those of the leaves. */
const BARK = new Color(0.95, 0.6, 0.65);
const CROWN_LOW = 0.62;
/** A tree of height h has its crown's middle at 0.58 h and half its height 0.44 h: the ground lies at -0.58 / 0.44. */
const GROUND = -0.58 / 0.44;

/** A crown that is not quite round, darker below, on a trunk; radius and half height one. */
function treeGeometry(): BufferGeometry {
  const crown = new IcosahedronGeometry(1, 1);
  const trunk = new CylinderGeometry(0.09, 0.13, -0.5 - GROUND, 5, 1, true).toNonIndexed();
  trunk.rotateX(Math.PI / 2).translate(0, 0, (GROUND - 0.5) / 2);
  const position = [...crown.getAttribute('position').array, ...trunk.getAttribute('position').array];
  const crownCorners = crown.getAttribute('position').count;
  const colour: number[] = [];
  for (let at = 0; at < position.length / 3; at += 1) {
    const [x, y, z] = [position[at * 3]!, position[at * 3 + 1]!, position[at * 3 + 2]!];
    if (at >= crownCorners) colour.push(BARK.r, BARK.g, BARK.b);
    else {
      const bulge = 1 + 0.13 * Math.sin(5.1 * x + 1.3) * Math.cos(4.3 * y - 0.4 + 2.2 * z);
      position.splice(at * 3, 3, x * bulge, y * bulge, z * bulge);
      const light = CROWN_LOW + (1.08 - CROWN_LOW) * (0.5 + 0.5 * z);
      colour.push(light, light, light);
    }
  }
  crown.dispose();
  trunk.dispose();
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('color', new Float32BufferAttribute(colour, 3));
  geometry.computeVertexNormals();
  return geometry;
}

/** Simple round crowns, instanced; they frame the houses and never carry a colour that means something. */
export class TreeLayer {
  readonly mesh: InstancedMesh<BufferGeometry, MeshLambertMaterial | MeshBasicMaterial>;
  private wanted = true;
  private isFar = false;
  private readonly lit = new MeshLambertMaterial({ flatShading: true, vertexColors: true });
  private readonly plain = new MeshBasicMaterial({ toneMapped: false, depthWrite: false });

  /** `rich`: they stay while the grid is shown. */
  constructor(
    private readonly sites: readonly TreeSite[],
    private readonly rich: boolean,
  ) {
    this.mesh = new InstancedMesh<BufferGeometry, MeshLambertMaterial | MeshBasicMaterial>(
      treeGeometry(),
      this.lit,
      sites.length,
    );
    const matrix = new Matrix4();
    const turn = new Quaternion();
    const up = new Vector3(0, 0, 1);
    sites.forEach((site, at) => {
      const width = site.heightM * (0.3 + 0.08 * site.tint);
      turn.setFromAxisAngle(up, site.tint * 6.28);
      matrix.compose(
        new Vector3(site.x, site.y, site.heightM * 0.58),
        turn,
        new Vector3(width, width * 0.94, site.heightM * 0.44),
      );
      this.mesh.setMatrixAt(at, matrix);
    });
    this.mesh.computeBoundingSphere();
  }

  dress(look: 'scene' | 'data', theme: Theme, ghost: boolean): void {
    const scene = look === 'scene';
    this.wanted = !ghost || (scene && this.rich);
    this.mesh.visible = this.wanted && !this.isFar;
    this.mesh.material = scene ? this.lit : this.plain;
    this.mesh.castShadow = scene;
    // Washed trees are painted before the buildings and leave no depth: no crown may cover a data colour.
    this.mesh.renderOrder = scene ? 0 : -1;
    const wash = new Color(DATA_WORLD[theme].tree);
    this.sites.forEach((site, at) => {
      this.mesh.setColorAt(at, scene ? GREENS[Math.floor(site.tint * GREENS.length)]! : wash);
    });
    if (this.mesh.instanceColor) this.mesh.instanceColor.needsUpdate = true;
  }

  /** Leaves turn brown towards winter. */
  setSeason(winter: number): void {
    this.lit.color.copy(SUMMER).lerp(WINTER, winter);
  }

  /** From afar a crown is smaller than a pixel or two. True where the crowns have come or gone. */
  detail(pixelsPerM: number): boolean {
    const wasFar = this.isFar;
    this.isFar = pixelsPerM < FAR_PX_PER_M;
    this.mesh.visible = this.wanted && !this.isFar;
    return this.wanted && this.isFar !== wasFar;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.dispose();
    this.lit.dispose();
    this.plain.dispose();
  }
}
