import type { Network, Transformer, TransformerType } from '../../model/network';
import type { FeedTree } from './feedTree';
import { withTransformerType } from './types';

/** What the second station of a station is called after. */
export const SECOND = '+2';
export const secondId = (id: string): string => `${id}${SECOND}`;

/** A network with a second transformer of a station, or why there cannot be one. */
export type Split = (network: Network) => Network;

/** What a split starts from. */
export interface SplitAt {
  readonly tree: FeedTree;
  readonly station: Transformer;
  /** LV busbar of the station by row. */
  readonly busbar: number;
  readonly type: TransformerType;
}

/** The new transformer with its type, behind what was there. */
export function withSecondTransformer(
  network: Network,
  transformer: Transformer,
  type: TransformerType,
): Network {
  const typed = withTransformerType(network, type);
  return { ...typed, transformers: withAdded(typed.transformers, transformer) };
}

/** A station as a new one beside it is: nothing stood there before. */
export function withoutHistory({ asBuiltTypeId: _, ...station }: Transformer): Transformer {
  return station;
}

/** Second things stand behind all others, in the order of their ids, whichever came first. */
export function withAdded<Row extends { readonly id: string }>(
  rows: readonly Row[],
  row: Row,
): readonly Row[] {
  const isAdded = ({ id }: Row): boolean => id.includes(SECOND);
  let at = rows.length;
  while (at > 0 && isAdded(rows[at - 1]!) && row.id < rows[at - 1]!.id) at -= 1;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}
