/** The strip at the levels of the network, and the choice of its indicators. */
export const levels = {
  label: 'Level of the key figures',
  names: {
    district: 'District',
    transformer: 'Transformer',
    feeder: 'Feeder',
    home: 'Building',
  },
  this: {
    district: 'The district',
    transformer: 'Transformer {id}',
    feeder: 'Feeder {id}',
    home: 'Building {id}',
  },
  select: 'Select something on it first, on the map or in the table',
  unknown: 'The year keeps nothing of this place.',
  noYear: 'The year is not computed yet.',
  source: 'Gridtwin engine: building loads and three-phase power flow of every step',
  boundaries: {
    district: 'The district at its primary substation, one year',
    transformer: 'What hangs on the transformer, with its own losses, at its upper side, one year',
    feeder: 'What hangs on the feeder, at the busbar it leaves from, one year',
    home: 'The building at its meter, one year',
  },
  peak: {
    label: 'Peak draw',
    definition: 'Largest mean power of a step that is drawn from above.',
  },
  returnedPeak: {
    label: 'Peak return',
    definition: 'Largest mean power of a step that is returned upwards; 0 where nothing ever is.',
  },
  use: {
    label: 'Electricity use',
    definition:
      'Electric energy of all end uses of the buildings here, less what cars and batteries give back. The sum of the buildings.',
  },
  generation: {
    label: 'Photovoltaics',
    definition: 'AC energy of the rooftop panels here. The sum of the buildings.',
  },
  net: {
    label: 'Net draw',
    definition:
      'Drawn less returned: use less generation, and the losses on the way to the buildings. What station storages keep back is in it.',
  },
  losses: {
    label: 'Losses',
    definition: 'From the currents of the cables and transformers below this border; none behind a meter.',
  },
  loading: {
    label: 'Worst loading',
    definition:
      'Largest loading of the year: of all transformers for the district, of the transformer, of the most loaded line of a feeder, of the line that feeds a building.',
  },
  above: {
    label: 'Above rating',
    definition: 'Time above 100 % of the element that is above it longest.',
  },
  chooseTitle: 'Choose the key figures',
  chooseLead:
    'Six to eight of all indicators, in the order in which you tick them. The choice stays with this view: in its address and in its links.',
  chosen: '{number} of at most {most} chosen',
  tooFew: 'At least {fewest}.',
  proposed: 'As proposed',
  others: 'Households and cost of measures',
  find: 'Find an indicator',
  counting: 'being counted',
  notTold: 'not told',
  oldPrices: 'at old prices',
  ofOldPrices: 'Counted before a price was changed. “Count again” has it counted at the prices of now.',
  countAgain: 'Count again',
  was: 'was {value}',
} as const;
