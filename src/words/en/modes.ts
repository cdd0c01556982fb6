/** The ways of working and what stands around them. */
export const modes = {
  label: 'Way of working',
  plan: 'Plan',
  planTitle: 'Scenarios of the whole district',
  building: 'Building',
  buildingTitle: 'One building: what to do with it, and whether its connection copes',
  present: 'Present',
  presentTitle: 'Large and few, for a room',
  language: 'Language',
} as const;
