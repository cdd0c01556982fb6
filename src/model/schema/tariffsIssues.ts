import type { Issue } from '../outcome';
import { tariffIssues } from '../tariff/issues';
import type { OwnTariffs } from '../tariff/own';
import { PLACEHOLDER_TARIFFS } from '../tariff/placeholders';
import { selectorIssues } from './selectorIssues';

/** Everything that is wrong with the tariffs of a scenario beyond their shape: prices, ids, currency, who gets which. */
export function ownTariffsIssues({ offered, contracts = [] }: OwnTariffs, source: string): Issue[] {
  const error = (
    where: string,
    code: string,
    field: string,
    value: string,
    message: string,
    remedy: string,
  ) => ({ severity: 'error', code, source, where, field, value, message, remedy }) as const;
  const ids = offered.map(({ id }) => id);
  const doubles = ids.flatMap((id, row): Issue[] => {
    if (ids.indexOf(id) === row) return [];
    const message = `The tariff id "${id}" occurs more than once.`;
    return [
      error(`tariff "${id}"`, 'duplicate-id', 'id', id, message, 'Give every tariff an id of its own.'),
    ];
  });
  const { currency: shipped } = PLACEHOLDER_TARIFFS[0]!;
  const foreign = offered.flatMap(({ id, currency }): Issue[] => {
    if (currency === shipped) return [];
    const message = `The tariff is in another currency than the shipped ones (${shipped}).`;
    const remedy = `Give its prices in ${shipped}.`;
    return [error(`tariff "${id}"`, 'tariff-currency', 'currency', currency, message, remedy)];
  });
  const known = [...new Set([...ids, ...PLACEHOLDER_TARIFFS.map(({ id }) => id)])];
  const ofContracts = contracts.flatMap(({ tariffId, rule }, row): Issue[] => {
    const where = `contract ${row + 1}`;
    const unknown = known.includes(tariffId)
      ? []
      : [
          error(
            where,
            'tariff-unknown',
            'tariffId',
            tariffId,
            'There is no tariff of this id.',
            `Use ${known.join(', ')}, or offer it.`,
          ),
        ];
    return [...unknown, ...(rule === undefined ? [] : selectorIssues(rule, { source, where }))];
  });
  return [
    ...doubles,
    ...offered.flatMap((tariff) => tariffIssues(tariff, source)),
    ...foreign,
    ...ofContracts,
  ];
}
