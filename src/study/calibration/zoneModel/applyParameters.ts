import type { BuildingModel, Zone } from '../../../model/buildingModel/types';
import { scaleOpaqueConductance } from './scaleOpaque';
import { shiftSetpoints } from './shiftSetpoints';
import { valueOf, type ZoneParameterValues } from './zoneParameters';

/**
 * A building with the parameters that belong to it at these values (`zoneParameters`); those of the meter do nothing here.
 * The model given is not touched, and at neutral values comes back as it is.
 */
export function applyParameters(model: BuildingModel, values: ZoneParameterValues): BuildingModel {
  let applied = scaleZones(
    model,
    valueOf(values, 'infiltrationFactor'),
    valueOf(values, 'internalGainFactor'),
  );
  applied = shiftSetpoints(applied, 'heating', valueOf(values, 'heatingSetpointOffsetK'));
  applied = shiftSetpoints(applied, 'cooling', valueOf(values, 'coolingSetpointOffsetK'));
  applied = scaleOpaqueConductance(applied, valueOf(values, 'opaqueUFactor'));
  return scaleSolarGain(applied, valueOf(values, 'glazingSolarFactor'));
}

function scaleZones(model: BuildingModel, infiltrationFactor: number, gainFactor: number): BuildingModel {
  if (infiltrationFactor === 1 && gainFactor === 1) return model;
  const zones = model.zones.map((zone): Zone => {
    const { infiltration, gains } = zone;
    return {
      ...zone,
      ...(infiltration && {
        infiltration: { ...infiltration, airChangesPerH: infiltration.airChangesPerH * infiltrationFactor },
      }),
      ...(gains && { gains: gains.map((gain) => ({ ...gain, powerW: gain.powerW * gainFactor })) }),
    };
  });
  return { ...model, zones };
}

/** g of label glazings at the same U. Panes have no single figure that could be scaled and stay a pane. */
function scaleSolarGain(model: BuildingModel, factor: number): BuildingModel {
  if (factor === 1 || model.glazings === undefined) return model;
  const glazings = model.glazings.map((glazing) =>
    glazing.kind === 'simple' ? { ...glazing, gValue: glazing.gValue * factor } : glazing,
  );
  return { ...model, glazings };
}
