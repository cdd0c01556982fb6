import { useWords } from '../../state';
import { doneOf, TOUR_STEPS } from '../../state/tour';
import { listOf } from '../../words';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { tourMemory } from '../tour/tourMemory';

interface HelpDialogProps {
  readonly onClose: () => void;
  readonly onTour: () => void;
}

export function HelpDialog({ onClose, onTour }: HelpDialogProps) {
  const words = useWords();
  const texts = listOf(words('dialogs.help.keyTexts'));
  return (
    <Dialog title={words('dialogs.help.title')} onClose={onClose}>
      <p>{words('dialogs.help.lead')}</p>
      <TourButton onTour={onTour} />
      <h3>{words('dialogs.help.keys')}</h3>
      <dl className="keys">
        {listOf(words('dialogs.help.keyNames')).map((key, row) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{texts[row]}</dd>
          </div>
        ))}
      </dl>
      <h3>{words('dialogs.help.table')}</h3>
      <p>{words('dialogs.help.tableText')}</p>
      <h3>{words('dialogs.help.numbers')}</h3>
      <p>{words('dialogs.help.numbersText')}</p>
    </Dialog>
  );
}

/** The tour again, or on from where it was left. */
function TourButton({ onTour }: { readonly onTour: () => void }) {
  const words = useWords();
  const done = doneOf(tourMemory.read()).length;
  const all = TOUR_STEPS.length;
  return (
    <button type="button" className="button" onClick={onTour}>
      <Icon name="play" />
      {done > 0 && done < all ? words('tour.goOn', { done, all }) : words('tour.start')}
    </button>
  );
}
