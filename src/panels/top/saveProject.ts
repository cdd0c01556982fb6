import type { ProjectKeeper } from '../../state';
import { downloadText, fileNameOf } from '../parts/download';

/** Hands the project to the user as one file. */
export function saveProject(keeper: ProjectKeeper, name: string): void {
  const text = keeper.fileText();
  if (text !== null) downloadText(`${fileNameOf(name)}.gridtwin.json`, text, 'application/json');
}
