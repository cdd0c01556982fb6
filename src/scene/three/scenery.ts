import { Group } from 'three';
import type { District } from '../../model/district';
import type { SceneState } from '../types';
import type { AirUniforms } from './air';
import type { ContactShade } from './contactShade';
import { winterAt, type Daylight } from './daylight';
import { EquipmentLayer } from './equipmentLayer';
import type { Extent } from './extent';
import { GroundLayer } from './groundLayer';
import { LampLayer, lampPlaces } from './lampLayer';
import type { PaintIndex } from './split';
import { TreeLayer } from './treeLayer';
import { placeTrees } from './treeSites';

const TREE_LIMIT = 1500;
/** Where a graphics card draws, with the bushes of the gardens. */
const RICH_TREE_LIMIT = 4500;

/** What stands around the houses: ground, trees, lamps, and what measures have put before them. */
export class Scenery {
  readonly group = new Group();
  private readonly ground: GroundLayer;
  private readonly trees: TreeLayer;
  private readonly lamps: LampLayer;
  private readonly equipment: EquipmentLayer;

  /** `rich`: a graphics card draws. */
  constructor(district: District, extent: Extent, rich: boolean, air: AirUniforms) {
    this.ground = new GroundLayer(district, extent, rich, air);
    this.trees = new TreeLayer(placeTrees(district, rich ? RICH_TREE_LIMIT : TREE_LIMIT, rich), rich);
    this.lamps = new LampLayer(rich ? lampPlaces(district.streets) : []);
    this.equipment = new EquipmentLayer(district.buildings);
    this.group.add(this.ground.group, this.lamps.group, this.trees.mesh, this.equipment.group);
  }

  setShade(shade: ContactShade): void {
    this.ground.setShade(shade);
  }

  dress({ look, theme, showGrid }: SceneState): void {
    this.ground.dress(look, theme);
    this.trees.dress(look, theme, showGrid);
    this.lamps.dress(look);
    this.equipment.dress(look);
  }

  setHour(daylight: Daylight, { hour, site }: SceneState): void {
    const winter = winterAt(hour.dayOfYear, site.latitudeDeg);
    this.ground.setHour(daylight, winter);
    this.trees.setSeason(winter);
    this.lamps.setHour(daylight.night);
  }

  /** True where other things cast a shadow now. */
  fit(paint: PaintIndex, buildings: SceneState['buildings']): boolean {
    return this.equipment.fit(paint, buildings);
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.equipment.wear(paint);
  }

  /** Whether the canvas has to be cleared with the ground, see `GroundLayer`, and whether other things cast a shadow now. */
  detail(pixelsPerM: number): { readonly clearsWithGround: boolean; readonly castsAnew: boolean } {
    const haveTreesChanged = this.trees.detail(pixelsPerM);
    const haveBoxesChanged = this.equipment.detail(pixelsPerM);
    this.lamps.detail(pixelsPerM);
    return {
      clearsWithGround: this.ground.detail(pixelsPerM),
      castsAnew: haveTreesChanged || haveBoxesChanged,
    };
  }

  dispose(): void {
    for (const part of [this.ground, this.trees, this.lamps, this.equipment]) part.dispose();
  }
}
