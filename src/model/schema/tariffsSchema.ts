import { TARIFF_CUSTOMERS } from '../tariff/own';
import { tariffSchema } from '../tariff/schema';
import { idSchema } from './buildingSchema';
import { selectorRuleSchema } from './selectorSchema';
import { z } from './zod';

/** Tariffs of a scenario and who gets which. */
export const ownTariffsSchema = z.strictObject({
  offered: z.array(tariffSchema).max(50),
  contracts: z
    .array(
      z.strictObject({
        tariffId: idSchema.describe('Of a tariff offered here, or of a shipped one'),
        customers: z.enum(TARIFF_CUSTOMERS),
        rule: selectorRuleSchema
          .describe('Buildings, as the measures leave them; all where absent')
          .exactOptional(),
      }),
    )
    .max(200)
    .describe('The first that is for a customer counts; enrolment by a measure goes before all of them')
    .exactOptional(),
});
