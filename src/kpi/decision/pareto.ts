import { utility, type Criterion, type Option } from './criteria';

/** Whether `a` is at least as good in every criterion and better in one. Not where a value is not told. */
export function dominates(criteria: readonly Criterion[], a: Option, b: Option): boolean {
  let better = false;
  for (const criterion of criteria) {
    const [ofA, ofB] = [utility(criterion, a), utility(criterion, b)];
    if (!(ofA >= ofB)) return false;
    better ||= ofA > ofB;
  }
  return better;
}

/** Ids of the options that no other dominates, over all criteria whatever their weight, in the order given. */
export function paretoSet(criteria: readonly Criterion[], options: readonly Option[]): readonly string[] {
  return options
    .filter((option) => !options.some((other) => dominates(criteria, other, option)))
    .map(({ id }) => id);
}
