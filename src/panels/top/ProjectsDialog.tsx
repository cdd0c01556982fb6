import { useEffect, useRef, useState } from 'react';
import {
  useAppState,
  useSpeech,
  useWords,
  type KeptProject,
  type ProjectKeeper,
  type UnreadableProject,
} from '../../state';
import { issueWords } from '../../words';
import { Dialog } from '../parts/Dialog';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { saveProject } from './saveProject';

interface ProjectsDialogProps {
  readonly keeper: ProjectKeeper;
  readonly onFile: (file: File) => void;
  readonly onReference: () => void;
  readonly onClose: () => void;
}

/** What this browser keeps: open it, take it away as a file, or delete it. */
export function ProjectsDialog({ keeper, onFile, onReference, onClose }: ProjectsDialogProps) {
  const words = useWords();
  const project = useAppState((state) => state.project);
  const districtName = useAppState((state) => state.loaded?.district.name ?? '');
  const [kept, setKept] = useState<readonly KeptProject[] | null>(null);
  const [unreadable, setUnreadable] = useState<readonly UnreadableProject[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void keeper
      .flushPending()
      .then(() => Promise.all([keeper.shelf.list(), keeper.shelf.unreadable()]))
      .then(([readable, others]) => {
        if (!isCurrent) return;
        setKept(readable);
        setUnreadable(others);
      });
    return () => {
      isCurrent = false;
    };
  }, [keeper, project, changes]);
  const file = useRef<HTMLInputElement>(null);
  const name = project?.name ?? districtName;
  const remove = (id: string) => void keeper.remove(id).then(() => setChanges((number) => number + 1));
  const open = async (one: KeptProject) => {
    if (await keeper.open(one)) return onClose();
    setFailed(words('projects.elsewhere', { name: one.name }));
  };
  return (
    <Dialog title={words('projects.title')} onClose={onClose}>
      <p className="muted">{words('projects.lead')}</p>
      {project?.isHeldBack ? <HeldBack keeper={keeper} /> : null}
      <NameForm key={name} name={name} keeper={keeper} />
      <div className="row wrap">
        <IconButton
          icon="download"
          label={words('projects.saveTitle')}
          text={words('projects.save')}
          onClick={() => saveProject(keeper, name)}
        />
        <IconButton
          icon="upload"
          label={words('projects.openTitle')}
          text={words('projects.openFile')}
          onClick={() => file.current?.click()}
        />
        <IconButton
          icon="plus"
          label={words('projects.newTitle')}
          text={words('projects.new')}
          onClick={() => {
            onReference();
            onClose();
          }}
        />
        <input
          ref={file}
          type="file"
          className="hidden"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={words('projects.file')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen === undefined) return;
            onClose();
            onFile(chosen);
          }}
        />
      </div>
      {failed === null ? null : (
        <p className="callout bad" role="alert">
          {failed}
        </p>
      )}
      <h3>{words('projects.kept')}</h3>
      {kept?.length === 0 && !project?.isHeldBack ? <p className="muted">{words('projects.none')}</p> : null}
      <ul className="projects" aria-label={words('projects.list')}>
        {kept?.map((one) => (
          <li key={one.id} data-project={one.id} aria-current={one.id === project?.id ? 'true' : undefined}>
            <div>
              <b>{one.name}</b>
              <p className="muted small-text">
                <Facts project={one} />
                {one.id === project?.id ? words('projects.openNow') : ''}
              </p>
            </div>
            {one.id === project?.id ? null : (
              <button type="button" className="button small" onClick={() => void open(one)}>
                {words('projects.open')}
                <span className="hidden"> {one.name}</span>
              </button>
            )}
            <ConfirmButton word={words('projects.delete')} what={one.name} onConfirm={() => remove(one.id)} />
          </li>
        ))}
      </ul>
      <Unreadable projects={unreadable} onRemove={remove} />
      <Room keeper={keeper} changes={changes} />
      <ConfirmButton
        word={words('projects.deleteAll')}
        what=""
        onConfirm={() => void keeper.deleteEverything().then(() => setChanges((number) => number + 1))}
      />
    </Dialog>
  );
}

/** What was kept of the work on screen has been deleted. */
function HeldBack({ keeper }: { readonly keeper: ProjectKeeper }) {
  const words = useWords();
  return (
    <div className="callout">
      <p>{words('projects.heldBack')}</p>
      <button type="button" className="button small" onClick={() => void keeper.keepAgain()}>
        {words('projects.keepHere')}
      </button>
    </div>
  );
}

/** Work that this version cannot read: it is not lost, and not in the way for ever. */
function Unreadable({
  projects,
  onRemove,
}: {
  readonly projects: readonly UnreadableProject[];
  readonly onRemove: (id: string) => void;
}) {
  const { words, language } = useSpeech();
  if (projects.length === 0) return null;
  return (
    <>
      <h3>{words('projects.unreadable')}</h3>
      <ul className="projects" aria-label={words('projects.unreadableList')}>
        {projects.map(({ id, name, issues, found }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <p className="muted small-text">
                {issues[0] === undefined
                  ? words('projects.otherVersion')
                  : issueWords(language, issues[0]).message}
              </p>
            </div>
            <button
              type="button"
              className="button small"
              onClick={() =>
                downloadText(`${fileNameOf(name)}.raw.json`, JSON.stringify(found), 'application/json')
              }
            >
              {words('projects.saveRaw')}
              <span className="hidden"> {name}</span>
            </button>
            <ConfirmButton word={words('projects.delete')} what={name} onConfirm={() => onRemove(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NameForm({ name, keeper }: { readonly name: string; readonly keeper: ProjectKeeper }) {
  const words = useWords();
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="bookmark-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keeper.rename(typed);
      }}
    >
      <label htmlFor="project-name">{words('projects.name')}</label>
      <input
        id="project-name"
        type="text"
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button" disabled={typed.trim() === '' || typed === name}>
        {words('projects.rename')}
      </button>
    </form>
  );
}

/** Asks once more in its own place before something is gone for good. */
function ConfirmButton({
  word,
  what,
  onConfirm,
}: {
  readonly word: string;
  readonly what: string;
  readonly onConfirm: () => void;
}) {
  const words = useWords();
  const [asks, setAsks] = useState(false);
  const hidden = what === '' ? null : <span className="hidden"> {what}</span>;
  if (!asks)
    return (
      <button type="button" className="button small save" onClick={() => setAsks(true)}>
        {word}
        {hidden}
      </button>
    );
  return (
    <span className="row" role="group" aria-label={`${word} ${what}`}>
      <button
        type="button"
        className="button small danger"
        onClick={() => {
          setAsks(false);
          onConfirm();
        }}
      >
        {words('projects.yes')}
        {hidden}
      </button>
      <button type="button" className="button small" autoFocus onClick={() => setAsks(false)}>
        {words('projects.keep')}
        {hidden}
      </button>
    </span>
  );
}

function Room({ keeper, changes }: { readonly keeper: ProjectKeeper; readonly changes: number }) {
  const { words, language } = useSpeech();
  const [room, setRoom] = useState<{ readonly usedBytes: number; readonly quotaBytes: number } | null>(null);
  useEffect(() => {
    void keeper.shelf.room().then(setRoom);
  }, [keeper, changes]);
  if (room === null) return null;
  const megabytes = (bytes: number): string =>
    `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString(language)} MB`;
  const { usedBytes, quotaBytes } = room;
  return (
    <p className="muted small-text">
      {words('projects.room', { used: megabytes(usedBytes), quota: megabytes(quotaBytes) })}
    </p>
  );
}

function Facts({ project }: { readonly project: KeptProject }) {
  const { words, language } = useSpeech();
  const { document, districtId, savedAtMs } = project;
  const count = words('projects.count', { count: document.scenarios.length - 1, district: districtId });
  const saved =
    savedAtMs === 0
      ? words('projects.earlier')
      : new Date(savedAtMs).toLocaleString(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' });
  return `${count} · ${saved}`;
}

/** English as the browser writes it; German in its own. */
const LOCALES = { en: undefined, de: 'de-DE' } as const;
