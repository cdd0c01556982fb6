export interface Story {
  readonly id: string;
  readonly file: string;
  readonly sentence: string;
}

export const STORIES: readonly Story[];
export function rowOf(story: Pick<Story, 'id' | 'sentence'>, path: object): readonly string[];
export function tableOf(rows: readonly (readonly string[])[]): string;
export function withTable(text: string, table: string): string;
export function storiesIn(text: string): readonly Pick<Story, 'id' | 'sentence'>[];
