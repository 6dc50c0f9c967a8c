/** What this page shares with the forms in Tasklist: elements, the centre's clock, the session and the way to the server. */
export {clock, get, post, Problem, remove, session} from '../camunda/app/tasklist/scripts/perezvon/centre.js';
export {el} from '../camunda/app/tasklist/scripts/perezvon/elements.js';
export {WallClock} from '../camunda/app/tasklist/scripts/perezvon/zone.js';
