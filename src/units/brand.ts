/**
 * Branded scalars. Ids are strings that come from files; indices are rows of compiled arrays. Mixing them up is a
 * type error.
 */
declare const brand: unique symbol;

export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type BuildingIndex = Branded<number, 'BuildingIndex'>;
export type BusIndex = Branded<number, 'BusIndex'>;
export type BranchIndex = Branded<number, 'BranchIndex'>;
