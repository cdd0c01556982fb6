import { useMemo } from 'react';
import type { Building } from '../../model/building';
import {
  activePackageId,
  BASELINE_ID,
  baselineResult,
  letterOfPackage,
  measureIn,
  nameOfBuilding,
  OFFER_GROUPS,
  packagesOf,
  scenariosOf,
  useActions,
  useAppState,
  type BuildingState,
  type OfferedType,
} from '../../state';
import { scenarioColour } from '../../state/display';
import { Scroll } from '../parts/Scroll';
import { downloadText, fileNameOf } from '../parts/download';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';
import { CashFlowChart } from './CashFlowChart';
import { Named } from './Named';
import { letterOf, Lineage, NotPriced } from './Lineage';
import { packageCsv, packageRows } from './packageTable';
import { useStates } from './useStates';
import { useTexts } from './useTexts';

const TYPES: readonly OfferedType[] = Object.values(OFFER_GROUPS).flat();

/** Packages side by side: figures, measures that can be taken back one by one, and money over the years. */
export function PackagesSection({ building }: { readonly building: Building }) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const states = useStates(building);
  const scenarios = useAppState(scenariosOf);
  const activeId = useAppState(activePackageId);
  const againstId = useAppState((state) => state.building.againstId);
  const packages = packagesOf(scenarios, building.id);
  const today = states[0];
  const open = packages.find(({ scenario }) => scenario.id === activeId) ?? packages.at(-1);
  if (today === undefined) return null;
  const against = states.find(({ scenario }) => scenario.id === againstId) ?? today;
  return (
    <div data-testid="packages">
      <p className="muted">{words('building.packages.lead')}</p>
      <div className="row wrap no-print">
        {open === undefined ? null : (
          <button
            type="button"
            className="button primary"
            data-testid="package-from"
            onClick={() => actions.building.derive(open.scenario.id)}
          >
            <Icon name="plus" />
            <span>{words('building.packages.from', { letter: open.letter })}</span>
          </button>
        )}
        <button type="button" className="button" onClick={() => actions.building.derive(BASELINE_ID)}>
          <Icon name="plus" />
          <span>{words('building.packages.fromToday')}</span>
        </button>
      </div>
      {packages.length === 0 ? (
        <p className="muted">{words('building.packages.none')}</p>
      ) : (
        <Compared building={building} states={states} against={against} />
      )}
    </div>
  );
}

function Compared({
  building,
  states,
  against,
}: {
  readonly building: Building;
  readonly states: readonly BuildingState[];
  readonly against: BuildingState;
}) {
  const texts = useTexts();
  const { words } = texts;
  const rows = useMemo(() => packageRows(texts, states, against), [texts, states, against]);
  const types = TYPES.filter((type) =>
    states.some(({ scenario }) => measureIn(scenario, type, building.id) !== undefined),
  );
  const names = states.map((state) => letterOf(texts, state));
  const version = useAppState((state) => baselineResult(state)?.engineVersion ?? '');
  const district = useAppState((state) => state.loaded?.district.name ?? '');
  const saveCsv = () => {
    const measures = types.map((type) => ({
      label: texts.measure(type),
      texts: states.map(({ scenario }) =>
        words(
          measureIn(scenario, type, building.id) === undefined
            ? 'building.packages.notIn'
            : 'building.packages.inPackage',
        ),
      ),
    }));
    const csv = packageCsv(texts, rows, names, letterOf(texts, against), measures);
    downloadText(`${fileNameOf('packages', nameOfBuilding(building))}.csv`, csv);
  };
  return (
    <>
      <Scroll label={words('building.packages.table')}>
        <table className="package-table" data-testid="package-table">
          <caption className="hidden">{words('building.packages.table')}</caption>
          <thead>
            <tr>
              <td />
              {states.map((state) => (
                <ColumnHead key={state.scenario.id} state={state} isBase={state === against} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, unit, texts: values, changes }) => (
              <tr key={id} data-row={id}>
                <th scope="row">
                  <Named id={id} label={label} /> <span className="unit">{unit}</span>
                </th>
                {values.map((value, at) => (
                  <td key={names[at]} className="number">
                    <span className="value">{value}</span>
                    {Number.isFinite(changes[at]!) && states[at] !== against ? (
                      <span className="small-text muted block">{texts.change(changes[at]!)}</span>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="measure-head-row">
              <th scope="rowgroup" colSpan={states.length + 1}>
                {words('building.packages.measures')}
              </th>
            </tr>
            {types.map((type) => (
              <MeasureRow key={type} type={type} states={states} buildingId={building.id} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <Lineage states={states} />
      <NotPriced states={states} />
      <CashFlowChart states={states} against={against} nameOf={(state) => letterOf(texts, state)} />
      <div className="row wrap no-print">
        <button
          type="button"
          className="button primary"
          data-testid="export"
          onClick={() => {
            saveCsv();
            window.print();
          }}
        >
          <Icon name="download" />
          <span>{words('building.packages.export')}</span>
        </button>
        <button type="button" className="button" onClick={saveCsv}>
          {words('building.packages.csv')}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {words('building.packages.print')}
        </button>
      </div>
      <p className="print-only small-text">{words('building.packages.printFoot', { version, district })}</p>
    </>
  );
}

/** A button that goes away with what it stands on hands the focus on: else the keyboard begins again at the top of the page. */
function toTable(button: Element): void {
  button.closest<HTMLElement>('.scroll-x')?.focus();
}

function ColumnHead({ state, isBase }: { readonly state: BuildingState; readonly isBase: boolean }) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const { id } = state.scenario;
  const isOpen = useAppState(({ activeId }) => activeId === id);
  const theme = useTheme();
  const row = useAppState((all) => scenariosOf(all).findIndex((one) => one.id === id));
  const letter = letterOf(texts, state);
  const isPackage = letterOfPackage(id) !== null;
  return (
    <th scope="col" className={isOpen ? 'number open' : 'number'} data-column={id}>
      <span className="column-letter">
        <span className="swatch" aria-hidden="true" style={{ backgroundColor: scenarioColour(row, theme) }} />{' '}
        {letter}
      </span>
      <span className="column-buttons">
        {isPackage ? (
          <>
            <button
              type="button"
              className="button small"
              aria-pressed={isOpen}
              onClick={() => actions.building.show(id)}
            >
              {words(isOpen ? 'building.packages.opened' : 'building.packages.open')}
              <span className="hidden"> {letter}</span>
            </button>
            <IconButton
              icon="close"
              className="small"
              label={words('building.packages.remove', { letter })}
              onClick={({ currentTarget }) => {
                toTable(currentTarget);
                actions.removeScenario(id);
              }}
            />
          </>
        ) : null}
      </span>
      <label className="base-choice">
        <input
          type="radio"
          name="held-against"
          checked={isBase}
          onChange={() => actions.building.holdAgainst(id)}
        />
        <span>
          {words(isBase ? 'building.packages.baseNow' : 'building.packages.base')}
          <span className="hidden"> {letter}</span>
        </span>
      </label>
    </th>
  );
}

function MeasureRow({
  type,
  states,
  buildingId,
}: {
  readonly buildingId: string;
  readonly type: OfferedType;
  readonly states: readonly BuildingState[];
}) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const measure = texts.measure(type);
  const isLast = states.filter(({ scenario }) => measureIn(scenario, type, buildingId)).length === 1;
  return (
    <tr data-measure-row={type}>
      <th scope="row">{measure}</th>
      {states.map((state) => {
        const own = measureIn(state.scenario, type, buildingId);
        const letter = letterOf(texts, state);
        return (
          <td key={state.scenario.id} className="number" data-in={own !== undefined} tabIndex={-1}>
            {own === undefined ? (
              <span className="muted">{words('building.packages.notIn')}</span>
            ) : (
              <span className="cell-measure">
                {own.inheritedFrom === undefined ? (
                  words('building.packages.inPackage')
                ) : (
                  <span className="small-text">{words('building.packages.inheritedMark')}</span>
                )}
                <IconButton
                  icon="reset"
                  className="small"
                  label={words('building.packages.revert', { measure, letter })}
                  onClick={({ currentTarget }) => {
                    if (isLast) toTable(currentTarget);
                    else currentTarget.closest('td')?.focus();
                    actions.building.remove(state.scenario.id, type);
                  }}
                />
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
