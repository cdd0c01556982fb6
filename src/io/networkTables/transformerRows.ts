import { type CircuitDraft, terminalAt } from '../circuitDraft';
import type { IssueLog } from '../issueLog';
import { NO_TAP, twoWindingTransformer } from '../twoWinding';
import { parseVectorGroup, placeClock } from '../vectorGroup';
import type { Branch } from './drawing';

/** Nameplate values to a transformer; `tap_percent` raises the rated voltage of the `from` side. */
export function addTransformer(draft: CircuitDraft, one: Branch, log: IssueLog): void {
  const { fields } = one;
  const ratedSVa = 1000 * fields.positive('rated_kva');
  const uk = fields.positive('uk_percent');
  const ur = (100 * 1000 * fields.nonNegative('load_loss_kw', 0)) / ratedSVa;
  if (ur > uk)
    fields.refuse('load_loss_kw', 'makes a resistance above uk_percent', 'Correct one of the two.');
  const text = fields.text('vector_group') ?? 'Dyn5';
  const group = parseVectorGroup(text);
  const clock = Number(/\d+$/.exec(text)?.[0] ?? NaN);
  if (!group || !(clock < 12) || !placeClock(clock, group) || group.high.zigzag || group.low.zigzag) {
    fields.refuse(
      'vector_group',
      `"${text}" cannot be used`,
      'Write a group with its number, such as Dyn5, Dyn11, YNyn0 or Yd11.',
    );
    return;
  }
  const tap = 1 + fields.number('tap_percent', 0) / 100;
  const values = {
    id: one.id,
    high: terminalAt(one.from),
    low: terminalAt(one.to),
    highVoltageV: 1000 * fields.positive('from_kv'),
    lowVoltageV: 1000 * fields.positive('to_kv'),
    ratedSVa,
    vkPercent: uk,
    vkrPercent: ur,
    noLoadLossPercent: (100 * 1000 * fields.nonNegative('no_load_loss_kw', 0)) / ratedSVa,
    noLoadCurrentPercent: fields.nonNegative('no_load_current_percent', 0),
    highTap: tap === 1 ? NO_TAP : { tapPu: tap, minPu: tap, maxPu: tap, steps: 0 },
    lowTap: NO_TAP,
    normalRatingVa: ratedSVa,
    ratingBase: 'rated_kva',
    magnetisingPlace: 'middle' as const,
    enabled: fields.flag('in_service', true),
  };
  if (log.hasErrors) return;
  let star = 3;
  draft.transformers.push(
    twoWindingTransformer(values, group, clock, (busId) => freeStar(draft, busId, ++star)),
  );
}

/** A star point of its own: above every node that a transformer already uses at the bus. */
function freeStar(draft: CircuitDraft, busId: string, least: number): number {
  let node = least;
  for (const { windings } of draft.transformers) {
    for (const { terminal } of windings) {
      if (terminal.busId === busId) node = Math.max(node, ...terminal.nodes.map((used) => used + 1));
    }
  }
  return node;
}
