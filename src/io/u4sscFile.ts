import { DEFAULT_TARGETS, setTarget, U4SSC_INDICATORS, type U4sscTarget } from '../kpi/u4ssc';
import { fail, settle, succeed, type Issue, type Outcome } from '../model/outcome';
import { issuesFromZod } from '../model/schema/schemaIssues';
import { z } from '../model/schema/zod';
import type { GivenInputs } from '../study/u4ssc';
import { parseJsonText } from './json';
import { GIVEN_INPUTS_SCHEMA } from './scorecardPart';

/** What a user knows of a district that no run can tell, and the targets that are the user's own. */
export interface U4sscFile {
  readonly inputs: GivenInputs;
  /** The project's defaults with the user's own in their places. */
  readonly targets: readonly U4sscTarget[];
}

const schema = z.strictObject({
  schema: z.literal('gridtwin-u4ssc/1'),
  inputs: GIVEN_INPUTS_SCHEMA.exactOptional(),
  targets: z
    .array(
      z.strictObject({
        indicator: z.string(),
        target: z.number(),
        worst: z.number().exactOptional(),
        because: z.string().min(1).max(500),
      }),
    )
    .exactOptional(),
});

/**
 * Inputs of the U4SSC indicators with their quality class, and targets by indicator (`EN: EN: AQ: 2C`; with its data point where
 * it has some). An input that is left out is not reported; a target of the user's own takes the place of the project's.
 */
export function readU4sscFile(text: string, fileName: string): Outcome<U4sscFile> {
  const json = parseJsonText(text, fileName);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json.value, fileName));
  const { inputs = {}, targets = [] } = parsed.data;
  const issues: Issue[] = [];
  const report = (code: string, where: string, message: string, remedy: string): void => {
    issues.push({ severity: 'error', code, source: fileName, where, field: 'targets', message, remedy });
  };
  let own = DEFAULT_TARGETS;
  const seen = new Set<string>();
  for (const { indicator: id, because, target, worst } of targets) {
    const indicator = U4SSC_INDICATORS.find((one) => one.id === id);
    if (indicator === undefined) {
      const some = U4SSC_INDICATORS.map((one) => one.id).join('; ');
      report('u4ssc-unknown-indicator', id, 'There is no such indicator here.', `Give one of: ${some}.`);
      continue;
    }
    if (seen.has(id))
      report('u4ssc-target-twice', id, 'The indicator has two targets.', 'Leave one of them.');
    seen.add(id);
    const set = setTarget(own, indicator, { target, ...(worst === undefined ? {} : { worst }) }, because);
    if (set.ok) own = set.value;
    else issues.push(...set.issues.map((issue) => ({ ...issue, source: fileName })));
  }
  const read = { inputs, targets: own };
  return issues.length > 0 ? settle(read, issues) : succeed(read);
}

/** What `readU4sscFile` reads: the inputs, and of the targets those that are the user's own. */
export function writeU4sscFile({ inputs, targets }: U4sscFile): string {
  const own = targets.filter(({ setBy }) => setBy === 'user');
  const json = {
    schema: 'gridtwin-u4ssc/1',
    inputs,
    targets: own.map(({ indicatorId, target, worst, because }) => ({
      indicator: indicatorId,
      target,
      ...(worst === undefined ? {} : { worst }),
      because,
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
