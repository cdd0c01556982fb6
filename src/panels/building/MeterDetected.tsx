import { useId, useState } from 'react';
import {
  DATE_ORDERS,
  detectionEntries,
  METER_DIRECTIONS,
  METER_QUANTITIES,
  METER_UNITS,
  totalOf,
  valueText,
  type Detected,
  type MeterChoices,
  type MeterReading,
  type MeterSeries,
} from '../../io/meterData';
import { useActions, type MeterStudy } from '../../state';
import { useTexts, type Texts } from './useTexts';

/** Entries that somebody looks at before the readings are used, in this order. */
const SHOWN = [
  'columns',
  'unit',
  'quantity',
  'direction',
  'intervalS',
  'zone',
  'stampAt',
  'dateOrder',
] as const;
type Shown = (typeof SHOWN)[number];
/** Entries with a fixed list of values. */
const LISTS: Partial<Record<Shown, readonly string[]>> = {
  unit: METER_UNITS,
  quantity: METER_QUANTITIES,
  direction: METER_DIRECTIONS,
  stampAt: ['start', 'end'],
  intervalS: ['900', '1800', '3600'],
  dateOrder: DATE_ORDERS,
};
const WORDED = [
  'interval-energy',
  'register',
  'mean-power',
  'import',
  'export',
  'net',
  'net-export-positive',
  'start',
  'end',
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'epoch',
] as const;

function worded({ words }: Texts, value: string): string {
  const known = WORDED.find((one) => one === value);
  return known === undefined ? value : words(`building.meter.values.${known}`);
}

export function intervalWords({ words, typed }: Pick<Texts, 'words' | 'typed'>, seconds: unknown): string {
  if (typeof seconds !== 'number') return '';
  const rounded = (value: number) => typed(Number(value.toPrecision(4)));
  return seconds < 3600
    ? words('building.meter.minutes', { value: rounded(seconds / 60) })
    : words('building.meter.hours', { value: rounded(seconds / 3600) });
}

/** Whether there is anything to look at or to choose: a file that holds no reading has nothing. */
export function hasEntries({ outcome }: MeterStudy): boolean {
  return (
    outcome.value.series !== null ||
    shownEntries(outcome.value).some(({ found }) => isChoice(found, outcome.value))
  );
}

const isChoice = ({ basis, alternatives }: Detected<unknown>, { rowsRead }: MeterReading): boolean =>
  basis === 'undecided' && (alternatives.length > 0 || rowsRead > 0);

/** What was found or can be chosen: nothing that asks for a choice and has no field for it. */
function shownEntries(value: MeterReading) {
  return detectionEntries(value.detection)
    .filter(({ name, found }) => (SHOWN as readonly string[]).includes(name) && found.basis !== 'absent')
    .filter(
      ({ name, found }) =>
        found.basis !== 'undecided' || (isChoice(found, value) && hasField(name as Shown, found)),
    )
    .sort((a, b) => SHOWN.indexOf(a.name as Shown) - SHOWN.indexOf(b.name as Shown));
}

const hasField = (name: Shown, { alternatives }: Detected<unknown>): boolean =>
  name === 'zone' || LISTS[name] !== undefined || alternatives.length > 0;

/** What was found in the file, each entry with where it comes from and a way to say otherwise. */
export function MeterDetected({ study }: { readonly study: MeterStudy }) {
  const texts = useTexts();
  const { words } = texts;
  const { detection, series } = study.outcome.value;
  const entries = shownEntries(study.outcome.value);
  return (
    <section className="detected" aria-label={words('building.meter.detected')} data-testid="detected">
      <h4>{words('building.meter.detected')}</h4>
      <p className="muted small-text">{words('building.meter.confirmLead')}</p>
      <dl className="facts detected-list">
        {entries.map(({ name, column, found }) => (
          <div key={`${name} ${column ?? ''}`} data-entry={name} className={found.basis}>
            <dt>
              {words(`building.meter.entries.${name}`)}
              {column === undefined || detection.channels.length < 2 ? null : (
                <span className="muted small-text block">{column}</span>
              )}
            </dt>
            <dd>
              <Entry name={name as Shown} found={found} />
              <span className="small-text muted block" title={found.reason}>
                {words(`building.meter.basis.${found.basis}`)}
              </span>
            </dd>
          </div>
        ))}
        {series === null ? null : <SeriesFacts study={study} series={series} />}
      </dl>
    </section>
  );
}

function Entry({ name, found }: { readonly name: Shown; readonly found: Detected<unknown> }) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const label = words(`building.meter.entries.${name}`);
  const set = (value: string) =>
    void actions.building.chooseMeter({
      [name === 'columns' ? 'column' : name]: name === 'intervalS' ? Number(value) : value,
    } as MeterChoices);
  const isOpen = found.value === null;
  if (name === 'intervalS' && !isOpen) return <b>{intervalWords(texts, found.value)}</b>;
  if (name === 'zone') return <ZoneField label={label} found={found} onSet={set} />;
  const others = found.alternatives.map(({ value }) => valueText(value));
  const present = found.value === null ? '' : valueText(found.value);
  const values = LISTS[name] ?? [...new Set([...(present === '' ? [] : [present]), ...others])];
  if (values.length < 2 && !isOpen) return <b>{worded(texts, present)}</b>;
  return (
    <select aria-label={label} value={present} onChange={(event) => set(event.target.value)}>
      {present === '' ? <option value="">{words('building.meter.choose')}</option> : null}
      {values.map((value) => (
        <option key={value} value={value}>
          {name === 'intervalS' ? intervalWords(texts, Number(value)) : worded(texts, value)}
        </option>
      ))}
    </select>
  );
}

const ZONES = ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich', 'Europe/London', 'UTC', '+01:00', '+00:00'];

function ZoneField({
  label,
  found,
  onSet,
}: {
  readonly label: string;
  readonly found: Detected<unknown>;
  readonly onSet: (value: string) => void;
}) {
  const id = useId();
  const present = found.value === null ? '' : valueText(found.value);
  const [typed, setTyped] = useState<string | null>(null);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([own, ...ZONES])];
  const take = () => {
    const text = typed?.trim() ?? '';
    if (text !== '' && text !== present) onSet(text);
    setTyped(null);
  };
  return (
    <>
      <input
        type="text"
        list={`${id}-zones`}
        aria-label={label}
        placeholder={own}
        value={typed ?? present}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <datalist id={`${id}-zones`}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

const DAY_S = 86_400;

/** Changes of the clock between two instants; readings are counted in UTC, so none of them loses or doubles an hour. */
function clockChanges({ clock, startS, stepS, channels }: MeterSeries): number {
  const endS = startS + stepS * (channels[0]?.pW.length ?? 0);
  let changes = 0;
  for (let at = startS + DAY_S; at < endS; at += DAY_S)
    if (clock.offsetAtS(at) !== clock.offsetAtS(at - DAY_S)) changes += 1;
  return changes;
}

function SeriesFacts({ study, series }: { readonly study: MeterStudy; readonly series: MeterSeries }) {
  const texts = useTexts();
  const { words } = texts;
  const { rowsRead, rowsUsed } = study.outcome.value;
  const { startS, stepS, clock, channels } = series;
  const length = channels[0]?.pW.length ?? 0;
  const day = (instantS: number) =>
    new Date((instantS + clock.offsetAtS(instantS)) * 1000).toISOString().slice(0, 10);
  const gaps = Math.max(
    0,
    ...channels.map(({ pW }) => pW.reduce((sum, w) => sum + Number(Number.isNaN(w)), 0)),
  );
  const changes = clockChanges(series);
  const facts = [
    ['period', words('building.meter.period'), `${day(startS)} – ${day(startS + stepS * length - 1)}`],
    ...channels.map((channel) => {
      const { energyJ } = totalOf(series, channel);
      const name = channels.length > 1 ? ` ${words(`building.meter.values.${channel.direction}`)}` : '';
      return ['total', `${words('building.meter.total')}${name}`, texts.inUnit(energyJ / 3.6e6, 'kWh')];
    }),
    [
      'gaps',
      words('building.meter.gaps'),
      gaps === 0 ? words('building.meter.noGaps') : words('building.meter.gapsValue', { count: gaps }),
    ],
    [
      'clock',
      words('building.meter.clock'),
      changes === 0
        ? words('building.meter.noClock')
        : words('building.meter.clockValue', { count: changes }),
    ],
    [
      'rows',
      words('building.meter.rows'),
      words('building.meter.rowsValue', { used: texts.whole(rowsUsed), read: texts.whole(rowsRead) }),
    ],
  ] as const;
  return (
    <>
      {facts.map(([name, label, value]) => (
        <div key={`${name} ${label}`} data-entry={name}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </>
  );
}
