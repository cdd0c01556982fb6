import { useSpeech } from '../../state';
import { RAMPS } from '../../state/display';
import { setTitle } from '../../state/view';
import type { WayOutSet } from '../../study/wayOut';
import { ParetoChart } from '../charts/ParetoChart';
import { useTheme } from '../parts/theme';

const EUR_PER_KEUR = 1000;

/** The ways out by what they cost a year and what they leave outside its limits. */
export function SetsChart({ sets }: { readonly sets: readonly WayOutSet[] }) {
  const { words, language } = useSpeech();
  const theme = useTheme();
  const ramp = RAMPS.scenarios[theme].slice(1);
  return (
    <ParetoChart
      points={sets.map((set, row) => ({
        id: String(row),
        name: setTitle(set, language),
        cost: set.cost.yearlyEur / EUR_PER_KEUR,
        left: set.remains.length,
      }))}
      costLabel={words('charts.pareto.setCost')}
      leftLabel={words('charts.pareto.violations')}
      colourOf={(id) => ramp[Number(id) % ramp.length]!}
      csvName="ways-out.csv"
    />
  );
}
