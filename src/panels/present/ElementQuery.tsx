import { useMemo } from 'react';
import { BASELINE_ID, useAppState, useWords, type MarkedKind } from '../../state';
import { foundBy } from '../../state/marked/view';
import { districtOf } from '../../state/view';
import { ConditionRow } from '../marking/ConditionRow';
import { attributesOf, rowOf, type Join } from '../marking/queryRows';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import type { Draft } from './challengeDraft';

/** Elements by what they are: conditions, joined, with how many there are today. */
export function ElementQuery({ draft, kind }: { readonly draft: Draft; readonly kind: MarkedKind }) {
  const words = useWords();
  const { rows, join, rule, change } = draft;
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const found = useMemo(
    () => (district === null || rule === null ? null : foundBy(district, kind, rule)),
    [district, kind, rule],
  );
  return (
    <fieldset className="present-query">
      <legend>{words(`challenges.which.${kind}`)}</legend>
      {rows.map((row, at) => (
        <ConditionRow
          key={at}
          kind={kind}
          row={row}
          number={at + 1}
          onChange={(changed) => change({ rows: rows.map((one, other) => (other === at ? changed : one)) })}
          onRemove={
            rows.length === 1 ? null : () => change({ rows: rows.filter((_, other) => other !== at) })
          }
        />
      ))}
      <div className="row wrap">
        <IconButton
          icon="plus"
          label={words('marked.query.more')}
          text={words('marked.query.more')}
          onClick={() => change({ rows: [...rows, rowOf(attributesOf(kind)[0]!)] })}
        />
        {rows.length === 1 ? null : (
          <Choice<Join>
            label={words('marked.query.join')}
            value={join}
            options={[
              { value: 'and', label: words('marked.query.and') },
              { value: 'or', label: words('marked.query.or') },
            ]}
            onChange={(how) => change({ join: how })}
          />
        )}
        <span role="status" className="muted" data-testid="challenge-found">
          {found === null
            ? words('marked.query.incomplete')
            : (found.problems[0] ?? words(`marked.query.found.${kind}`, { count: found.count }))}
        </span>
      </div>
    </fieldset>
  );
}
