import type { MeasureDefinition } from './definition';
import { networkMeasure, replaced } from './network/networkMeasure';

export const networkMonitoring: MeasureDefinition = {
  ...networkMeasure({
    type: 'networkMonitoring',
    label: 'Monitoring of stations',
    target: 'transformer',
    adoptionOf: 'of transformer stations',
    changes: 'The station sends currents and voltages of its transformer and feeders to the control room.',
    parameters: [],
    plan(network) {
      const watched = new Set(network.transformers.filter(({ monitored }) => monitored).map(({ id }) => id));
      return {
        refusal: (id) => (watched.has(id) ? 'It is monitored already.' : null),
        change: (ids) => ({
          ...network,
          transformers: replaced(network.transformers, ids, (transformer) => ({
            ...transformer,
            monitored: true,
          })),
        }),
      };
    },
  }),
  leavesRun: true,
};
