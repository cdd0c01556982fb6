import type { Same } from '../catalogue';
import type { English } from '../en';
import { assumptions } from './assumptions';
import { building } from './building';
import { challenges } from './challenges';
import { charts } from './charts';
import { compare } from './compare';
import { connect } from './connect';
import { dialogs } from './dialogs';
import { display } from './display';
import { explained } from './explained';
import { facts } from './facts';
import { figures } from './figures';
import { hosting } from './hosting';
import { inspector } from './inspector';
import { levels } from './levels';
import { map } from './map';
import { marked } from './marked';
import { modes } from './modes';
import { moments } from './moments';
import { oneLine } from './oneLine';
import { page } from './page';
import { parts } from './parts';
import { path } from './path';
import { payments } from './payments';
import { peaks } from './peaks';
import { places } from './places';
import { prepare } from './prepare';
import { present } from './present';
import { projects } from './projects';
import { scenario } from './scenario';
import { scorecard } from './scorecard';
import { share } from './share';
import { split } from './split';
import { steps } from './steps';
import { studies } from './studies';
import { table } from './table';
import { tariffs } from './tariffs';
import { templates } from './templates';
import { time } from './time';
import { timeline } from './timeline';
import { told } from './told';
import { top } from './top';
import { tour } from './tour';
import { wayOut } from './wayOut';
import { worth } from './worth';

/** The same strings in German; a missing or an added one does not compile. */
export const de: Same<English> = {
  assumptions,
  building,
  charts,
  challenges,
  compare,
  connect,
  dialogs,
  display,
  explained,
  facts,
  figures,
  hosting,
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
  payments,
  peaks,
  places,
  prepare,
  present,
  projects,
  scenario,
  scorecard,
  share,
  split,
  steps,
  studies,
  table,
  tariffs,
  templates,
  time,
  timeline,
  told,
  top,
  tour,
  wayOut,
  worth,
};
