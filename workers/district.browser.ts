import * as Comlink from 'comlink';
import { wholeDistrict } from '../src/io/wholeDistrict';

/** Files to a district, beside the page: a network along many streets takes seconds, and the page must answer meanwhile. */
Comlink.expose(wholeDistrict);
