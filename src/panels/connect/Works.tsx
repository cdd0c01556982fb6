import type { Reinforcement, WithoutReinforcement } from '../../study/canConnect';
import { PAYER_WORDS } from '../../measures';
import { eurText, QUALITY_WORDS, WITHOUT_WORKS } from '../../state/view';

/** What lets it in, as a whole year of power flow confirms it: the cost with its range, who pays, how sure it is. */
export function Works({ needed }: { readonly needed: Reinforcement | WithoutReinforcement }) {
  if (typeof needed === 'string') return <>{WITHOUT_WORKS[needed]}</>;
  const { works, lowEur, typicalEur, highEur, quality } = needed;
  return (
    <>
      <p className="figure-line">
        <b>
          {eurText(lowEur)} to {eurText(highEur)}
        </b>{' '}
        once, typically {eurText(typicalEur)} <span className="tag">{QUALITY_WORDS[quality]}</span>
      </p>
      <ul className="works">
        {works.map((work) => (
          <li key={`${work.words} ${work.elementIds.join(' ')}`}>
            <span>
              {work.words}: {work.elementIds.join(', ')}
              <span className="muted"> paid by {PAYER_WORDS[work.payer].object}</span>
            </span>
            <span className="number">
              {eurText(work.lowEur)} to {eurText(work.highEur)}
            </span>
          </li>
        ))}
      </ul>
      <p className="muted small-text">
        With it nothing new is over a limit in the whole year. Copper is added where something is full until
        nothing is: it is not the cheapest way. Whether the one who connects pays a share is for the rules of
        the country.
      </p>
    </>
  );
}
