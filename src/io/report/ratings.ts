import type { Network } from '../../model/network';
import { estimatedRatings } from '../../model/ratingClass';
import { type Child, own } from './markup';
import { figure } from './parts';

/** How many ratings of a network nobody has read or looked up: `12 of 12 transformers, 40 of 41 lines`. */
export function estimatedText(path: string, network: Network): Child {
  const { transformers, estimatedTransformers, lines, estimatedLines } = estimatedRatings(network);
  return [
    ...[figure(`${path}/estimatedTransformers`, estimatedTransformers, 'count'), own(' of ')],
    ...[figure(`${path}/ratedTransformers`, transformers, 'count'), own(' transformers, ')],
    ...[figure(`${path}/estimatedLines`, estimatedLines, 'count'), own(' of ')],
    ...[figure(`${path}/ratedLines`, lines, 'count'), own(' lines')],
  ];
}
