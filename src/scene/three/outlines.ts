import { Group, type BufferGeometry } from 'three';
import type { Building } from '../../model/building';
import type { Theme } from '../../state/display';
import type { SceneState, Target } from '../types';
import { GroupOutline } from './groupOutline';
import { BuildingOutline } from './outlineLayer';

/** Outlines of buildings: the selected one, the one under the pointer, and those that are marked together. */
export class Outlines {
  readonly group = new Group();
  private readonly selected: BuildingOutline;
  private readonly hovered: BuildingOutline;
  private readonly marked: GroupOutline;

  constructor(
    geometries: readonly BufferGeometry[],
    buildings: readonly Building[],
    private readonly rowOfBuilding: ReadonlyMap<string, number>,
  ) {
    this.selected = new BuildingOutline(geometries, true);
    this.hovered = new BuildingOutline(geometries, false);
    this.marked = new GroupOutline(buildings);
    this.group.add(this.marked.group, this.selected.group, this.hovered.group);
  }

  show(state: SceneState, before: SceneState | null): void {
    this.selected.show(this.rowOf(state.selection));
    this.hovered.show(this.rowOf(state.hovered));
    if (before?.marked !== state.marked) this.marked.show(this.rowsOf(state.marked));
  }

  frame(width: number, height: number, theme: Theme): void {
    for (const each of this.all) each.frame(width, height, theme);
  }

  detail(pixelsPerM: number): void {
    this.marked.detail(pixelsPerM);
  }

  /** Ends of the drawn segments: x, y, z twice each, outline by outline. */
  get segments(): readonly ArrayLike<number>[] {
    return this.all.map(({ segments }) => segments);
  }

  dispose(): void {
    for (const each of this.all) each.dispose();
  }

  rowOf(target: Target | null): number {
    return target?.kind === 'building' ? (this.rowOfBuilding.get(target.id) ?? -1) : -1;
  }

  private get all(): readonly [BuildingOutline, BuildingOutline, GroupOutline] {
    return [this.selected, this.hovered, this.marked];
  }

  private rowsOf(marked: SceneState['marked']): readonly number[] {
    if (marked?.kind !== 'building') return [];
    return marked.ids.flatMap((id) => this.rowOfBuilding.get(id) ?? []);
  }
}
