import type { IssueList } from './issueList';
import type { BuildingModel, Pane } from './types';

/** Panes that would make energy, and gaps that do not fit between the panes. */
export function glazingIssues(model: BuildingModel, list: IssueList): void {
  for (const glazing of model.glazings ?? []) {
    if (glazing.kind !== 'layers') continue;
    const where = `glazing "${glazing.id}"`;
    if (glazing.gaps.length !== glazing.panes.length - 1) {
      list.error('glazing-gaps', where, 'gaps', glazing.gaps.length, {
        message: `${glazing.panes.length} panes have ${glazing.panes.length - 1} gaps between them, not ${glazing.gaps.length}.`,
        remedy: 'List one gap fewer than panes.',
      });
    }
    glazing.panes.forEach((pane, index) => paneIssues(pane, `${where} pane ${index + 1}`, list));
  }
}

function paneIssues(pane: Pane, where: string, list: IssueList): void {
  for (const side of ['Front', 'Back'] as const) {
    const reflectance = pane[`solarReflectance${side}`];
    const sum = pane.solarTransmittance + reflectance;
    if (sum <= 1) continue;
    list.error('pane-energy', where, `solarReflectance${side}`, reflectance, {
      message: `Transmittance and reflectance add up to ${sum.toPrecision(3)}: more than falls on the pane.`,
      remedy: 'Correct one of the two; what remains to 1 is absorbed.',
    });
  }
}
