/** What this page shares with the page of calendars and with the forms in Tasklist. */
export {clock, el, get, post, Problem, remove, session} from '../calendars/house.js';
export {field, problemBox} from '../calendars/fields.js';
export {counted, number} from '../calendars/words.js';
