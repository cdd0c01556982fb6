import type { KpiName } from './types';

const TECHNOLOGIES = {
  load: 'Last',
  photovoltaic: 'PV',
  vehicle: 'Elektroautos',
  heatPump: 'Wärmepumpen',
} as const;

const PLACES: Readonly<
  Record<string, readonly [nominative: string, dative: string, genitivePlural: string]>
> = {
  feeder: ['Abgang', 'des Abgangs', 'Abgänge'],
  transformer: ['Transformator', 'des Transformators', 'Transformatoren'],
};
const placeOf = (english: string) => PLACES[/feeder|transformer/.exec(english)?.[0] ?? 'feeder']!;

const RANGES = {
  smallest: {
    label: 'kleinster Wert',
    what: ([, of]: readonly string[]) => `${of!} und der Verteilung, die am wenigsten aufnehmen`,
  },
  median: {
    label: 'mittlerer Wert (Median)',
    what: ([, , all]: readonly string[]) => `Median über die ${all!} des Medians über die Verteilungen`,
  },
  largest: {
    label: 'größter Wert',
    what: ([, of]: readonly string[]) => `${of!} und der Verteilung, die am meisten aufnehmen`,
  },
} as const;

const CONDITIONS =
  'Ein Ort nach dem anderen, alle Einheiten gleichzeitig mit voller Leistung in den Stunden, die für den Ort ohne sie die schwersten waren; ohne Regelung, Verstärkung, Schutz und Flicker. Was schon vorher jenseits einer Grenze lag, zählt nur, wo es schlimmer wird.';

const marked = (number: string | undefined): string => (number ?? '?').replace('.', ',');

function limitsText(english: string): string {
  const [, from, to, loading] =
    /limits ([\d.]+) to ([\d.]+) pu and ([\d.]+) % of ratings/.exec(english) ?? [];
  const [, change] = /a change of voltage below ([\d.]+) %/.exec(english) ?? [];
  const more = [
    ...(change === undefined ? [] : [`Spannungsänderung unter ${marked(change)} % der Nennspannung`]),
    ...(english.includes('no power that turns back')
      ? ['keine Rückspeisung durch Transformator oder Regler']
      : []),
  ];
  return [`${marked(from)} bis ${marked(to)} pu und ${marked(loading)} % der Bemessungswerte`, ...more].join(
    ', ',
  );
}

/** The whole sentence of the core, made anew from its numbers. */
function definitionOf(english: string, range: keyof typeof RANGES): string {
  const place = placeOf(/a (feeder|transformer) takes/.exec(english)?.[1] ?? 'feeder');
  const [, unit] = /units of ([\d.]+) kW/.exec(english) ?? [];
  const [, draws, seed] = /(\d+) random allocations, seed (\d+)/.exec(english) ?? [];
  const [, ended] = /At least: the search ended at ([\d.]+) kW/.exec(english) ?? [];
  const [, open] = /Where nothing breaks up to ([\d.]+) kW/.exec(english) ?? [];
  return [
    'Grobprüfung.',
    ...(ended === undefined
      ? []
      : [`Mindestens: Die Suche endete bei ${marked(ended)} kW, bevor eine Grenze verletzt wurde.`]),
    `Leistung von Einheiten zu ${marked(unit)} kW, die ein ${place[0]} aufnimmt, bevor eine Grenze verletzt wird, ${RANGES[range].what(place)}; ${draws ?? '?'} zufällige Verteilungen, Startwert ${seed ?? '?'}, Grenzen ${limitsText(english)}.`,
    ...(open === undefined ? [] : [`Wo bis ${marked(open)} kW nichts verletzt wird, mindestens so viel.`]),
    CONDITIONS,
  ].join(' ');
}

const nameOf = (technology: keyof typeof TECHNOLOGIES, range: keyof typeof RANGES): KpiName => ({
  label: (english) =>
    `Aufnahmefähigkeit für ${TECHNOLOGIES[technology]}, ${placeOf(english)[0]}, ${RANGES[range].label}${english.endsWith('at least') ? ', mindestens' : ''}`,
  definition: (english) => (english === '' ? '' : definitionOf(english, range)),
});

/** Hosting capacity as indicators: a technology each, with the least, the middle and the most. */
export const hosting: Readonly<Record<string, KpiName>> = Object.fromEntries(
  (Object.keys(TECHNOLOGIES) as (keyof typeof TECHNOLOGIES)[]).flatMap((technology) =>
    (Object.keys(RANGES) as (keyof typeof RANGES)[]).map((range) => [
      `hosting-${technology}-${range}`,
      nameOf(technology, range),
    ]),
  ),
);
