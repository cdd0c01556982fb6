/**
 * Numbers as people read them: three significant digits, thin spaces between thousands, a true minus sign, and the
 * prefix that keeps one to four digits before the decimal point. Missing values are an en dash, never 0.
 */
export const MINUS = '\u2212';
export const THIN_SPACE = '\u2009';
export const NARROW_NO_BREAK_SPACE = '\u202f';
export const MISSING = '–';

/** Whose decimal mark and words numbers take. */
export type Locale = 'en' | 'de';
const DECIMAL_MARK = { en: '.', de: ',' } as const satisfies Record<Locale, string>;
const POINTS = { en: 'points', de: 'Punkte' } as const satisfies Record<Locale, string>;

interface Scale {
  readonly from: number;
  readonly factor: number;
  readonly unit: string;
}

/** Smallest magnitude (after rounding) from which a prefix is used; ascending. */
const SCALES: Readonly<Record<string, readonly Scale[]>> = {
  W: [
    { from: 0, factor: 1, unit: 'W' },
    { from: 1000, factor: 1e3, unit: 'kW' },
    { from: 1e6, factor: 1e6, unit: 'MW' },
    { from: 1e9, factor: 1e9, unit: 'GW' },
  ],
  var: [
    { from: 0, factor: 1, unit: 'var' },
    { from: 1000, factor: 1e3, unit: 'kvar' },
    { from: 1e6, factor: 1e6, unit: 'Mvar' },
  ],
  VA: [
    { from: 0, factor: 1, unit: 'VA' },
    { from: 1000, factor: 1e3, unit: 'kVA' },
    { from: 1e6, factor: 1e6, unit: 'MVA' },
  ],
  J: [
    { from: 0, factor: 3600, unit: 'Wh' },
    { from: 3.6e6, factor: 3.6e6, unit: 'kWh' },
    { from: 3.6e9, factor: 3.6e9, unit: 'MWh' },
    { from: 3.6e12, factor: 3.6e12, unit: 'GWh' },
  ],
  V: [
    { from: 0, factor: 1, unit: 'V' },
    { from: 1000, factor: 1e3, unit: 'kV' },
  ],
  M: [
    { from: 0, factor: 1, unit: 'm' },
    { from: 1000, factor: 1000, unit: 'km' },
  ],
  'kg CO2e': [
    { from: 0, factor: 1, unit: 'kg CO2e' },
    { from: 1000, factor: 1000, unit: 't CO2e' },
  ],
  EUR: [
    { from: 0, factor: 1, unit: 'EUR' },
    { from: 1000, factor: 1e3, unit: 'kEUR' },
    { from: 1e6, factor: 1e6, unit: 'MEUR' },
  ],
  pu: [{ from: 0, factor: 0.01, unit: '%' }],
  degC: [{ from: 0, factor: 1, unit: '°C' }],
  '1': [{ from: 0, factor: 1, unit: '' }],
  count: [{ from: 0, factor: 1, unit: '' }],
};

function scaleFor(magnitude: number, unit: string): Scale {
  const scales = SCALES[unit === 'm' ? 'M' : unit] ?? [{ from: 0, factor: 1, unit }];
  const rounded = Number(magnitude.toPrecision(3));
  let chosen = scales[0]!;
  for (const scale of scales) if (rounded >= scale.from) chosen = scale;
  return chosen;
}

/** Three significant digits by default; whole numbers keep all their digits when `digits` is not smaller than needed. */
export function formatNumber(value: number, digits = 3, locale: Locale = 'en'): string {
  if (!Number.isFinite(value)) return MISSING;
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  const decimals = magnitude === 0 ? 0 : Math.max(0, digits - 1 - decimalExponent(magnitude));
  const text = magnitude.toFixed(Math.min(decimals, 20));
  return `${rounded < 0 ? MINUS : ''}${written(text, locale, 5)}`;
}

/** A number with as many decimals as its column has, thousands grouped from four digits on. */
export function formatFixed(value: number, decimals: number, locale: Locale = 'en'): string {
  if (!Number.isFinite(value)) return MISSING;
  const text = value.toFixed(decimals);
  return text.startsWith('-') ? `${MINUS}${written(text.slice(1), locale, 4)}` : written(text, locale, 4);
}

/** All digits of a number, as it is typed into a field. */
export const formatTyped = (value: number, locale: Locale = 'en'): string =>
  String(value).replace('.', DECIMAL_MARK[locale]);

/** The digits of a number that is not negative, with the mark of the locale; grouped from `groupedFrom` digits on. */
function written(text: string, locale: Locale, groupedFrom: number): string {
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.length < groupedFrom ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);
  return fraction === undefined ? grouped : `${grouped}${DECIMAL_MARK[locale]}${fraction}`;
}

/** Exponent of the leading decimal digit; read off the text because logarithms differ between engines. */
function decimalExponent(magnitude: number): number {
  return Number(magnitude.toExponential().split('e')[1]);
}

/**
 * `formatQuantity(1234567, 'W')` = "1.23 MW". Units: W, var, VA, V and m take a prefix; J is shown as Wh to GWh; pu as
 * percent; kg CO2e turns into tonnes and EUR into thousands and millions; a `count` is whole; others as they are.
 */
export function formatQuantity(
  value: number | null | undefined,
  unit: string,
  locale: Locale = 'en',
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const scale = scaleFor(Math.abs(value), unit);
  // Things that are counted are whole: "6", not "6.00".
  const whole = unit === 'count' && Number.isInteger(value);
  const number = whole ? wholeNumber(value, locale) : formatNumber(value / scale.factor, 3, locale);
  return scale.unit === '' ? number : `${number}${NARROW_NO_BREAK_SPACE}${scale.unit}`;
}

/** A change against a reference: "+0.8 MW (+6 %)". The share is left out when the reference is 0 or missing. */
export function formatDelta(
  value: number | null | undefined,
  reference: number | null | undefined,
  unit: string,
  locale: Locale = 'en',
): string {
  if (value === null || value === undefined || reference === null || reference === undefined) return MISSING;
  const change = value - reference;
  if (!Number.isFinite(change)) return MISSING;
  if (change === 0) return '±0';
  // Shares differ in points: a percentage of a percentage would be read as one of the other.
  if (unit === '%') return `${signed(formatNumber(change, 3, locale), change)} ${POINTS[locale]}`;
  const absolute = signed(formatQuantity(change, unit, locale), change);
  if (reference === 0 || unit === 'pu' || unit === 'degC') return absolute;
  const share = (change / Math.abs(reference)) * 100;
  const shareText = formatNumber(share, Math.abs(share) < 10 ? 1 : 2, locale);
  return `${absolute} (${signed(shareText, change)}${NARROW_NO_BREAK_SPACE}%)`;
}

function wholeNumber(value: number, locale: Locale): string {
  return formatNumber(value, Math.max(1, String(Math.abs(value)).length), locale);
}

function signed(text: string, change: number): string {
  return change > 0 ? `+${text}` : text;
}
