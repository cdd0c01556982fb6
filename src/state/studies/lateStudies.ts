import type { Engine } from '../../engine/contract';
import type { Scenario } from '../../model/scenario';
import type { MilpSolver } from '../../study/milp';
import { late, type Late } from '../late';
import type { MissingStudies } from './missing';
import type { Document } from '../document';
import type { AppStore } from '../store';
import type { CountedRunner } from '../strip/countedStudy';
import type { ComparisonRunner } from './comparisonStudy';
import type { DifferenceRunner } from './differenceStudy';
import type { HostingRunner } from './hostingStudy';
import type { PeaksRunner } from './peaksStudy';
import type { TimelineRunner } from './timelineStudy';
import type { TornadoRunner } from './tornadoStudy';
import type { WayOutRunner } from './wayOutStudy';

/** Studies that somebody may ask for; the page opens without their code. */
export interface LateStudies {
  readonly wayOut: Late<WayOutRunner>;
  readonly comparison: Late<ComparisonRunner>;
  readonly difference: Late<DifferenceRunner>;
  readonly tornado: Late<TornadoRunner>;
  readonly hosting: Late<HostingRunner>;
  readonly peaks: Late<PeaksRunner>;
  readonly timeline: Late<TimelineRunner>;
  readonly counted: Late<CountedRunner>;
}

/** What the studies ask of the app's actions. */
export interface StudyHost {
  readonly solve: MilpSolver;
  readonly add: (scenario: Scenario, step: string) => void;
  readonly edit: (name: string, document: Document) => void;
  /** Told of a study whose code could not be fetched. */
  readonly missing: MissingStudies;
}

export function lateStudies(
  store: AppStore,
  engine: Engine,
  { solve, add, edit, missing }: StudyHost,
): LateStudies {
  return {
    wayOut: late(
      async () => new (await import('./wayOutStudy')).WayOutRunner(store, engine, solve),
      missing.hostOf('wayOut'),
    ),
    comparison: late(
      async () => new (await import('./comparisonStudy')).ComparisonRunner(store, engine),
      missing.hostOf('comparison'),
    ),
    difference: late(
      async () => new (await import('./differenceStudy')).DifferenceRunner(store, engine),
      missing.hostOf('difference'),
    ),
    tornado: late(
      async () => new (await import('./tornadoStudy')).TornadoRunner(store, engine),
      missing.hostOf('tornado'),
    ),
    counted: late(
      async () => new (await import('../strip/countedStudy')).CountedRunner(store, engine),
      missing.hostOf('counted'),
    ),
    hosting: late(
      async () => new (await import('./hostingStudy')).HostingRunner(store, engine),
      missing.hostOf('hosting'),
    ),
    peaks: late(
      async () => new (await import('./peaksStudy')).PeaksRunner(store, engine, edit),
      missing.hostOf('peaks'),
    ),
    timeline: late(
      async () => new (await import('./timelineStudy')).TimelineRunner(store, engine, add),
      missing.hostOf('timeline'),
    ),
  };
}
