import { useMemo } from 'react';
import type { Building } from '../../model/building';
import {
  buildingStateOf,
  statesShown,
  useAppParts,
  useAppStore,
  type AppState,
  type BuildingState,
} from '../../state';

/** The present and every package of a building; assembled again only where something of them has changed. */
export function useStates(building: Building): readonly BuildingState[] {
  const store = useAppStore();
  const parts = useAppParts((state: AppState) => [
    ...[
      state.history,
      state.runs,
      state.previews,
      state.building.years,
      state.building.failedYears,
      state.loaded,
      state.stepS,
    ],
  ]);
  return useMemo(() => {
    void parts;
    const state = store.getState();
    return statesShown(state, building.id).flatMap((id): readonly BuildingState[] => {
      const shown = buildingStateOf(state, id, building.id);
      return shown === null ? [] : [shown];
    });
  }, [store, parts, building.id]);
}
