/** A measure in German: its name, what its share counts, what it changes, and its parameters by their names in the model. */
export interface MeasureName {
  readonly label: string;
  readonly of: string;
  readonly changes: string;
  readonly parameters?: Readonly<Record<string, string>>;
}
