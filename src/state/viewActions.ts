import type { OneLinePlace } from '../geometry/oneLine';
import type { EvidenceAttribute } from '../model/building';
import { loadLanguage, type Language } from '../words';
import type { BesideKind, Look, Mode, Selection, TableKind, ThemeChoice, View } from './appState';
import { DIVIDE_FROM, DIVIDE_TO } from './display/divide';
import type { Variable } from './display';
import { told } from './projects';
import { checkedStrip, type StripLevel } from './strip/strip';
import { WorkActions } from './workActions';

/** How the work is looked at: no edit, no run, no step of history. */
export abstract class ViewActions extends WorkActions {
  private wantedLanguage: Language | null = null;

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
    this.wantedLanguage = language;
    try {
      await loadLanguage(language);
    } catch {
      return this.tell(told(this.words('told.noLanguage'), 'problem'));
    }
    // Another one may have been chosen while the texts of this one were coming.
    if (this.wantedLanguage === language) this.store.setState({ language });
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

  /** Moves the notice into the bar, where it covers nothing, or back out of it. */
  parkNotice(isParked: boolean): void {
    const { notice } = this.state;
    if (notice !== null) this.store.setState({ notice: { ...notice, isParked } });
  }

  setShowGrid(showGrid: boolean): void {
    this.store.setState({ showGrid });
  }

  setShowsFlow(showsFlow: boolean): void {
    this.store.setState({ showsFlow });
  }

  /** Which indicators stand in the strip, in their order; null = as proposed. A list that there is no room for is left. */
  setStrip(ids: readonly string[] | null): void {
    const strip = ids === null ? null : checkedStrip(ids);
    if ((ids !== null && strip === null) || String(strip) === String(this.state.strip)) return;
    this.store.setState(({ stripEdits }) => ({ strip, stripEdits: stripEdits + 1 }));
  }

  setStripLevel(stripLevel: StripLevel): void {
    this.store.setState({ stripLevel });
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
