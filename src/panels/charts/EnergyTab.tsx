import { useId, useState } from 'react';
import { useSpeech, type RunResult } from '../../state';
import { RAMPS, SURFACES, type Theme } from '../../state/display';
import { energyFlows, throughJ, type EnergyFlows, type EnergyNode } from '../../state/charts/energyFlows';
import { sankeyLayout, type SankeyBox } from '../../state/charts/sankeyLayout';
import type { Speech, TextTable } from '../../state/view';
import { END_USES } from '../../model/run';
import { shownScenarios, type Shown } from '../compare/shown';
import { useTheme } from '../parts/theme';
import { ChartFrame } from './ChartFrame';

const J_PER_MWH = 3.6e9;
const HEIGHT = 380;
const BOX_WIDTH = 14;
const GAP = 26;
const TEXT_ABOVE = 16;
/** Less than this share of all is a number in the table and no ribbon. */
const LEAST_DRAWN = 1e-5;
const LEAST_TOLD_PERCENT = 0.001;
/** Room for the last labels right of their boxes. */
const LABELS = 190;
const BATTERY_USE = 'batteryCharging';

const known = new WeakMap<RunResult, EnergyFlows>();

/** Counted once a year. */
function flowsOf(result: RunResult): EnergyFlows {
  const found = known.get(result) ?? energyFlows(result);
  known.set(result, found);
  return found;
}

/** Where the energy of a scenario comes from and goes to. */
export function EnergyTab({ shown }: { readonly shown: Shown }) {
  const speech = useSpeech();
  const { words } = speech;
  const id = useId();
  const all = shownScenarios(shown);
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const chosen = all.find(({ key }) => key === ownKey) ?? all.at(-1);
  if (chosen === undefined) return null;
  const found = flowsOf(chosen.year.result);
  const name = shown.names.get(chosen.key)!;
  const total = speech.number(found.totalJ / J_PER_MWH);
  return (
    <section data-part="energy-flows">
      <div className="row wrap">
        <label htmlFor={id}>{words('charts.scenario')}</label>
        <select id={id} value={chosen.key} onChange={(event) => setOwnKey(event.target.value)}>
          {all.map(({ key }) => (
            <option key={key} value={key}>
              {shown.names.get(key)}
            </option>
          ))}
        </select>
      </div>
      <p className="muted small-text">{words('charts.energy.lead')}</p>
      <ChartFrame
        title={words('charts.energy.title', { name })}
        summary={words('charts.energy.summary', { total, parts: partsText(found, speech) })}
        table={energyTable(found, speech)}
        numbers={[2, 3]}
        csvName="energy-flows.csv"
        saveLabel={words('charts.energy.save')}
      >
        {(width) => <Sankey found={found} width={width} />}
      </ChartFrame>
      <p className="small-text" data-part="closes">
        {words('charts.energy.closes', { total, share: leftOverText(100 * found.leftOverShare, speech) })}
      </p>
    </section>
  );
}

const leftOverText = (percent: number, { number }: Speech): string =>
  percent < LEAST_TOLD_PERCENT ? `< ${number(LEAST_TOLD_PERCENT)}` : number(percent, 2);

const partsText = ({ flows }: EnergyFlows, { words, number }: Speech): string =>
  flows
    .map(({ to, energyJ }) => `${words(`charts.energy.nodes.${to}`)} ${number(energyJ / J_PER_MWH)}`)
    .join(', ');

function energyTable({ flows, totalJ }: EnergyFlows, { words, number }: Speech): TextTable {
  const amounts = (energyJ: number) => [number(energyJ / J_PER_MWH), number((100 * energyJ) / totalJ)];
  return {
    columns: (['from', 'to', 'amount', 'share'] as const).map((name) => words(`charts.energy.${name}`)),
    rows: [
      ...flows.map(({ from, to, energyJ }) => [
        words(`charts.energy.nodes.${from}`),
        words(`charts.energy.nodes.${to}`),
        ...amounts(energyJ),
      ]),
      [words('charts.energy.total'), '', ...amounts(totalJ)],
    ],
  };
}

/** End uses and panels in the colours of every other chart; carriers, losses and the rest in grey. */
function colourOf(node: EnergyNode, theme: Theme): string {
  const use = END_USES.findIndex((one) => one === (node === 'batteries' ? BATTERY_USE : node));
  return use < 0 ? SURFACES[theme].muted : RAMPS.endUses[theme][use]!;
}

function Sankey({ found, width }: { readonly found: EnergyFlows; readonly width: number }) {
  const theme = useTheme();
  const flows = found.flows.filter(({ energyJ }) => energyJ > LEAST_DRAWN * found.totalJ);
  const labels = Math.min(LABELS, width * 0.34);
  const { boxes, ribbons } = sankeyLayout(flows, {
    ...{ width: width - labels, height: HEIGHT, boxWidth: BOX_WIDTH, gap: GAP },
  });
  const whole = HEIGHT + TEXT_ABOVE + 4;
  return (
    <svg className="sankey" width={width} height={whole} viewBox={`0 ${-TEXT_ABOVE} ${width} ${whole}`}>
      {ribbons.map(({ from, to, path }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          className="ribbon"
          fill={colourOf(to === 'electricity' || to === 'fuelHeat' ? from : to, theme)}
        />
      ))}
      {boxes.map((box) => (
        <rect
          key={box.node}
          x={box.x}
          y={box.y}
          width={BOX_WIDTH}
          height={Math.max(1, box.height)}
          fill={colourOf(box.node, theme)}
          className="box"
        />
      ))}
      {boxes.map((box) => (
        <BoxLabel key={box.node} box={box} flows={flows} />
      ))}
    </svg>
  );
}

/** Above the boxes of the first columns, right of those of the last. */
function BoxLabel({ box, flows }: { readonly box: SankeyBox; readonly flows: EnergyFlows['flows'] }) {
  const { words, number } = useSpeech();
  const { node, column, x, y, height } = box;
  const value = `${number(throughJ(flows, node) / J_PER_MWH)} MWh`;
  const name = words(`charts.energy.nodes.${node}`);
  if (column === 2)
    return (
      <text x={x + BOX_WIDTH + 6} y={y + height / 2} className="chart-label">
        <tspan>{name}</tspan>
        <tspan x={x + BOX_WIDTH + 6} dy="1.15em" className="value">
          {value}
        </tspan>
      </text>
    );
  return (
    <text x={x} y={y - 5} className="chart-label">
      {name} <tspan className="value">{value}</tspan>
    </text>
  );
}
