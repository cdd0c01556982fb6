/** Words with `{1}` for the first number of the English sentence, or made from that sentence. */
export type Said = string | ((english: string) => string);

/** An indicator in German. */
export interface KpiName {
  readonly label: Said;
  readonly definition: Said;
}
