import type { MeasureDefinition } from '../definition';
import { regulatorFault } from '../../model/voltageRegulator';
import { LV_BELOW_V } from '../../model/network';
import { networkMeasure, replaced } from './networkMeasure';
import { isSameRegulator, regulatorOf, regulatorParameters } from './regulatorFigures';

/** Sentence on stations that hold their own voltage under a lowered set-point; null where there are none. */
export function heldStationsWords(stations: number): string | null {
  if (stations === 0) return null;
  const which = stations === 1 ? 'the station' : `the ${stations} stations`;
  return `behind ${which} with an on-load tap changer the voltage stays what the tap changer holds: a lower set-point of the primary substation saves nothing there while positions are left.`;
}

/**
 * A transformer whose ratio moves under load. The off-load tap stays and is its middle, so that it and `transformerTap` may stand
 * in either order.
 */
export const onLoadTapChanger: MeasureDefinition = {
  ...networkMeasure({
    type: 'onLoadTapChanger',
    label: 'On-load tap changer',
    target: 'transformer',
    adoptionOf: 'of transformer stations',
    changes:
      'The transformer is exchanged for a regulated one of the same size, whose ratio moves in every step until the voltage of the LV busbar is in its band; the off-load tap is the middle of its range.',
    parameters: regulatorParameters({ stepPercent: 2.5, positions: 4, setPointPercent: 102, bandPercent: 4 }),
    plan(network, _district, valueOf) {
      const settings = regulatorOf(valueOf);
      const byId = new Map(network.transformers.map((transformer) => [transformer.id, transformer]));
      const nominalV = new Map(network.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
      return {
        refusal(id) {
          const { toBusId, onLoadTapChanger: standing, tapPercent } = byId.get(id)!;
          const fault = regulatorFault(settings, tapPercent);
          if (fault !== null) return fault.message;
          if (!(nominalV.get(toBusId)! < LV_BELOW_V)) return 'It feeds no low-voltage network.';
          return isSameRegulator(standing, settings) ? 'Its tap changer has these figures already.' : null;
        },
        change: (ids) => ({
          ...network,
          transformers: replaced(network.transformers, ids, (transformer) => ({
            ...transformer,
            onLoadTapChanger: settings,
          })),
        }),
      };
    },
  }),
  caveat: ({ network }) =>
    network?.sources.some(({ loweredByPu = 0 }) => loweredByPu > 0) === true
      ? 'the primary substation holds a lower voltage to save energy; behind a tap changer the voltage stays what that holds, and nothing is saved.'
      : null,
};
