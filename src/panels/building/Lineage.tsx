import { letterOfPackage, parentIn, scenariosOf, useAppState, type BuildingState } from '../../state';
import { useTexts, type Texts } from './useTexts';

/** `A`, or Today for the present. */
export const letterOf = ({ words }: Texts, { scenario }: BuildingState): string =>
  letterOfPackage(scenario.id) ?? words('building.packages.ownName');

/** Which packages have a price that nobody knows, and what is not told of them. */
export function NotPriced({ states }: { readonly states: readonly BuildingState[] }) {
  const texts = useTexts();
  const unpriced = states.filter(({ costs }) => (costs?.unpriced ?? 0) > 0);
  if (unpriced.length === 0) return null;
  const names = unpriced.map((state) => letterOf(texts, state)).join(', ');
  return (
    <p className="small-text" data-testid="not-priced">
      {texts.words('building.packages.notPriced', { names })}
    </p>
  );
}

/** Where a package begins from another one, and what of its cost came along. */
export function Lineage({ states }: { readonly states: readonly BuildingState[] }) {
  const texts = useTexts();
  const { words } = texts;
  const scenarios = useAppState(scenariosOf);
  const derived = states.filter(({ scenario }) => scenario.parent !== undefined);
  if (derived.length === 0) return null;
  return (
    <ul className="lineage small-text" data-testid="lineage">
      {derived.map((state) => {
        const { name, scenario } = parentIn(scenarios, state.scenario)!;
        const parent = states.find((one) => one.scenario === scenario);
        return (
          <li key={state.scenario.id}>
            <b>{letterOf(texts, state)}</b>{' '}
            {parent === undefined
              ? words('building.packages.inheritsThen', { name })
              : words('building.packages.inherits', { name: letterOf(texts, parent) })}
            .{' '}
            <span className="muted">
              {words('building.packages.inheritsNote', {
                money: texts.inUnit(state.costs?.inheritedEur ?? Number.NaN, 'EUR'),
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
