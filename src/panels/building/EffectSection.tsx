import type { ReactNode } from 'react';
import type { Building } from '../../model/building';
import {
  activePackageId,
  BILL_LINES,
  J_PER_KWH,
  letterOfPackage,
  packagesOf,
  scenariosOf,
  useAppState,
  type BuildingFigures,
  type BuildingState,
} from '../../state';
import { ConnectionGauges } from './ConnectionGauges';
import { HeatNeedSplit } from './HeatNeedSplit';
import { Money } from './Money';
import { Named } from './Named';
import { YearFailed } from './YearFailed';
import { usePrinting } from './usePrinting';
import { useStates } from './useStates';
import { useTexts, type Texts } from './useTexts';

/** What the package on screen does to the building and to its connection, against today. */
export function EffectSection({ building }: { readonly building: Building }) {
  const texts = useTexts();
  const { words } = texts;
  const states = useStates(building);
  const activeId = useAppState(activePackageId);
  const letter = useAppState(
    (state) =>
      packagesOf(scenariosOf(state), building.id).find(({ scenario }) => scenario.id === activeId)?.letter,
  );
  const isPrinting = usePrinting();
  const today = states[0];
  const own = states.find(({ scenario }) => scenario.id === activeId) ?? null;
  if (today === undefined) return null;
  return (
    <div data-testid="effect" data-state={(own ?? today).figures === null ? 'computing' : 'ready'}>
      <p className={own === null ? 'muted' : 'effect-of'}>
        {own === null || letter === undefined
          ? words('building.effect.none')
          : words('building.effect.package', { letter })}
        {(own ?? today).figures === null && (own ?? today).failure === null ? (
          <span className="tag provisional">{words('building.effect.computing')}</span>
        ) : null}
      </p>
      <YearFailed issues={(own ?? today).failure ?? today.failure} />
      <Details today={today} own={own} />
      {isPrinting ? (
        <OtherPackages today={today} others={states.filter((one) => one !== today && one !== own)} />
      ) : null}
      <p className="muted small-text">{words('building.effect.boundary')}</p>
    </div>
  );
}

function Details({ today, own }: { readonly today: BuildingState; readonly own: BuildingState | null }) {
  return (
    <>
      <ConnectionGauges today={today} own={own} />
      <Figures today={today.figures} own={own?.figures ?? null} hasPackage={own !== null} />
      <Bill today={today.figures} own={own?.figures ?? null} hasPackage={own !== null} />
      {own === null ? null : <Money today={today} own={own} />}
    </>
  );
}

/** On paper every package stands with its details, not the open one alone. */
function OtherPackages({
  today,
  others,
}: {
  readonly today: BuildingState;
  readonly others: readonly BuildingState[];
}) {
  const { words } = useTexts();
  return others.map((own) => (
    <section key={own.scenario.id} data-printed={own.scenario.id}>
      <p className="effect-of">
        {words('building.effect.package', { letter: letterOfPackage(own.scenario.id) ?? own.scenario.name })}
      </p>
      <Details today={today} own={own} />
    </section>
  ));
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly of: (figures: BuildingFigures) => number;
  readonly note?: string;
  readonly isPart?: boolean;
}

/** Fuel is told of where one of the states has some: need, use and delivered add up on screen. */
export function figureRows({ words }: Texts, shown: readonly (BuildingFigures | null)[]): readonly Row[] {
  const hasFuel = shown.some((figures) => figures === null || figures.deliveredFuelJ > 0);
  const row = (
    id: Exclude<keyof typeof UNITS, 'heatNeedFabric'>,
    of: (figures: BuildingFigures) => number,
  ): Row => ({ id, label: words(`building.effect.rows.${id}`), unit: UNITS[id], of });
  return [
    row('heatNeed', ({ heatNeedJ }) => heatNeedJ / J_PER_KWH),
    row('energyUse', ({ energyUseJ }) => energyUseJ / J_PER_KWH),
    row('delivered', ({ deliveredElectricityJ }) => deliveredElectricityJ / J_PER_KWH),
    ...(hasFuel ? [row('deliveredFuel', ({ deliveredFuelJ }) => deliveredFuelJ / J_PER_KWH)] : []),
    row('exported', ({ exportedElectricityJ }) => exportedElectricityJ / J_PER_KWH),
    row('carbon', ({ carbonKg }) => carbonKg / 1000),
    row('peak', ({ peakW }) => peakW / 1000),
    row('cold', ({ underheatingKH }) => underheatingKH),
    row('warm', ({ overheatingKH }) => overheatingKH),
  ];
}

const UNITS = {
  heatNeed: 'kWh',
  heatNeedFabric: 'kWh',
  energyUse: 'kWh',
  delivered: 'kWh',
  deliveredFuel: 'kWh',
  exported: 'kWh',
  carbon: 't CO₂e',
  peak: 'kW',
  cold: 'K h',
  warm: 'K h',
} as const;

interface TwoFigures {
  readonly today: BuildingFigures | null;
  readonly own: BuildingFigures | null;
  readonly hasPackage: boolean;
}

function Figures({ today, own, hasPackage }: TwoFigures) {
  const texts = useTexts();
  const { words } = texts;
  return (
    <table className="figure-table" data-testid="figures">
      <caption>{words('building.effect.energy')}</caption>
      <Head hasPackage={hasPackage} />
      <tbody>
        {figureRows(texts, hasPackage ? [today, own] : [today]).map(({ id, label, unit, of }) => (
          <FigureRow
            key={id}
            {...{ id, label, unit, hasPackage }}
            before={today === null ? Number.NaN : of(today)}
            after={own === null ? Number.NaN : of(own)}
            note={noteOf(texts, id, today, own)}
          >
            {id === 'heatNeed' && today !== null && own !== null ? (
              <HeatNeedSplit today={today} own={own} />
            ) : undefined}
          </FigureRow>
        ))}
      </tbody>
    </table>
  );
}

/** When the peak is; and why a heat pump's rooms ask for more. */
function noteOf(
  texts: Texts,
  id: string,
  today: BuildingFigures | null,
  own: BuildingFigures | null,
): string | undefined {
  if (id === 'peak') return peakNote(texts, today, own);
  const isNewHeatPump = own?.hasHeatPump === true && today?.hasHeatPump === false;
  return id === 'heatNeed' && isNewHeatPump ? texts.words('building.effect.heatPumpHabit') : undefined;
}

const peakNote = (
  { moment }: Texts,
  today: BuildingFigures | null,
  own: BuildingFigures | null,
): string | undefined => {
  if (today === null) return undefined;
  const before = moment(today.peakStep);
  return own === null || own.peakStep === today.peakStep ? before : `${before} → ${moment(own.peakStep)}`;
};

function Head({ hasPackage }: { readonly hasPackage: boolean }) {
  const { words } = useTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{words('building.effect.figure')}</th>
        <th scope="col" className="number">
          {words('building.effect.today')}
        </th>
        {hasPackage ? (
          <>
            <th scope="col" className="number">
              →<span className="hidden">{words('building.offers.added')}</span>
            </th>
            <th scope="col" className="number">
              {words('building.effect.change')}
            </th>
          </>
        ) : null}
      </tr>
    </thead>
  );
}

function FigureRow({
  id,
  label,
  unit,
  before,
  after,
  hasPackage,
  note,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  readonly hasPackage: boolean;
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}) {
  const texts = useTexts();
  return (
    <>
      <tr data-figure={id} data-before={before} data-after={after}>
        <th scope="row">
          <Named id={id} label={label} /> <span className="unit">{unit}</span>
          {note === undefined ? null : <span className="muted small-text block">{note}</span>}
        </th>
        <td className="number">{texts.number(before)}</td>
        {hasPackage ? (
          <>
            <td className="number strong">{texts.number(after)}</td>
            <td className="number muted">{texts.change(after - before)}</td>
          </>
        ) : null}
      </tr>
      {children}
    </>
  );
}

function Bill({ today, own, hasPackage }: TwoFigures) {
  const { words } = useTexts();
  const parts = BILL_LINES.filter(
    (part) => (today?.billEur[part] ?? 0) !== 0 || (own?.billEur[part] ?? 0) !== 0,
  );
  return (
    <table className="figure-table" data-testid="bill">
      <caption>{words('building.effect.bill')}</caption>
      <Head hasPackage={hasPackage} />
      <tbody>
        {parts.map((part) => (
          <FigureRow
            key={part}
            id={part}
            label={words(`building.effect.billParts.${part}`)}
            unit="EUR"
            before={today?.billEur[part] ?? Number.NaN}
            after={own?.billEur[part] ?? Number.NaN}
            hasPackage={hasPackage}
          />
        ))}
      </tbody>
      <tfoot>
        <FigureRow
          id="total"
          label={words('building.effect.total')}
          unit="EUR"
          before={today?.totalBillEur ?? Number.NaN}
          after={own?.totalBillEur ?? Number.NaN}
          hasPackage={hasPackage}
        />
      </tfoot>
    </table>
  );
}
