/** The shape of a catalogue: the keys of the English one, any text in their place. */
export type Same<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Same<Catalogue[Key]>;
};

/** The forms of a count share one key: `hours_one` and `hours_other` are asked for as `hours`. */
type WithoutForm<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** Every key of a catalogue, areas joined by dots. A key that is not there does not compile. */
export type TextKey<Catalogue> = {
  [Key in keyof Catalogue & string]: Catalogue[Key] extends string
    ? WithoutForm<Key>
    : `${Key}.${TextKey<Catalogue[Key]>}`;
}[keyof Catalogue & string];
