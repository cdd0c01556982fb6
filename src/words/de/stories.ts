/** Scenarios that come with the program: what their files call them, and what they are called in German. */
export const STORY_NAMES: Readonly<Record<string, { readonly english: string; readonly german: string }>> = {
  'transition-2035': { english: 'Transition 2035', german: 'Energiewende 2035' },
  today: { english: 'Today', german: 'Heute' },
  'electrification-left-alone': {
    english: 'Electrification, left alone',
    german: 'Elektrifizierung ohne Zutun',
  },
  'electrification-demand-driven': {
    english: 'Electrification, demand-driven',
    german: 'Elektrifizierung, vom Bedarf gesteuert',
  },
  'electrification-by-copper': {
    english: 'Electrification, by copper',
    german: 'Elektrifizierung mit Kupfer',
  },
  'deep-retrofit-first': { english: 'Deep retrofit first', german: 'Erst gründlich sanieren' },
  'prosumers-energy-community': {
    english: 'Prosumers and energy community',
    german: 'Prosumer und Energiegemeinschaft',
  },
  'vehicle-to-grid-city': { english: 'Vehicle-to-grid city', german: 'Stadt mit Vehicle-to-Grid' },
  'digital-grid': { english: 'Digital grid', german: 'Digitales Netz' },
  'net-zero-mix': { english: 'Net-zero mix', german: 'Mischung bis Netto-Null' },
  'inspired-by-verde': { english: 'Inspired by VERDE', german: 'Angeregt von VERDE' },
  'inspired-by-hot-climate-feeder': {
    english: 'Inspired by a hot-climate feeder',
    german: 'Angeregt von einem Abgang in heißem Klima',
  },
};

/** What they say of themselves. */
export const STORY_TEXTS: Readonly<Record<string, string>> = {
  'Heat pumps in six of ten boiler-heated buildings, an electric car in every second household, solar roofs on four of ten buildings without one.':
    'Wärmepumpen in sechs von zehn Gebäuden mit Heizkessel, ein Elektroauto in jedem zweiten Haushalt, Photovoltaik auf vier von zehn Dächern ohne Anlage.',
  'The town as it stands, in a year with a cold and a hot week: what every other story is held against.':
    'Der Ort, wie er steht, in einem Jahr mit einer kalten und einer heißen Woche: woran jede andere Geschichte gemessen wird.',
  'Heat pumps, electric cars, panels and air conditioners spread, and nobody steers or reinforces anything.':
    'Wärmepumpen, Elektroautos, Photovoltaik und Klimageräte verbreiten sich, und niemand steuert oder verstärkt etwas.',
  'The same heat pumps, cars, panels and air conditioners, with smart meters and a tariff by the hour, cars that charge in the valleys, heat pumps that avoid the evening, batteries in homes and some better envelopes in the place of copper.':
    'Dieselben Wärmepumpen, Autos, PV-Anlagen und Klimageräte, dazu intelligente Zähler und ein Stundentarif, Autos, die in den Tälern laden, Wärmepumpen, die den Abend meiden, Heimspeicher und einige bessere Hüllen anstelle von Kupfer.',
  'The same heat pumps, cars, panels and air conditioners, and the network is reinforced where it would not carry them.':
    'Dieselben Wärmepumpen, Autos, PV-Anlagen und Klimageräte, und das Netz wird verstärkt, wo es sie nicht trüge.',
  'Envelopes reach the advanced level before the heat pumps come, which can then be smaller, and half as many air conditioners are bought.':
    'Die Hüllen erreichen den weitgehenden Stand, bevor die Wärmepumpen kommen, die dann kleiner sein können, und halb so viele Klimageräte werden gekauft.',
  "Most roofs have panels and a battery in the end, neighbours behind one station use what each other's panels give, and batteries stand at the stations, while heat and cars are electrified as in the story left alone.":
    'Am Ende haben die meisten Dächer Photovoltaik und einen Speicher, Nachbarn hinter einer Station nutzen, was die Dächer der anderen liefern, und an den Stationen stehen Batterien; Wärme und Autos werden elektrisch wie in der Geschichte ohne Zutun.',
  "The same electrification, but every electric car covers its building's evening peak behind the meter and takes the energy back at night; nothing flows out into the grid.":
    'Dieselbe Elektrifizierung, aber jedes Elektroauto deckt hinter dem Zähler die Abendspitze seines Gebäudes und holt sich die Energie nachts zurück; nichts davon fließt ins Netz.',
  'The same electrification, and the network is watched, switched and set anew in the place of being built: smart meters, stations that report, switches worked from afar, taps, open points of the ring, a primary substation that holds less voltage, inverters that follow theirs, transformers rated by their hot spot, batteries at the stations.':
    'Dieselbe Elektrifizierung, und das Netz wird überwacht, geschaltet und neu eingestellt, statt gebaut zu werden: intelligente Zähler, Stationen, die melden, ferngesteuerte Schalter, Anzapfungen, offene Trennstellen des Rings, ein Umspannwerk mit niedrigerer Spannung, Wechselrichter, die ihrer folgen, Transformatoren nach ihrer Heißpunkttemperatur, Batterien an den Stationen.',
  "Everything together: envelopes, heat pumps and district heat, managed cars, full roofs, batteries and efficient light, so that nothing is burnt in the town's buildings by 2050.":
    'Alles zusammen: Hüllen, Wärmepumpen und Fernwärme, gesteuerte Autos, volle Dächer, Batterien und sparsames Licht, sodass in den Gebäuden des Orts 2050 nichts mehr verbrannt wird.',
  'An urban energy community of homes, schools and health services shares what its panels give, with batteries at its stations; inspired by the VERDE pilot, with no data from there.':
    'Eine städtische Energiegemeinschaft aus Wohnungen, Schulen und Gesundheitsdiensten teilt, was ihre Dächer liefern, mit Batterien an ihren Stationen; angeregt vom Pilotprojekt VERDE, ohne Daten von dort.',
  'Cooling spreads to nearly every building, summers bring three weeks of heat, and cars charge as they arrive: an evening peak in summer and the losses that go with it; inspired by feeders in hot climates, with no data from there.':
    'Kühlung breitet sich auf fast alle Gebäude aus, Sommer bringen drei Wochen Hitze, und Autos laden, sobald sie ankommen: eine Abendspitze im Sommer und die Verluste dazu; angeregt von Abgängen in heißem Klima, ohne Daten von dort.',
};
