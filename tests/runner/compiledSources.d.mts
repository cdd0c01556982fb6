import type { Plugin } from 'vite';

export default function compile(): Promise<void>;
export function compiledSources(): Plugin;
