import { throughJ, type EnergyFlow, type EnergyNode } from './energyFlows';

/** The columns of the drawing, each from above: their order is fixed, so that scenarios can be read against each other. */
const COLUMNS: readonly (readonly EnergyNode[])[] = [
  ['gridImport', 'photovoltaics', 'unaccounted', 'gas', 'oil', 'districtHeat'],
  ['electricity', 'fuelHeat'],
  [
    'spaceHeating',
    'hotWater',
    'cooling',
    'appliancesAndLight',
    'vehicleCharging',
    'batteries',
    'gridLosses',
    'gridExport',
  ],
];
const OUTER = COLUMNS.length - 1;

export interface SankeyBox {
  readonly node: EnergyNode;
  readonly column: number;
  readonly energyJ: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface SankeyRibbon extends EnergyFlow {
  /** Outline, as a path of SVG. */
  readonly path: string;
}

export interface SankeyLayout {
  readonly boxes: readonly SankeyBox[];
  readonly ribbons: readonly SankeyRibbon[];
}

export interface SankeySize {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly gap: number;
}

/**
 * A flow diagram of three columns. Heights are energy at one scale (J per unit of height, the fullest column fills the drawing), ribbons
 * leave and reach a box in the order of the other column, so that none crosses another at a box.
 */
export function sankeyLayout(flows: readonly EnergyFlow[], size: SankeySize): SankeyLayout {
  const columns = COLUMNS.map((nodes, column) =>
    nodes.filter((node) => throughJ(flows, node) > 0 && columnOf(node, flows) === column),
  ).map((nodes, column) =>
    column === OUTER && columnOf('unaccounted', flows) === OUTER ? [...nodes, 'unaccounted' as const] : nodes,
  );
  const scale = Math.min(
    ...columns.map((nodes) => {
      const energyJ = nodes.reduce((total, node) => total + throughJ(flows, node), 0);
      return (size.height - size.gap * Math.max(0, nodes.length - 1)) / energyJ;
    }),
  );
  const boxes = columns.flatMap((nodes, column) => {
    let y = 0;
    return nodes.map((node): SankeyBox => {
      const energyJ = throughJ(flows, node);
      const box = {
        node,
        column,
        energyJ,
        x: (column * (size.width - size.boxWidth)) / OUTER,
        y,
        height: energyJ * scale,
      };
      y += box.height + size.gap;
      return box;
    });
  });
  return { boxes, ribbons: ribbonsOf(flows, boxes, size.boxWidth, scale) };
}

/** What is left over stands with the sources where it comes in, and with the uses where it goes out; -1 where it does neither. */
function columnOf(node: EnergyNode, flows: readonly EnergyFlow[]): number {
  if (node !== 'unaccounted') return COLUMNS.findIndex((nodes) => nodes.includes(node));
  if (flows.some(({ from }) => from === node)) return 0;
  return flows.some(({ to }) => to === node) ? OUTER : -1;
}

function ribbonsOf(
  flows: readonly EnergyFlow[],
  boxes: readonly SankeyBox[],
  boxWidth: number,
  scale: number,
): readonly SankeyRibbon[] {
  const boxOf = new Map(boxes.map((box) => [box.node, box]));
  const rank = new Map(boxes.map(({ node }, row) => [node, row]));
  const left = new Map(boxes.map(({ node, y }) => [node, y]));
  const right = new Map(boxes.map(({ node, y }) => [node, y]));
  const inOrder = [...flows].sort(
    (a, b) => rank.get(a.from)! - rank.get(b.from)! || rank.get(a.to)! - rank.get(b.to)!,
  );
  return inOrder.map((flow) => {
    const thick = flow.energyJ * scale;
    const [x0, x1] = [boxOf.get(flow.from)!.x + boxWidth, boxOf.get(flow.to)!.x];
    const [y0, y1] = [right.get(flow.from)!, left.get(flow.to)!];
    right.set(flow.from, y0 + thick);
    left.set(flow.to, y1 + thick);
    const middle = (x0 + x1) / 2;
    const path = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y1 + thick}C${middle} ${y1 + thick} ${middle} ${y0 + thick} ${x0} ${y0 + thick}Z`;
    return { ...flow, path };
  });
}
