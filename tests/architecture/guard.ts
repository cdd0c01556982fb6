import { posix } from 'node:path';
import { UNREADABLE, referencesOf, type Reference } from './references';
import { FILE_RULES, LOOSE_FILES, ROOMS } from './rooms';

/** The room of a path: the longest one it begins with. */
export function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Every sentence in which the file breaks the table; empty when it keeps it. `path` is relative to the project. */
export function violations(path: string, text: string): string[] {
  if (LOOSE_FILES.includes(path)) return [];
  const room = roomOf(path);
  if (room === undefined) return [`${path}: stands in no room of tests/architecture/rooms.ts`];
  return referencesOf(path, text).flatMap((reference) => {
    const reason = judge(path, room, reference);
    return reason === null ? [] : [`${path}:${reference.line}: ${reason}`];
  });
}

function judge(path: string, room: string, { specifier, kind }: Reference): string | null {
  if (specifier === UNREADABLE) return 'imports something that is not written out';
  const bare = specifier.replace(/\?.*$/, '');
  if (!bare.startsWith('.')) return judgePackage(path, room, bare);
  const target = posix.normalize(posix.join(posix.dirname(path), bare));
  return kind === 'data' ? judgeData(room, target) : judgeRoom(room, target);
}

function judgeRoom(room: string, target: string): string | null {
  const targetRoom = roomOf(target);
  if (targetRoom === undefined) return `imports ${target}, which stands in no room`;
  if (targetRoom === room || ROOMS[room]!.rooms.includes(targetRoom)) return null;
  return `${room} may not import ${targetRoom} (${target})`;
}

function judgeData(room: string, target: string): string | null {
  if ((ROOMS[room]!.data ?? []).some((folder) => target === folder || target.startsWith(`${folder}/`)))
    return null;
  return judgeRoom(room, target);
}

function judgePackage(path: string, room: string, specifier: string): string | null {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  const allowed = ROOMS[room]!.packages.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
  if (!allowed) return `${room} may not import the package ${name}`;
  const rule = FILE_RULES.find(
    (each) => each.room === room && each.package.test(specifier) && !each.files.test(path),
  );
  return rule ? `may not import ${specifier}: ${rule.why}` : null;
}
