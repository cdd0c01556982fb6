import { ringProblems, type RingProblem } from '../geometry/ringProblems';
import type { District } from '../model/district';
import { settle, type Issue, type Outcome } from '../model/outcome';
import { parseDistrict } from '../model/schema/parseDistrict';
import { parseBaseEdits } from '../model/schema/parseScenario';
import type { BaseEdit } from '../model/scenario';
import { parseJsonText } from './json';
import { firstCrossing } from './rings';

/** A district in this program's own format: shape, references and geometry are checked, all findings listed. */
export function readDistrictFile(text: string, fileName: string): Outcome<District> {
  const json = parseJsonText(text, fileName);
  return json.ok ? readDistrictValue(json.value, fileName) : json;
}

export function readDistrictValue(json: unknown, fileName: string): Outcome<District> {
  const parsed = parseDistrict(json, fileName);
  if (!parsed.ok) return parsed;
  return settle(parsed.value, [...parsed.issues, ...footprintIssues(parsed.value, fileName)]);
}

const WORDS: Readonly<Record<RingProblem['code'], string>> = {
  tooFewPoints: 'has fewer than three points',
  notFinite: 'holds a coordinate that is no number',
  duplicatePoint: 'repeats a point',
  zeroArea: 'has no area',
  selfCrossing: 'crosses itself',
};

function footprintIssues(district: District, source: string): Issue[] {
  const issues: Issue[] = [];
  for (const { id, footprint } of district.buildings) {
    [footprint.outer, ...footprint.holes].forEach((ring, index) => {
      for (const problem of ringProblems(ring)) {
        const field = index === 0 ? 'footprint.outer' : `footprint.holes[${index - 1}]`;
        // A ring may touch itself in a point, and points may repeat: untidy, but it has an inside.
        const fatal = problem.code !== 'duplicatePoint' && problem.code !== 'selfCrossing';
        issues.push({
          severity: fatal || (problem.code === 'selfCrossing' && crosses(ring)) ? 'error' : 'warning',
          code: `footprint-${problem.code}`,
          source,
          where: `building "${id}"`,
          field,
          value: `point ${problem.pointIndex}: ${String(ring[problem.pointIndex])}`,
          message: `The ring ${field} of "${id}" ${WORDS[problem.code]}.`,
          remedy: 'Redraw the outline, or remove the building.',
        });
      }
    });
  }
  return issues;
}

function crosses(ring: District['buildings'][number]['footprint']['outer']): boolean {
  return firstCrossing(ring) !== null;
}

/** A file of corrections: a JSON list of building id, field and value. */
export function readBaseEditsFile(text: string, fileName: string): Outcome<readonly BaseEdit[]> {
  const json = parseJsonText(text, fileName);
  return json.ok ? parseBaseEdits(json.value, fileName) : json;
}
