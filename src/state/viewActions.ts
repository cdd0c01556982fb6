import type { OneLinePlace } from '../geometry/oneLine';
import type { EvidenceAttribute } from '../model/building';
import { loadLanguage, type Language } from '../words';
import type { BesideKind, Look, Mode, Selection, TableKind, ThemeChoice, View } from './appState';
import type { Variable } from './display';
import { told } from './projects';
import { WorkActions } from './workActions';

/** Both scenarios stay in sight. */
const DIVIDE_FROM = 0.05;
const DIVIDE_TO = 0.95;

/** How the work is looked at: no edit, no run, no step of history. */
export abstract class ViewActions extends WorkActions {
  moveCamera(to: 'home' | 'top'): void {
    this.store.setState({ cameraTo: to, cameraKey: this.state.cameraKey + 1 });
  }

  setVariable(variable: Variable): void {
    this.store.setState({ variable, look: 'data', classFilter: null });
  }

  setLook(look: Look): void {
    this.store.setState({ look });
  }

  setTheme(theme: ThemeChoice): void {
    this.store.setState({ theme });
  }

  setMode(mode: Mode): void {
    this.store.setState({ mode });
  }

  /** Changes over once the texts are there; where they cannot be fetched the page stays in its language and says so. */
  async setLanguage(language: Language): Promise<void> {
    try {
      await loadLanguage(language);
    } catch {
      return this.tell(told(this.words('told.noLanguage'), 'problem'));
    }
    this.store.setState({ language });
  }

  setView(view: View): void {
    this.store.setState({ view });
  }

  /** Enters a station or a feeder of the one-line view, or comes back to the level of the sources. */
  setOneLineAt(oneLineAt: OneLinePlace): void {
    this.store.setState({ oneLineAt });
  }

  setTableKind(tableKind: TableKind): void {
    this.store.setState({ tableKind });
  }

  /** Narrows map and tables to one class of the legend; the same class again shows everything. */
  filterByClass(index: number | null): void {
    this.store.setState({ classFilter: index === this.state.classFilter ? null : index });
  }

  setEvidenceAttribute(evidenceAttribute: EvidenceAttribute): void {
    this.store.setState({ evidenceAttribute, classFilter: null });
  }

  dismissNotice(): void {
    this.store.setState({ notice: null });
  }

  setShowGrid(showGrid: boolean): void {
    this.store.setState({ showGrid });
  }

  setShowsFlow(showsFlow: boolean): void {
    this.store.setState({ showsFlow });
  }

  setBesideKind(besideKind: BesideKind): void {
    this.store.setState({ besideKind });
  }

  /** Moves the divider of a map that shows two scenarios; it never leaves the map. */
  setDivide(share: number): void {
    this.store.setState({ divide: Math.min(DIVIDE_TO, Math.max(DIVIDE_FROM, share)) });
  }

  announce(announcement: string): void {
    this.store.setState({ announcement });
  }

  hover(hovered: Selection | null): void {
    const present = this.state.hovered;
    if (present?.id !== hovered?.id || present?.kind !== hovered?.kind) this.store.setState({ hovered });
  }

  setPlaying(playing: boolean): void {
    this.store.setState({ playing });
  }
}
