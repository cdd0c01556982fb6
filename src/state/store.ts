import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from './appState';
import { NO_BUILDING_WORK } from './building/types';
import { startHistory } from './history';

export type AppStore = StoreApi<AppState>;

/** The evening of a January Tuesday: something to see before anybody has moved the time. */
const FIRST_STEP = 15 * 24 + 18;

export function createAppStore(): AppStore {
  return createStore<AppState>(() => ({
    phase: 'loading',
    loaded: null,
    issues: [],
    importing: null,
    history: startHistory({ baseEdits: [], scenarios: [] }),
    project: null,
    told: null,
    activeId: 'baseline',
    runs: {},
    previews: {},
    showsBaseline: false,
    stepS: 3600,
    step: FIRST_STEP,
    playing: false,
    variable: 'loading',
    look: 'data',
    theme: 'system',
    view: 'map',
    oneLineAt: null,
    mode: 'plan',
    language: 'en',
    tableKind: 'transformer',
    showGrid: true,
    showsFlow: false,
    besideId: null,
    besideKind: 'swipe',
    divide: 0.5,
    classFilter: null,
    evidenceAttribute: 'use',
    notice: null,
    selection: null,
    hovered: null,
    marked: null,
    markTool: null,
    markKind: 'building',
    markHow: 'only',
    group: null,
    cameraKey: 0,
    cameraTo: null,
    weeks: {},
    attribution: null,
    buildingYears: {},
    wayOut: null,
    showsWayOut: false,
    connect: null,
    connectAt: null,
    comparison: null,
    wishes: null,
    difference: null,
    tornado: null,
    hosting: null,
    scorecard: null,
    timeline: null,
    present: null,
    isProjector: false,
    building: NO_BUILDING_WORK,
    announcement: '',
    offline: 'unknown',
  }));
}
