import { assumptions } from './assumptions';
import { building } from './building';
import { compare } from './compare';
import { dialogs } from './dialogs';
import { display } from './display';
import { facts } from './facts';
import { figures } from './figures';
import { inspector } from './inspector';
import type { late } from './late';
import { levels } from './levels';
import { map } from './map';
import { marked } from './marked';
import { modes } from './modes';
import { moments } from './moments';
import { oneLine } from './oneLine';
import { page } from './page';
import { parts } from './parts';
import { path } from './path';
import { peaks } from './peaks';
import { places } from './places';
import { present } from './present';
import { projects } from './projects';
import { scenario } from './scenario';
import { scorecard } from './scorecard';
import { share } from './share';
import { split } from './split';
import { steps } from './steps';
import { table } from './table';
import { tariffs } from './tariffs';
import { templates } from './templates';
import { time } from './time';
import { timeline } from './timeline';
import { told } from './told';
import { top } from './top';
import { tour } from './tour';
import { wayOut } from './wayOut';

/** The strings of the page in English that are there from the start, by area. */
export const en = {
  assumptions,
  building,
  compare,
  dialogs,
  display,
  facts,
  figures,
  inspector,
  levels,
  map,
  marked,
  modes,
  moments,
  oneLine,
  page,
  parts,
  path,
  peaks,
  places,
  present,
  projects,
  scenario,
  scorecard,
  share,
  split,
  steps,
  table,
  tariffs,
  templates,
  time,
  timeline,
  told,
  top,
  tour,
  wayOut,
} as const;

/** All of them, those included that come with the dialogs they belong to. */
export type English = typeof en & typeof late;
