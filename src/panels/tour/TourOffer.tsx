import { useWords } from '../../state';
import { Icon } from '../parts/Icon';
import { handFocusAfterTour } from './afterTour';

interface TourOfferProps {
  readonly onStart: () => void;
  readonly onLater: () => void;
}

/** Once, on the first opening: in the flow of its panel, so that it covers nothing and holds nobody up. */
export function TourOffer({ onStart, onLater }: TourOfferProps) {
  const words = useWords();
  const later = () => {
    onLater();
    handFocusAfterTour();
  };
  return (
    <section className="tour-offer" aria-label={words('tour.title')} data-testid="tour-offer">
      <p>{words('tour.offer')}</p>
      <button type="button" className="button primary" onClick={onStart}>
        <Icon name="play" />
        {words('tour.start')}
      </button>
      <button type="button" className="button" onClick={later}>
        {words('tour.later')}
      </button>
    </section>
  );
}
