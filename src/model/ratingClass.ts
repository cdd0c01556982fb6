import type { Line, LineType, Network, Transformer, TransformerType } from './network';

/** How the rating of a line or transformer is known: read on the spot, taken from a list of types, or chosen by a rule. */
export const RATING_CLASSES = ['measured', 'catalogue', 'estimated'] as const;
export type RatingClass = (typeof RATING_CLASSES)[number];

type Rated = Pick<Line, 'synthetic' | 'addedFor' | 'asBuilt'> & Pick<Transformer, 'asBuiltTypeId'>;

/** Words by which a type's source says that its figures were read off the thing itself. */
const READ = /\b(measured|measurement|nameplate|name plate|surveyed|gemessen|Typenschild)\b/i;
/** The same of a guess. */
const GUESSED =
  /\b(estimat\w*|assum\w*|engineering value|unknown|untraceable|placeholder|made up|from memory)\b/i;

/**
 * The class of one element. Sizes of a network that was laid by rule are estimates, whatever list their types stand in; what a
 * measure puts there is bought from a list. Of a given network the source of the type tells, by its words.
 */
export function ratingClassOf(
  { synthetic, addedFor, asBuilt, asBuiltTypeId }: Rated,
  { source }: Pick<LineType | TransformerType, 'source'>,
): RatingClass {
  const isPlanned = addedFor !== undefined || asBuilt !== undefined || asBuiltTypeId !== undefined;
  if (!isPlanned && (synthetic || GUESSED.test(source))) return 'estimated';
  return !isPlanned && READ.test(source) ? 'measured' : 'catalogue';
}

const known = new WeakMap<Network, ReadonlyMap<string, RatingClass>>();

/** Of every line and transformer by id. */
export function ratingClasses(network: Network): ReadonlyMap<string, RatingClass> {
  const present = known.get(network) ?? classesOf(network);
  known.set(network, present);
  return present;
}

function classesOf({ lines, lineTypes, transformers, transformerTypes }: Network): Map<string, RatingClass> {
  const line = new Map(lineTypes.map((type) => [type.id, type]));
  const transformer = new Map(transformerTypes.map((type) => [type.id, type]));
  return new Map<string, RatingClass>([
    ...lines.map((one) => [one.id, ratingClassOf(one, line.get(one.lineTypeId)!)] as const),
    ...transformers.map(
      (one) => [one.id, ratingClassOf(one, transformer.get(one.transformerTypeId)!)] as const,
    ),
  ]);
}

/** How many there are, and how many of them are estimated: loadings are as sure as the ratings below them. */
export interface EstimatedRatings {
  readonly transformers: number;
  readonly estimatedTransformers: number;
  readonly lines: number;
  readonly estimatedLines: number;
}

export function estimatedRatings(network: Network): EstimatedRatings {
  const classes = ratingClasses(network);
  const estimated = (all: readonly { readonly id: string }[]): number =>
    all.filter(({ id }) => classes.get(id) === 'estimated').length;
  const { lines, transformers } = network;
  return {
    ...{ transformers: transformers.length, estimatedTransformers: estimated(transformers) },
    ...{ lines: lines.length, estimatedLines: estimated(lines) },
  };
}
