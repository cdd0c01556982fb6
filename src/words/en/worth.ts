/** What scenarios are worth at several discount rates. */
export const worth = {
  title: 'At several discount rates',
  lead: 'Over {years} years, each counted at three rates side by side, before grants. Prices, energy and carbon stay as in the year that was run; embodied carbon is left out.',
  figure: 'Figure',
  scenario: 'Scenario',
  rate: '{percent} %',
  inWords: 'In words',
  save: 'Save these figures as CSV',
  netPresentValue: 'Net present value against the scenario it is held against',
  costOfAvoidedCarbon: 'Levelised cost of avoided carbon',
  panels: 'Levelised cost of what its panels give',
  batteries: 'Levelised cost of what its batteries give back, charging left out',
} as const;
