import type { Attribution, BuildingYear, Progress, RunResult, Week } from '../engine/contract';
import type { OneLinePlace } from '../geometry/oneLine';
import type { ImportReport } from '../io';
import type { EvidenceAttribute } from '../model/building';
import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import type { Language } from '../words';
import type { BuildingWork } from './building/types';
import type { Variable } from './display';
import type { History } from './history';
import type { ImportOffer } from './imports/offer';
import type { ReplacedWork } from './imports/replaced';
import type { GroupStudy } from './marked/groupStudy';
import type { Marked, MarkedKind, MarkHow, MarkTool } from './marked/marked';
import type { ScenarioPreview } from './previews';
import type { PresentState } from './present/presentState';
import type { OpenProject, Told } from './projects';
import type { Wishes } from '../study/comparison';
import type { CountedFigures } from './strip/counted';
import type { StripLevel } from './strip/strip';
import type { ComparisonStudy } from './studies/comparisonStudy';
import type { ConnectStudy } from './studies/connectStudy';
import type { DifferenceStudy } from './studies/differenceStudy';
import type { LateName } from './studies/missing';
import type { HostingStudy, NodesStudy } from './studies/hostingStudy';
import type { PeaksStudy } from './studies/peaksStudy';
import type { TimelineStudy } from './studies/timelineStudy';
import type { TornadoStudy } from './studies/tornadoStudy';
import type { WayOutStudy } from './studies/wayOutStudy';

export type { Attribution, BuildingYear, Contributor, Progress, RunResult, Week } from '../engine/contract';

export type Look = 'scene' | 'data';
export type ThemeChoice = 'system' | 'light' | 'dark';
export type View = 'map' | 'oneLine' | 'table';
export type BesideKind = 'swipe' | 'pair';
/** Plan: scenarios of the district. Building: one building and its connection. Present: for a room. */
export type Mode = 'plan' | 'building' | 'present';
export type TableKind = 'building' | 'transformer' | 'line';

/** A finished run that nobody has looked at yet: the result comes to the user. */
export interface Notice {
  readonly scenarioId: string;
  readonly text: string;
  /** Has been on the map long enough to be read: now it is one button beside the state of the runs. */
  readonly isParked?: boolean;
}

/** An element somebody looks at. */
export interface Selection {
  readonly kind: TableKind | 'bus';
  readonly id: string;
}

/** Who causes a load, in the year of a scenario. */
export interface ScenarioAttribution extends Attribution {
  readonly scenarioId: string;
}

/** What is known of one scenario's year. A `stale` result belongs to older inputs and is kept on screen, marked. */
export interface ScenarioRun {
  readonly status: 'waiting' | 'running' | 'ready' | 'stale' | 'cancelled' | 'failed';
  readonly progress: Progress | null;
  readonly result: RunResult | null;
  readonly issues: readonly Issue[];
}

/** The district on screen with the weather it runs on. */
export interface LoadedDistrict {
  readonly district: District;
  readonly sha256: string;
  readonly weather: WeatherYear;
  readonly report: ImportReport | null;
}

export interface AppState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly loaded: LoadedDistrict | null;
  /** Problems of loading or importing, in full. */
  readonly issues: readonly Issue[];
  readonly importing: string | null;
  /** Files that were brought and wait for a yes; nothing else on screen has changed by them. */
  readonly offer: ImportOffer | null;
  readonly history: History;
  /** Work that the work on screen has taken the place of, and work that undo has taken back; each leads there once. */
  readonly workBefore: ReplacedWork | null;
  readonly workAfter: ReplacedWork | null;
  /** Null until anything has been kept. */
  readonly project: OpenProject | null;
  /** What is on screen could not be written: no room, or a browser that keeps nothing. */
  readonly isUnkept: boolean;
  /** The last thing to know that is no result; null once it is dismissed. */
  readonly told: Told | null;
  readonly activeId: string;
  readonly runs: Readonly<Record<string, ScenarioRun>>;
  /** First looks by scenario id: of what is being dragged or was last changed. */
  readonly previews: Readonly<Record<string, ScenarioPreview>>;
  /** Held key: the baseline is shown in place of the active scenario. */
  readonly showsBaseline: boolean;
  readonly stepS: 3600 | 900;
  readonly step: number;
  readonly playing: boolean;
  readonly variable: Variable;
  readonly look: Look;
  readonly theme: ThemeChoice;
  readonly view: View;
  /** What the one-line view is of; null is the level of the sources. */
  readonly oneLineAt: OneLinePlace;
  readonly mode: Mode;
  readonly language: Language;
  readonly tableKind: TableKind;
  readonly showGrid: boolean;
  /** Signs on the cables that say where power flows. */
  readonly showsFlow: boolean;
  /** Indicators of the strip, in their order; null = as proposed. */
  readonly strip: readonly string[] | null;
  /** Counts the choices made by hand: a strip that an address or a project brought is no edit. */
  readonly stripEdits: number;
  readonly stripLevel: StripLevel;
  /** What the years at hand come to for households and in the cost of measures, by `countedKey`. */
  readonly counted: Readonly<Record<string, CountedFigures>>;
  /** The scenario held beside the active one on one map, see `besideOf`; null while the map shows one alone. */
  readonly besideId: string | null;
  /** `swipe`: one picture, divided; `pair`: the same place twice, side by side. */
  readonly besideKind: BesideKind;
  /** Where the map is divided, 0 to 1 from its left edge. */
  readonly divide: number;
  /** Class of the legend that map and tables are narrowed to. */
  readonly classFilter: number | null;
  /** Attribute whose origin the evidence map shows. */
  readonly evidenceAttribute: EvidenceAttribute;
  readonly notice: Notice | null;
  readonly selection: Selection | null;
  readonly hovered: Selection | null;
  /** Elements marked together: by map, table, query or network. */
  readonly marked: Marked | null;
  /** What the pointer marks with; null while nothing is to be marked. */
  readonly markTool: MarkTool | null;
  /** What is drawn round. */
  readonly markKind: MarkedKind;
  /** What drawing does to what is marked. */
  readonly markHow: MarkHow;
  /** The year of those who are marked as a group. */
  readonly group: GroupStudy | null;
  readonly cameraKey: number;
  readonly cameraTo: Selection | 'home' | 'top' | null;
  /** Every element during the week on screen, by scenario id; absent while it is computed. */
  readonly weeks: Readonly<Record<string, Week>>;
  /** Who causes the selected branch's load at the step on screen. */
  readonly attribution: ScenarioAttribution | null;
  /** The selected building's full year, by scenario id. */
  readonly buildingYears: Readonly<Record<string, BuildingYear>>;
  /** The last question for a way out, and its answer so far. */
  readonly wayOut: WayOutStudy | null;
  readonly showsWayOut: boolean;
  /** The last question whether something can be connected, and its answer so far. */
  readonly connect: ConnectStudy | null;
  /** Where somebody wants to connect something; null while the question is not on screen. */
  readonly connectAt: Selection | null;
  /** The scenarios held against one of them. */
  readonly comparison: ComparisonStudy | null;
  /** What counts in a ranking, and where a scenario is out; null = as proposed. */
  readonly wishes: Wishes | null;
  /** How much each measure adds to a difference. */
  readonly difference: DifferenceStudy | null;
  /** What matters most in a scenario. */
  readonly tornado: TornadoStudy | null;
  /** What the feeders of the scenarios take more of. */
  readonly hosting: HostingStudy | null;
  readonly hostingNodes: NodesStudy | null;
  /** Measured peaks held against the district as it stands. */
  readonly peaks: PeaksStudy | null;
  /** A scenario year by year. */
  readonly timeline: TimelineStudy | null;
  /** Studies whose code was asked for and could not be fetched. */
  readonly missing: readonly LateName[];
  /** The workshop under way in Present mode; null before it is started. */
  readonly present: PresentState | null;
  /** This window only shows what another one presents. */
  readonly isProjector: boolean;
  /** The building that is looked at by itself: its meter, its own years, what it is held against. */
  readonly building: BuildingWork;
  /** The sentence the live region speaks. */
  readonly announcement: string;
  readonly offline: 'unknown' | 'ready';
}
