import {
  Color,
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

/** Simple round crowns, instanced; they frame the houses and never carry a colour that means something. */
export class TreeLayer {
  readonly mesh: InstancedMesh<IcosahedronGeometry, MeshLambertMaterial | MeshBasicMaterial>;
  private wanted = true;
  private isFar = false;
  private readonly lit = new MeshLambertMaterial({ flatShading: true });
  private readonly plain = new MeshBasicMaterial({ toneMapped: false, depthWrite: false });

  constructor(private readonly sites: readonly TreeSite[]) {
    this.mesh = new InstancedMesh<IcosahedronGeometry, MeshLambertMaterial | MeshBasicMaterial>(
      new IcosahedronGeometry(1, 1),
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
    this.wanted = !ghost && (scene || this.sites.length < 4000);
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

  /** From afar a crown is smaller than a pixel or two. */
  detail(pixelsPerM: number): void {
    this.isFar = pixelsPerM < FAR_PX_PER_M;
    this.mesh.visible = this.wanted && !this.isFar;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.dispose();
    this.lit.dispose();
    this.plain.dispose();
  }
}
