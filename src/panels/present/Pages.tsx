import { lazy } from 'react';
import { useAppState, useWords } from '../../state';
import type { PresentPage, PresentState } from '../../state/present';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { LazyPart } from '../parts/LazyPart';
import { AgendaPage } from './AgendaPage';
import { ChallengesPage } from './ChallengesPage';
import { ClosePage } from './ClosePage';
import { ColoursPage } from './ColoursPage';
import { GroupsPage } from './GroupsPage';
import { HistoryPage } from './HistoryPage';
import { MenuPage } from './MenuPage';
import { MoneyPage } from './MoneyPage';
import { RecordButton } from './RecordButton';
import { useRunner } from './usePresent';

const PreparePage = lazy(() => import('./prepare/PreparePage'));

/** What a projector shows; the rest is the presenter's. */
const FOR_THE_ROOM: readonly PresentPage[] = ['colours', 'agenda', 'groups', 'money', 'close'];

/** What lies over the map; Escape closes it and loses nothing. */
export function Pages({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  const { page } = present;
  const isProjector = useAppState((state) => state.isProjector);
  if (page === null || (isProjector && !FOR_THE_ROOM.includes(page))) return null;
  const titles = {
    menu: words('present.more'),
    colours: words('present.colours'),
    agenda: words('present.agenda'),
    history: words('present.history'),
    groups: words('present.groups'),
    money: words('present.money'),
    challenges: words('challenges.title'),
    prepare: words('prepare.title'),
    close: words('present.summary'),
    reset: words('present.resetAsk'),
    leave: words('present.toPlanAsk'),
    end: words('present.endAsk'),
  } as const satisfies Record<PresentPage, string>;
  return (
    <Dialog key={page} title={titles[page]} wide onClose={() => runner.closed(page)}>
      {/* A projector only shows: what is pressed there would change the work of that window alone. */}
      <div inert={isProjector}>
        <Page page={page} present={present} />
      </div>
    </Dialog>
  );
}

function Page({ page, present }: { readonly page: PresentPage; readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  switch (page) {
    case 'menu':
      return <MenuPage present={present} />;
    case 'colours':
      return <ColoursPage present={present} />;
    case 'agenda':
      return <AgendaPage present={present} />;
    case 'history':
      return <HistoryPage />;
    case 'groups':
      return <GroupsPage present={present} />;
    case 'money':
      return <MoneyPage present={present} />;
    case 'challenges':
      return <ChallengesPage present={present} />;
    case 'prepare':
      return <Prepare present={present} />;
    case 'close':
      return <ClosePage present={present} />;
    case 'reset':
      return (
        <Question
          text={words('present.resetText')}
          yes={words('present.resetYes')}
          onYes={() => runner.reset()}
        />
      );
    case 'end':
      return <EndPage present={present} />;
    case 'leave':
      return (
        <Question
          text={words('present.toPlanText')}
          yes={words('present.toPlanYes')}
          onYes={() => runner.goFree()}
        />
      );
  }
}

/** While a question is open nothing of the session changes: hands and answers are of the question as it was asked. */
function Prepare({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  if (present.round !== null) return <p>{words('prepare.inRound')}</p>;
  return (
    <LazyPart fallback={<p role="status">…</p>}>
      {runner.earlierSession === null ? null : (
        <button type="button" className="button" onClick={() => runner.restoreSession()}>
          <Icon name="undo" />
          {words('prepare.earlierSession')}
        </button>
      )}
      <PreparePage
        key={JSON.stringify(present.session)}
        session={present.session}
        takeText={words('prepare.take')}
        onTake={(session) => {
          const issues = runner.changeSession(session);
          if (issues.length === 0) runner.show(null);
          return issues;
        }}
      />
    </LazyPart>
  );
}

/** What ends with the session is offered first. */
function EndPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  return (
    <>
      <RecordButton present={present} link="" />
      <Question
        text={words('present.endText')}
        yes={words('present.endSession')}
        onYes={() => runner.end()}
      />
    </>
  );
}

function Question({
  text,
  yes,
  onYes,
}: {
  readonly text: string;
  readonly yes: string;
  readonly onYes: () => void;
}) {
  const words = useWords();
  const runner = useRunner();
  return (
    <>
      <p>{text}</p>
      <div className="present-buttons">
        <button type="button" className="button" onClick={() => runner.show(null)}>
          {words('present.stay')}
        </button>
        <button type="button" className="button primary" onClick={onYes}>
          {yes}
        </button>
      </div>
    </>
  );
}
