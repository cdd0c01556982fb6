import { useActions, useWords } from '../../state';
import type { PresentState } from '../../state/present';
import { writeSessionFile } from '../../io/sessionFile';
import { downloadText } from '../parts/download';
import { Icon, type IconName } from '../parts/Icon';
import { useTheme } from '../parts/theme';
import { openProjector } from './projector';
import { useRunner } from './usePresent';

export function MenuPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  const actions = useActions();
  const theme = useTheme();
  const { session } = present;
  const entries: readonly (readonly [IconName, string, () => void])[] = [
    ['help', words('present.colours'), () => runner.show('colours')],
    ['history', words('present.agenda'), () => runner.show('agenda')],
    ['check', words('challenges.title'), () => runner.show('challenges')],
    ['edit', words('prepare.title'), () => runner.show('prepare')],
    [
      'projector',
      words('present.projector'),
      () => {
        openProjector(present.startedAtMs);
        runner.show(null);
      },
    ],
    [
      theme === 'dark' ? 'sun' : 'moon',
      words('present.theme'),
      () => actions.setTheme(theme === 'dark' ? 'light' : 'dark'),
    ],
    ['reset', words('present.reset'), () => runner.show('reset')],
    [
      'download',
      words('present.saveFile'),
      () => downloadText(`${session.id}.session.json`, writeSessionFile(session), 'application/json'),
    ],
    ['close', words('present.endSession'), () => runner.show('end')],
  ];
  return (
    <ul className="present-menu">
      {entries.map(([icon, label, act]) => (
        <li key={label}>
          <button type="button" className="button" onClick={act}>
            <Icon name={icon} />
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
