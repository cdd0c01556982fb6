import type {
  CircuitGenerator,
  CircuitLoad,
  LoadModel,
  Terminal,
  WindingConnection,
} from '../../model/circuit';
import { type CircuitDraft, diagonalMatrix, NO_LIMITS, stiffReactanceOhm, terminalAt } from '../circuitDraft';
import type { FieldRow } from './fieldRow';
import type { PlacedPoint } from './placeRows';

const KINDS = ['load', 'generator', 'photovoltaic', 'storage'] as const;
const MODELS = ['constantPower', 'constantImpedance', 'constantCurrent'] as const;

/** Table connections: `p_kw` and `q_kvar` count consumption for loads and generation for the others. */
export function addConnections(
  draft: CircuitDraft,
  connections: readonly PlacedPoint[],
  baseV: ReadonlyMap<string, number>,
): void {
  const known = [...baseV.values()].filter((value) => value > 0);
  // Only a connection that nothing feeds can be without a voltage; the report names it.
  const fallbackV = known.reduce((least, value) => Math.min(least, value), Infinity);
  for (const { fields, busId } of connections) {
    const found = baseV.get(busId);
    const phaseV = found !== undefined && found > 0 ? found : Number.isFinite(fallbackV) ? fallbackV : 230;
    const kind = fields.choice('kind', KINDS, 'load');
    const shared = {
      id: fields.id,
      ...placeOnPhases(fields, busId, phaseV),
      limits: NO_LIMITS,
      pW: 1000 * fields.number('p_kw'),
      qVar: 1000 * fields.number('q_kvar', 0),
      shapes: {},
      enabled: fields.flag('in_service', true),
    };
    const model = fields.choice('model', MODELS, 'constantPower');
    if (kind === 'load') draft.loads.push(loadOf(shared, { kind: model }));
    else draft.generators.push({ ...shared, kind, model, ratedSVa: NaN } satisfies CircuitGenerator);
  }
}

function loadOf(shared: Omit<CircuitLoad, 'model' | 'fixed'>, model: LoadModel): CircuitLoad {
  return { ...shared, model, fixed: false };
}

interface PhasePlace {
  readonly terminal: Terminal;
  readonly phases: number;
  readonly connection: WindingConnection;
  readonly ratedVoltageV: number;
}

/** Wye to earth over one to three phases; delta over three, or between two. `rated_v` is line to line, or across one. */
function placeOnPhases(fields: FieldRow, busId: string, phaseV: number): PhasePlace {
  const nodes = fields.phases('phases');
  const connection = fields.choice('connection', ['wye', 'delta'] as const, 'wye');
  if (connection === 'delta' && nodes.length === 1) {
    fields.refuse('phases', 'is one phase, which cannot be in delta', 'Name two or three phases.');
  }
  const lineV = Math.sqrt(3) * phaseV;
  const across = connection === 'wye' && nodes.length === 1 ? phaseV : lineV;
  return {
    terminal: terminalAt(busId, connection === 'wye' ? [...nodes, 0] : nodes),
    phases: connection === 'delta' && nodes.length === 2 ? 1 : nodes.length,
    connection,
    ratedVoltageV: fields.positive('rated_v', across),
  };
}

/** Table sources; without a short-circuit power they hold their voltage. */
export function addSources(draft: CircuitDraft, sources: readonly PlacedPoint[]): void {
  for (const { fields, busId } of sources) {
    const lineV = 1000 * fields.positive('kv');
    const rx = fields.nonNegative('r_over_x', 0.1);
    let [rOhm, xOhm] = [0, stiffReactanceOhm(draft, lineV)];
    if (fields.has('short_circuit_mva')) {
      const zOhm = (lineV * lineV) / (1e6 * fields.positive('short_circuit_mva'));
      xOhm = zOhm / Math.sqrt(1 + rx * rx);
      rOhm = rx * xOhm;
    }
    draft.sources.push({
      id: fields.id,
      terminal: terminalAt(busId),
      returnTerminal: terminalAt(busId, [0, 0, 0]),
      voltageV: (fields.positive('voltage_pu', 1) * lineV) / Math.sqrt(3),
      angleDeg: fields.number('angle_deg', 0),
      rOhm: diagonalMatrix(rOhm),
      xOhm: diagonalMatrix(xOhm),
      enabled: fields.flag('in_service', true),
    });
  }
}
