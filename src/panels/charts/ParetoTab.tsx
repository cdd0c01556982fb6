import { useId, useState } from 'react';
import type { ComparedScenario } from '../../study/comparison';
import { useWords } from '../../state';
import { shownScenarios, type Shown } from '../compare/shown';
import { useScenarioPens } from '../compare/useScenarioPens';
import { ParetoChart } from './ParetoChart';

/** What a scenario is held against its cost by, in the unit that the axis names. */
const LEFT = { carbon: 1000, hoursOverload: 1, gridImport: 3.6e9 } as const;
type Left = keyof typeof LEFT;
const LEFTS = Object.keys(LEFT) as Left[];
const EUR_PER_KEUR = 1000;

const valueOf = ({ year }: ComparedScenario, id: string): number =>
  year.kpis.find((kpi) => kpi.id === id)?.value ?? Number.NaN;

/** Scenarios by their yearly cost, of energy and of measures, and by what they leave. */
export function ParetoTab({ shown }: { readonly shown: Shown }) {
  const words = useWords();
  const id = useId();
  const penOf = useScenarioPens();
  const [left, setLeft] = useState<Left>('carbon');
  const all = shownScenarios(shown);
  const scenarioIds = new Map(all.map(({ key, scenario }) => [key, scenario.id]));
  return (
    <>
      <div className="row wrap">
        <label htmlFor={id}>{words('charts.pareto.against')}</label>
        <select
          id={id}
          value={left}
          onChange={(event) => setLeft(LEFTS.find((one) => one === event.target.value) ?? 'carbon')}
        >
          {LEFTS.map((one) => (
            <option key={one} value={one}>
              {words(`charts.pareto.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <ParetoChart
        points={all.map((one) => ({
          id: one.key,
          name: shown.names.get(one.key)!,
          cost: (valueOf(one, 'energyCost') + valueOf(one, 'measuresCost')) / EUR_PER_KEUR,
          left: valueOf(one, left) / LEFT[left],
        }))}
        costLabel={words('charts.pareto.cost')}
        leftLabel={words(`charts.pareto.${left}`)}
        colourOf={(key) => penOf(scenarioIds.get(key) ?? key)}
        csvName="cost-against-the-rest.csv"
      />
    </>
  );
}
