import type { Same } from '../catalogue';
import type { modes as english } from '../en/modes';

export const modes: Same<typeof english> = {
  label: 'Arbeitsweise',
  plan: 'Planen',
  planTitle: 'Szenarien für das ganze Gebiet',
  building: 'Gebäude',
  buildingTitle: 'Ein Gebäude: was sich lohnt, und ob der Anschluss reicht',
  present: 'Vorführen',
  presentTitle: 'Groß und wenig, für einen Raum',
  language: 'Sprache',
};
