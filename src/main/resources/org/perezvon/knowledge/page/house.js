/** What this page shares with the page of calendars and with the forms in Tasklist. */
export {clock, el, get, post, Problem, remove, session} from '../calendars/house.js';
export {put} from '../camunda/app/tasklist/scripts/perezvon/centre.js';
export {agencySearch, field, form, problemBox} from '../calendars/fields.js';
export {counted, dotted} from '../calendars/words.js';
