/** "Can I connect 400 kW here?": the question, how far its answer is, and the answer. */
export const connect = {
  nothing: 'Nothing can be connected here: {why}',
  lead: 'A new connection {place}, in every hour of the year of {name}.',
  elsewhere: '{wish} {place} is still being looked at; asking here ends that.',
  places: {
    building: 'where {id} is connected',
    line: 'at the far end of {id}',
    transformer: 'at the busbar behind {id}',
    bus: 'at the bus {id}',
  },
  refusals: {
    noNetwork: 'This district has no network.',
    noConnection: '{id} has no connection to the network.',
    noSupply: '{id} has no supply as the switches stand.',
    nothingFed: 'Nothing is fed through {id} as the switches stand.',
  },
  form: {
    label: 'What is to be connected',
    power: 'Power, with its unit',
    way: 'Which way',
    load: 'It draws',
    generation: 'It feeds in',
    phases: 'Phases',
    all: 'Three phases',
    phase: 'Phase {number}',
    ask: 'Can it?',
  },
  power: {
    none: 'Type a power with its unit, for example "400 kW".',
    bare: 'Give the unit too, for example "{typed} kW".',
    unread: '{why} Type an active power with its unit, for example "400 kW".',
    range: 'Give a power above 0 and below {most}; whether it draws or feeds in is asked beside it.',
  },
  wish: {
    load: '{power} of load {phases}',
    generation: '{power} of generation {phases}',
    three: 'on three phases',
    onPhases: 'on phase {phases}',
    and: ' and ',
  },
  yes: 'Yes: {wish} fits in every hour of the year.',
  no: 'No: {wish} does not fit.',
  stages: {
    verdict: 'solving the year with it',
    capacity: 'looking for the largest power that fits',
    reinforcement: 'looking for what would have to be built',
    ownYear: 'computing the year of the scenario first',
    reading: 'reading the year',
    years_one: '{stage}; {count} whole year of power flow so far',
    years_other: '{stage}; {count} whole years of power flow so far',
  },
  standing: {
    answer: 'Answer',
    ofWish: '{wish}: ',
    cancel: 'Cancel',
    cancelWhat: ' the question',
    again: 'Ask again',
    tags: {
      ready: 'ready',
      old: 'old',
      partial: 'partial',
      running: 'running',
      cancelled: 'cancelled',
      failed: 'failed',
    },
    old: 'This answers {name} as it was; another scenario is on screen now, or it has been changed.',
    failedEmpty: 'The question for {wish} could not be answered before anything was found.',
    failedBefore: 'The question for {wish} could not be answered; below is the answer to the one before.',
    failedPart: 'The question for {wish} could not be answered; below is what was found until then.',
    cancelledEmpty: 'The question for {wish} was cancelled before anything was found.',
    cancelledBefore: 'The question for {wish} was cancelled; below is the answer to the one before.',
    cancelledPart: 'The question for {wish} was cancelled; below is what was found until then.',
  },
  answer: {
    label: 'Answer',
    before: 'answer to the question before',
    open: 'is being looked for …',
    notFound: 'not found: the question was ended before',
    nearest: 'Comes nearest to its limit',
    stops: 'What stops it',
    unused: 'Nothing is used noticeably more.',
    most: 'At most',
    above: 'above that',
    needs: 'It would need',
    fuse: 'Main fuse',
    everything: 'Everything that it would bring over a limit ({number})',
    more: 'and {number} more',
  },
  constraint: {
    powerFlow: 'The power flow',
    noSolution: 'finds no solution, first',
    line: 'Line {id}',
    transformer: 'Transformer {id}',
    loading: '{value} of its rating, limit {limit}',
    voltageAt: 'Voltage at {id}',
    voltageAtBus: 'Voltage at bus {id}',
    undervoltage: '{value}, lowest allowed {limit}',
    overvoltage: '{value}, highest allowed {limit}',
    nominal: '{percent} of nominal',
    hourTitle: 'The map shows that hour without the addition',
    show: ': show {id} in that hour on the map',
  },
  capacity: {
    unfinished: 'At least {most}: the search ended before a year confirmed more',
    none: 'Nothing: not even {least} more',
    open: '{most} and more: nothing larger than {tried} was tried',
    found: '{most}, found to within {within}',
  },
  works: {
    range: '{low} to {high}',
    once: 'once, typically {typical}',
    paidBy: ' paid by {payer}',
    note: 'With it nothing new is over a limit in the whole year. Copper is added where something is full until nothing is: it is not the cheapest way. Whether the one who connects pays a share is for the rules of the country.',
    notTried: 'Not tried: nothing of what is over its limit is met by more copper on the way.',
    doesNotDo:
      'More than larger transformers, thicker lines and parallel cables: a station of its own, or another point of connection.',
    notFinished: 'Not found: the search ended before all sizes were tried.',
  },
  fuseBelow:
    'Its main fuse of {fuse} is below the {current} of the addition alone: it needs another service as well.',
  limits: {
    hourly:
      'Judged by {limits} in every step of the year. Hourly means are a screening: short peaks are higher.',
    quarterly:
      'Judged by {limits} in every step of the year. Quarter-hourly means are a screening: short peaks are higher.',
    constant:
      'Constant power at all hours, power factor {factor}. Protection, flicker and harmonics are not judged.',
    batteries: 'Batteries of the network do what they did without the addition.',
    nominal:
      'Loads and inverters of this scenario that answer to voltage are taken as at nominal voltage, with the addition and without it.',
    existing_one:
      '{count} limit is exceeded without the addition too: they count only where it makes them worse.',
    existing_other:
      '{count} limits are exceeded without the addition too: they count only where it makes them worse.',
  },
  scenario: {
    label: 'As a scenario',
    nothing: 'So there is nothing to make a scenario of.',
    make: 'Make this a scenario',
    name: '{from}: {wish} {place}',
    noAnswer: 'There is no answer to make a scenario of.',
    remedy: 'Wait for the answer, or ask for something that measures can express.',
    noWorks: 'No works are known that let it in: the scenario would have none.',
    loadOut:
      'The load of {power} itself stays out: measures add to buildings, not to a {kind}. Ask at a building, or give the district a building of that demand.',
    generationOut:
      'The generation of {power} itself stays out: measures add to buildings, not to a {kind}. Ask at a building, or give the district a building of that demand.',
    kinds: { building: 'building', line: 'line', transformer: 'transformer', bus: 'bus' },
    hasPanels: 'The {power} of generation stay out: {id} has panels already, and measures add none to them.',
    panelsRange: 'The {power} of generation stay out: panels on the roof of {id} have {least} to {most}.',
    panels:
      'Panels of {power} stand for the generation: they follow the sun and the phases of {id}, where the question took {power} at all hours.',
    controlled:
      'The load of {power} itself stays out: cars of {id} are charged under control, and another one would be too.',
    cars_one:
      'One car with chargers of {chargers} in all stand for the load: they draw that while they charge, where the question took {power} at all hours.',
    cars_other:
      '{count} cars with chargers of {chargers} in all stand for the load: they draw that while they charge, where the question took {power} at all hours.',
    noCars:
      'The load of {power} itself stays out: a constant load is no measure, and no cars of its households charge with just that. Correct what {id} uses, or give the district a building of that demand.',
  },
} as const;
