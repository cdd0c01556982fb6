import { useEffect, useRef, useState } from 'react';
import { useAppState, type KeptProject, type ProjectKeeper, type UnreadableProject } from '../../state';
import { counted } from '../../units';
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
    setFailed(`“${one.name}” is of a district that is not at hand here; open that district first.`);
  };
  return (
    <Dialog title="Projects in this browser" onClose={onClose}>
      <p className="muted">
        Every change is kept here by itself, in this browser alone. A project file brings all of it to another
        one.
      </p>
      {project?.isHeldBack ? <HeldBack keeper={keeper} /> : null}
      <NameForm key={name} name={name} keeper={keeper} />
      <div className="row wrap">
        <IconButton
          icon="download"
          label="Save this project as a file"
          text="Save as a file"
          onClick={() => saveProject(keeper, name)}
        />
        <IconButton
          icon="upload"
          label="Open a project file"
          text="Open a file"
          onClick={() => file.current?.click()}
        />
        <IconButton
          icon="plus"
          label="New project on the reference district"
          text="New project"
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
          aria-label="Project file"
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
      <h3>Kept here</h3>
      {kept?.length === 0 && !project?.isHeldBack ? (
        <p className="muted">Nothing yet: the first change is kept.</p>
      ) : null}
      <ul className="projects" aria-label="Kept projects">
        {kept?.map((one) => (
          <li key={one.id} data-project={one.id} aria-current={one.id === project?.id ? 'true' : undefined}>
            <div>
              <b>{one.name}</b>
              <p className="muted small-text">
                {countText(one)} · {savedText(one.savedAtMs)}
                {one.id === project?.id ? ' · open now' : ''}
              </p>
            </div>
            {one.id === project?.id ? null : (
              <button type="button" className="button small" onClick={() => void open(one)}>
                Open<span className="hidden"> {one.name}</span>
              </button>
            )}
            <ConfirmButton word="Delete" what={one.name} onConfirm={() => remove(one.id)} />
          </li>
        ))}
      </ul>
      <Unreadable projects={unreadable} onRemove={remove} />
      <Room keeper={keeper} changes={changes} />
      <ConfirmButton
        word="Delete all my data"
        what=""
        onConfirm={() => void keeper.deleteEverything().then(() => setChanges((number) => number + 1))}
      />
    </Dialog>
  );
}

/** What was kept of the work on screen has been deleted. */
function HeldBack({ keeper }: { readonly keeper: ProjectKeeper }) {
  return (
    <div className="callout">
      <p>What is on screen is kept nowhere: what was kept of it has been deleted.</p>
      <button type="button" className="button small" onClick={() => void keeper.keepAgain()}>
        Keep it here
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
  if (projects.length === 0) return null;
  return (
    <>
      <h3>Kept here, and not readable by this version</h3>
      <ul className="projects" aria-label="Kept projects that cannot be read">
        {projects.map(({ id, name, issues, found }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <p className="muted small-text">
                {issues[0]?.message ?? 'It is not a project of this version.'}
              </p>
            </div>
            <button
              type="button"
              className="button small"
              onClick={() =>
                downloadText(`${fileNameOf(name)}.raw.json`, JSON.stringify(found), 'application/json')
              }
            >
              Save as it is<span className="hidden"> {name}</span>
            </button>
            <ConfirmButton word="Delete" what={name} onConfirm={() => onRemove(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NameForm({ name, keeper }: { readonly name: string; readonly keeper: ProjectKeeper }) {
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="bookmark-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keeper.rename(typed);
      }}
    >
      <label htmlFor="project-name">Name of this project</label>
      <input
        id="project-name"
        type="text"
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button" disabled={typed.trim() === '' || typed === name}>
        Rename
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
        Yes, delete{hidden}
      </button>
      <button type="button" className="button small" autoFocus onClick={() => setAsks(false)}>
        Keep{hidden}
      </button>
    </span>
  );
}

function Room({ keeper, changes }: { readonly keeper: ProjectKeeper; readonly changes: number }) {
  const [text, setText] = useState('');
  useEffect(() => {
    void keeper.shelf.room().then((room) => {
      if (room !== null)
        setText(
          `Storage of this page: ${megabytes(room.usedBytes)} of ${megabytes(room.quotaBytes)}, the app itself included.`,
        );
    });
  }, [keeper, changes]);
  return text === '' ? null : <p className="muted small-text">{text}</p>;
}

const megabytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString('en')} MB`;

function countText({ document, districtId }: KeptProject): string {
  return `${counted(document.scenarios.length - 1, 'scenario')} beside the baseline, ${districtId}`;
}

function savedText(savedAtMs: number): string {
  if (savedAtMs === 0) return 'from an earlier version';
  return new Date(savedAtMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
