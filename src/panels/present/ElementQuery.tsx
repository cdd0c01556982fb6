import { useWords, type MarkedKind } from '../../state';
import { Conditions } from '../marking/Conditions';
import { useFound } from '../marking/useFound';
import type { Draft } from './challengeDraft';

/** Elements by what they are: conditions, joined, with how many there are today. */
export function ElementQuery({ draft, kind }: { readonly draft: Draft; readonly kind: MarkedKind }) {
  const words = useWords();
  const { rows, join, rule, change } = draft;
  const found = useFound(kind, rule);
  return (
    <fieldset className="present-query">
      <legend>{words(`challenges.which.${kind}`)}</legend>
      <Conditions
        {...{ kind, rows, join, found, foundName: 'challenge-found' }}
        onRows={(changed) => change({ rows: changed })}
        onJoin={(how) => change({ join: how })}
      />
    </fieldset>
  );
}
