import {
  type Detected,
  type MeterDirection,
  type MeterQuantity,
  type MeterUnit,
  METER_UNITS,
  stated,
  undecided,
} from './detection';

/** Joules in one unit of energy, watts in one unit of power. */
const FACTORS: Readonly<Record<MeterUnit, number>> = {
  ...{ Wh: 3600, kWh: 3.6e6, MWh: 3.6e9, GWh: 3.6e12 },
  ...{ J: 1, kJ: 1e3, MJ: 1e6, GJ: 1e9 },
  ...{ W: 1, kW: 1e3, MW: 1e6 },
};

/** J per unit of energy or W per unit of power. */
export const siFactor = (unit: MeterUnit): number => FACTORS[unit];

export const isPower = (unit: MeterUnit): boolean => unit === 'W' || unit === 'kW' || unit === 'MW';

const EXACT = new Map<string, MeterUnit>(METER_UNITS.map((unit) => [unit, unit]));
const LOWER = new Map<string, MeterUnit>(METER_UNITS.map((unit) => [unit.toLowerCase(), unit]));
const WRITTEN_OUT: readonly (readonly [RegExp, MeterUnit])[] = [
  [/mega\s*watt[-\s]*(hours?|stunden?)/i, 'MWh'],
  [/kilo\s*watt[-\s]*(hours?|stunden?)/i, 'kWh'],
  [/(?<!kilo\s?|mega\s?)watt[-\s]*(hours?|stunden?)/i, 'Wh'],
  [/mega\s*watts?(?![-\s]*(hour|stunde))/i, 'MW'],
  [/kilo\s*watts?(?![-\s]*(hour|stunde))/i, 'kW'],
];
/** Words of quantities that are no active energy or power: such a column is left out. */
const OTHER_QUANTITIES =
  /^(k?varh?|mvarh?|k?vah?|mva|m3|m³|nm3|ft3|ccf|mcf|therms?|btu|kbtu|mmbtu|l|litres?|liters?|°c|degc|°f|degf|celsius|v|volts?|a|amps?|hz|pf|%|percent|eur|€|usd|\$|gbp|£|chf|cost|costs|kosten|price|preis|tariff|tarif|temperature|temperatur|temp|status|quality|qualität|flag|id|reactive|blind(arbeit|leistung)?|co2)$/i;

const words = (heading: string): string[] =>
  heading.split(/[^\p{L}\p{N}°³%€$£+]+/u).filter((word) => word !== '');

/** True for a column of costs, volumes, reactive energy, temperatures and the like. */
export function isOtherQuantity(heading: string): boolean {
  return unitsIn(heading).length === 0 && words(heading).some((word) => OTHER_QUANTITIES.test(word));
}

/** Every unit named in a heading; `mWh` and `mW` are listed as the mega unit and marked by `isMilli`. */
function unitsIn(heading: string): MeterUnit[] {
  const found = new Set<MeterUnit>();
  for (const word of words(heading)) {
    const unit = EXACT.get(word) ?? LOWER.get(word.toLowerCase());
    // A lone lower-case j or a capital letter that is part of a name is no unit of energy.
    if (unit !== undefined && !(unit === 'J' && word === 'j')) found.add(unit);
  }
  for (const [pattern, unit] of WRITTEN_OUT) if (pattern.test(heading)) found.add(unit);
  return [...found];
}

const isMilli = (heading: string): boolean => words(heading).some((word) => word === 'mWh' || word === 'mW');

/** The unit that a heading (or a cell of a unit column) states. */
export function unitOfHeading(heading: string): Detected<MeterUnit> {
  const found = unitsIn(heading);
  const [only] = found;
  if (only === undefined) return undecided('no unit is named');
  if (found.length > 1) {
    const reason = `"${heading}" names ${found.join(' and ')}`;
    return undecided(
      reason,
      found.map((value) => ({ value, reason })),
    );
  }
  if (isMilli(heading)) {
    const reason = `"${heading}" is milli by its spelling and mega by use`;
    return undecided(reason, [{ value: only, reason }]);
  }
  return stated(only, `"${heading}"`);
}

/** The unit that a heading ends in; words before it may be a zone's id, which can look like a unit. */
export const unitAtEnd = (heading: string): Detected<MeterUnit> => unitOfHeading(words(heading).at(-1) ?? '');

const REGISTER =
  /\b(register|meter\s*reading|reading|z[äa]hlerstand|stand|index|cumulative|cumul\w*|kumul\w*|meterstand|totali[sz]er|counter)\b/i;

/** What a heading says about the quantity, beyond its unit. */
export function quantityOfHeading(heading: string): MeterQuantity | null {
  return REGISTER.test(heading.replaceAll('_', ' ')) ? 'register' : null;
}

const IMPORT =
  /\b(import(ed)?|consumption|consumed|usage|used|demand|load|bezug|verbrauch|netzbezug|entnahme|afname|verbruik|consumo|consommation|soutirage|prelievo|withdrawal|from grid)\b|\b1[.-]8[.-]\d|\ba\+/i;
const EXPORT =
  /\b(export(ed)?|generation|generated|feed ?in|einspeisung|netzeinspeisung|r[üu]ckspeisung|r[üu]cklieferung|teruglevering|injection|injected|production|produktion|erzeugung|surplus|to grid|reverse)\b|\b2[.-]8[.-]\d|\ba-/i;
const NET = /\b(net|netto|saldo|balance)\b/i;

/** What a heading says about the direction; null when it says nothing, several when it says more than one. */
export function directionsOfHeading(heading: string): MeterDirection[] {
  const plain = heading.replace(/[_/()[\]]/g, ' ').replace(/-(?=\p{L})/gu, ' ');
  const found: MeterDirection[] = [];
  if (IMPORT.test(plain)) found.push('import');
  if (EXPORT.test(plain)) found.push('export');
  // "Net import" is the balance with import counted positive.
  if (NET.test(plain)) return found[0] === 'export' && found.length === 1 ? ['net-export-positive'] : ['net'];
  return found;
}
