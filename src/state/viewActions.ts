import type { EvidenceAttribute } from '../model/building';
import type { Language } from '../words';
import type { Look, Mode, Selection, TableKind, ThemeChoice, View } from './appState';
import type { Variable } from './display';
import { WorkActions } from './workActions';

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

  setLanguage(language: Language): void {
    this.store.setState({ language });
  }

  setView(view: View): void {
    this.store.setState({ view });
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
