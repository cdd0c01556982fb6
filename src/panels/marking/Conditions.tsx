import type { ReactNode } from 'react';
import { useWords, type MarkedKind } from '../../state';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import { ConditionRow } from './ConditionRow';
import { attributesOf, rowOf, type Join, type QueryRow } from './queryRows';
import type { useFound } from './useFound';

interface ConditionsProps {
  readonly kind: MarkedKind;
  readonly rows: readonly QueryRow[];
  readonly join: Join;
  readonly found: ReturnType<typeof useFound>;
  /** The name by which tests find how many there are. */
  readonly foundName: string;
  readonly onRows: (rows: readonly QueryRow[]) => void;
  readonly onJoin: (join: Join) => void;
  /** What stands before the number that is found. */
  readonly children?: ReactNode;
}

/** Conditions, joined, with how many elements they give as they are typed. */
export function Conditions(props: ConditionsProps) {
  const { kind, rows, join, found, foundName, onRows, onJoin, children } = props;
  const words = useWords();
  return (
    <>
      {rows.map((row, at) => (
        <ConditionRow
          // Conditions have no names; the last one goes, or a middle one closes the gap with its values.
          key={at}
          kind={kind}
          row={row}
          number={at + 1}
          onChange={(changed) => onRows(rows.map((one, other) => (other === at ? changed : one)))}
          onRemove={rows.length === 1 ? null : () => onRows(rows.filter((_, other) => other !== at))}
        />
      ))}
      <div className="row wrap">
        <IconButton
          icon="plus"
          label={words('marked.query.more')}
          text={words('marked.query.more')}
          onClick={() => onRows([...rows, rowOf(attributesOf(kind)[0]!)])}
        />
        {rows.length === 1 ? null : (
          <Choice<Join>
            label={words('marked.query.join')}
            value={join}
            options={[
              { value: 'and', label: words('marked.query.and') },
              { value: 'or', label: words('marked.query.or') },
            ]}
            onChange={onJoin}
          />
        )}
        {children}
        <span role="status" className="muted" data-testid={foundName}>
          {found === null
            ? words('marked.query.incomplete')
            : (found.problems[0] ?? words(`marked.query.found.${kind}`, { count: found.count }))}
        </span>
      </div>
    </>
  );
}
