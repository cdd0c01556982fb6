import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileAccess } from '../io/opendss';
import { MAX_FILE_BYTES } from './files';

/** Files below a folder; a path whose spelling differs from the disk's in upper and lower case only is found too. */
export function diskFiles(folder: string): FileAccess {
  const listings = new Map<string, ReadonlyMap<string, string>>();
  const listing = (at: string): ReadonlyMap<string, string> => {
    let names = listings.get(at);
    if (names === undefined) {
      const present = existsSync(at) && statSync(at).isDirectory() ? readdirSync(at) : [];
      names = new Map(present.map((name) => [name.toLowerCase(), name]));
      listings.set(at, names);
    }
    return names;
  };
  const spelled = (path: string): string | undefined => {
    let at = path.startsWith('/') ? '/' : folder;
    for (const part of path.split('/')) {
      if (part === '') continue;
      const exact = join(at, part);
      const name = existsSync(exact) ? part : listing(at).get(part.toLowerCase());
      if (name === undefined) return undefined;
      at = join(at, name);
    }
    return at;
  };
  return {
    read(path) {
      const found = spelled(path);
      if (found === undefined) return undefined;
      const status = statSync(found);
      return status.isFile() && status.size <= MAX_FILE_BYTES ? readFileSync(found) : undefined;
    },
  };
}
