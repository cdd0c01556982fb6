import type { Building, BuildingUse, HeatingSystem } from '../../model/building';

/** Words that a use is looked for by, in both languages of the page; searched, never shown. */
const USE_WORDS: Readonly<Record<BuildingUse, string>> = {
  detached: 'detached house single family home Einfamilienhaus freistehend Wohnhaus',
  terraced: 'terraced house row house home Reihenhaus Wohnhaus',
  apartment: 'apartments flats apartment house multi family Wohnungen Mehrfamilienhaus Mietshaus Wohnhaus',
  office: 'office offices Büro Bürohaus Verwaltung',
  retail: 'retail shop shops store supermarket Laden Geschäft Einkauf Handel Markt',
  school: 'school schools kindergarten Schule Schulen Kita',
  hospital: 'hospital clinic Krankenhaus Klinik',
  hotel: 'hotel guest house Gasthof Pension',
  restaurant: 'restaurant cafe Gaststätte Wirtshaus',
  warehouse: 'warehouse storage logistics Lager Lagerhalle Logistik',
  publicHall: 'public hall gym church Halle Saal Turnhalle Bürgerhaus',
};

const HEATING_WORDS: Readonly<Record<HeatingSystem, string>> = {
  gasBoiler: 'gas boiler Gaskessel Gasheizung',
  oilBoiler: 'oil boiler Ölkessel Ölheizung',
  districtHeat: 'district heat Fernwärme',
  directElectric: 'direct electric Stromheizung',
  airHeatPump: 'heat pump air Wärmepumpe Luft',
  groundHeatPump: 'heat pump ground Wärmepumpe Erdreich',
  none: 'unheated unbeheizt',
};

/** Without accents and with ss for sharp s, so that "strasse" finds "Straße". */
const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');

/** 2 before 10. */
const NATURAL = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const nameOf = ({ name, id }: Building): string => name ?? id;

const kinds = new WeakMap<Building, { readonly archetype: string; readonly words: readonly string[] }>();

/** What a building is, as words to begin one of which is to find it: use, heating, year, archetype. */
function kindWords(building: Building, archetype: string): readonly string[] {
  const known = kinds.get(building);
  if (known?.archetype === archetype) return known.words;
  const { use, heating, constructionYear } = building;
  const text = `${USE_WORDS[use]} ${HEATING_WORDS[heating]} ${constructionYear} ${archetype}`;
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  kinds.set(building, { archetype, words });
  return words;
}

/**
 * What a typed text finds: every word somewhere in name or id, or at the beginning of a word of what the building is. Ids and
 * beginnings of names first, then names, then kinds; each in natural order, 2 before 10.
 */
export function findBuildings(
  buildings: readonly Building[],
  typed: string,
  archetypeOf: (building: Building) => string = () => '',
): readonly Building[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const ranked = buildings.flatMap((building) => {
    const [name, id] = [plain(building.name ?? ''), plain(building.id)];
    const called = `${name} ${id}`;
    const isCalled = wanted.every((word) => called.includes(word));
    if (isCalled) {
      const begins = name.startsWith(wanted[0]!) || id.startsWith(wanted[0]!);
      return [{ building, rank: id === plain(typed.trim()) ? 0 : begins ? 1 : 2 }];
    }
    const kind = kindWords(building, archetypeOf(building));
    const isMeant = wanted.every((word) => called.includes(word) || kind.some((one) => one.startsWith(word)));
    return isMeant ? [{ building, rank: 3 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || NATURAL.compare(nameOf(a.building), nameOf(b.building)))
    .map(({ building }) => building);
}

/** One of each use, those that most are of first: somewhere to begin without a name. */
export function suggestedBuildings(buildings: readonly Building[], count: number): readonly Building[] {
  const byUse = new Map<BuildingUse, Building[]>();
  for (const building of buildings) {
    const alike = byUse.get(building.use);
    if (alike === undefined) byUse.set(building.use, [building]);
    else alike.push(building);
  }
  return [...byUse.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, count)
    .map((of) => of.reduce((first, one) => (NATURAL.compare(nameOf(one), nameOf(first)) < 0 ? one : first)));
}
