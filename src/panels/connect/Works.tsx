import type { Reinforcement, WithoutReinforcement } from '../../study/canConnect';
import { useAppState, useWords } from '../../state';
import { eurText, qualityWord, withoutWorksText } from '../../state/view';
import { coreWords } from '../../words';

/** What lets it in, as a whole year of power flow confirms it: the cost with its range, who pays, how sure it is. */
export function Works({ needed }: { readonly needed: Reinforcement | WithoutReinforcement }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  if (typeof needed === 'string') return <>{withoutWorksText(needed, language)}</>;
  const { works, lowEur, typicalEur, highEur, quality } = needed;
  const range = (one: { readonly lowEur: number; readonly highEur: number }) =>
    words('connect.works.range', {
      low: eurText(one.lowEur, language),
      high: eurText(one.highEur, language),
    });
  return (
    <>
      <p className="figure-line">
        <b>{range({ lowEur, highEur })}</b>{' '}
        {words('connect.works.once', { typical: eurText(typicalEur, language) })}{' '}
        <span className="tag">{qualityWord(quality, language)}</span>
      </p>
      <ul className="works">
        {works.map((work) => (
          <li key={`${work.words} ${work.elementIds.join(' ')}`}>
            <span>
              {coreWords(language, work.words)}: {work.elementIds.join(', ')}
              <span className="muted">
                {words('connect.works.paidBy', { payer: words(`scenario.payers.${work.payer}`) })}
              </span>
            </span>
            <span className="number">{range(work)}</span>
          </li>
        ))}
      </ul>
      <p className="muted small-text">{words('connect.works.note')}</p>
    </>
  );
}
