import type { FileGlance } from '../../io/glance';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { LoadedDistrict } from '../appState';

/** Options an import may carry; without them the climate follows the latitude, or what a district file says. */
export interface ImportWishes {
  readonly climate?: string;
}

/** What will be done with files that were brought, once somebody says yes. All of it is read and checked by then. */
export type Deed =
  | { readonly is: 'district'; readonly loaded: LoadedDistrict; readonly network: 'given' | 'synthesised' }
  /** A weather file alone: the work on screen under its weather. */
  | { readonly is: 'weather'; readonly loaded: LoadedDistrict }
  | {
      readonly is: 'project';
      readonly engineVersion: string;
      readonly districtName: string;
      readonly buildings: number;
      readonly scenarios: readonly string[];
      readonly bookmarks: number;
    }
  | { readonly is: 'scenario'; readonly scenario: Scenario; readonly isOtherState: boolean }
  | { readonly is: 'session' }
  | { readonly is: 'peaks' }
  /** Null: no building is looked at whose meter it could be. */
  | { readonly is: 'meter'; readonly buildingId: string | null }
  /** It has its place in the app or on the command line, and nothing is done with it here. */
  | { readonly is: 'elsewhere' };

/** Files that were brought, and what they are; nothing on screen has changed. */
export interface ImportOffer {
  readonly files: readonly FileGlance[];
  readonly wishes: ImportWishes;
  /** Null while they are read whole. */
  readonly deed: Deed | null;
  /** Warnings and notes. */
  readonly findings: readonly Issue[];
  /** What becomes of the work on screen: it is kept under Projects, nothing was made yet, or this browser does not keep it. */
  readonly standing: 'kept' | 'untouched' | 'notKept';
}
