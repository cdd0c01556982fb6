import type { Network } from '../model/network';
import type { MeasureDefinition } from './definition';
import { networkMeasure } from './network/networkMeasure';

/**
 * Remote control of switches. What it saves is no percentage: restoration is computed from topology, with the switching time
 * from the control room where every switch of a step has it (src/study/reliability).
 */
export const feederAutomation: MeasureDefinition = {
  ...networkMeasure({
    type: 'feederAutomation',
    label: 'Remote control of switches',
    target: 'line',
    adoptionOf: 'of lines with a switch',
    changes: 'The switches of the line are operated from the control room instead of by hand on the spot.',
    parameters: [],
    plan(network) {
      const byLine = new Map(network.switches.map((one) => [one.lineId, one]));
      return {
        refusal(id) {
          const standing = byLine.get(id);
          if (standing === undefined) return 'It has no switch.';
          return standing.remote === true ? 'It is operated from the control room already.' : null;
        },
        change: (ids) => withRemote(network, new Set(ids)),
      };
    },
  }),
  leavesRun: true,
};

/** A line may have several switches; all of them get a drive. */
function withRemote(network: Network, lineIds: ReadonlySet<string>): Network {
  return {
    ...network,
    switches: network.switches.map((one) =>
      lineIds.has(one.lineId) && one.remote !== true ? { ...one, remote: true } : one,
    ),
  };
}
