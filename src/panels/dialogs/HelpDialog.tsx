import { useWords } from '../../state';
import { listOf } from '../../words';
import { Dialog } from '../parts/Dialog';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const texts = listOf(words('dialogs.help.keyTexts'));
  return (
    <Dialog title={words('dialogs.help.title')} onClose={onClose}>
      <p>{words('dialogs.help.lead')}</p>
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
