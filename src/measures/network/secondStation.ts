import type { Network, Transformer, TransformerType } from '../../model/network';
import type { FeedTree } from './feedTree';
import { withTransformerType } from './types';

/** Ids of what a second station brings, free ones only: by them nothing is recognised, `addedFor` says what it is. */
export const secondId = (id: string): string => `${id}+2`;

/** A network with a second transformer of a station. */
export type Split = (network: Network) => Network;

/** What a split starts from. */
export interface SplitAt {
  readonly tree: FeedTree;
  readonly station: Transformer;
  /** LV busbar of the station by row. */
  readonly busbar: number;
  readonly type: TransformerType;
}

/** Ids of what a split would add; lines and transformers share one namespace. */
export interface NewIds {
  readonly bus: string;
  readonly line?: string;
  readonly switch?: string;
}

/** Why a split cannot name what it adds: the first id that is taken, in a sentence; null if all are free. */
export function takenId({ tree: { network, busRow }, station }: SplitAt, ids: NewIds): string | null {
  const { lines, transformers, switches } = network;
  const isBranch = (wanted: string): boolean => [...lines, ...transformers].some(({ id }) => id === wanted);
  const transformer = secondId(station.id);
  if (isBranch(transformer)) return `There is another line or transformer called ${transformer}.`;
  if (busRow.has(ids.bus)) return `There is another bus called ${ids.bus}.`;
  if (ids.line !== undefined && (isBranch(ids.line) || ids.line === transformer))
    return `There is another line or transformer called ${ids.line}.`;
  return ids.switch !== undefined && switches.some(({ id }) => id === ids.switch)
    ? `There is another switch called ${ids.switch}.`
    : null;
}

/**
 * The new transformer with its type, behind what was there: a copy of the station that nothing stood before and nobody watches
 * yet, with taps that stand still.
 */
export function withSecondTransformer(
  network: Network,
  { station, type }: SplitAt,
  change: Partial<Transformer>,
): Network {
  const { asBuiltTypeId: _type, monitored: _telemetry, onLoadTapChanger: _changer, ...copied } = station;
  const typed = withTransformerType(network, type);
  const second: Transformer = {
    ...copied,
    id: secondId(station.id),
    transformerTypeId: type.id,
    addedFor: station.id,
    ...change,
  };
  return { ...typed, transformers: withAdded(typed.transformers, second) };
}

/** Added things stand behind all others, in the order of their ids, whichever came first. */
export function withAdded<Row extends { readonly id: string; readonly addedFor?: string }>(
  rows: readonly Row[],
  row: Row,
): readonly Row[] {
  let at = rows.length;
  while (at > 0 && rows[at - 1]!.addedFor !== undefined && row.id < rows[at - 1]!.id) at -= 1;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}
