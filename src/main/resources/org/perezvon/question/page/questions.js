/** The list of cases: a filter and a table. The address keeps the filter; a whole number leads to its case at once. */
import {clock, get, session, site} from '../camunda/app/tasklist/scripts/perezvon/centre.js';
import {el} from '../camunda/app/tasklist/scripts/perezvon/elements.js';
import {badge} from '../camunda/app/tasklist/scripts/perezvon/views.js';
import {stateOf} from './states.js';

const $ = selector => document.querySelector(selector);
const filter = $('[data-filter]');
const rows = $('tbody');
const NAMES = ['q', 'agency', 'state', 'late', 'stuck'];
let asked = 0;
let next = null;

$('[data-who]').textContent = session?.name ?? '';
filter.addEventListener('submit', async event => {
  event.preventDefault();
  clearTimeout(typing);
  await show(); // what is typed now counts, however fast somebody presses Enter
  const [first, another] = rows.querySelectorAll('a');
  if (filter.elements.q.value && first && !another) location.href = first.href;
});
let typing;
filter.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(show, 250);
});
$('[data-more]').addEventListener('click', () => more());
begin();

async function begin() {
  try {
    const agencies = await get('/api/agencies');
    filter.elements.agency.append(...agencies.map(({code, shortName}) => el('option', {value: code}, shortName)));
  } catch (problem) {
    fail(problem);
  }
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const input = NAMES.includes(name) && filter.elements[name];
    if (input?.type === 'checkbox') input.checked = true;
    else if (input) input.value = value;
  }
  await show();
}

function chosen() {
  const words = new URLSearchParams();
  for (const name of NAMES) {
    const input = filter.elements[name];
    const value = input.type === 'checkbox' ? input.checked && 'true' : input.value.trim();
    if (value) words.set(name, value);
  }
  return words;
}

async function show() {
  history.replaceState(null, '', `#${chosen()}`);
  next = null;
  await more();
}

/** What somebody has asked for meanwhile counts, not what comes later. */
async function more() {
  const turn = ++asked;
  $('[data-status]').className = 'pz-muted';
  try {
    const query = chosen();
    if (next) query.set('behind', next);
    const page = await get(`/api/cases?${query}`);
    if (turn !== asked) return;
    if (!next) rows.replaceChildren();
    next = page.next;
    rows.append(...page.cases.map(line));
    $('table').hidden = !rows.children.length;
    $('[data-more]').hidden = !next;
    $('[data-status]').textContent = rows.children.length ? `Показано: ${rows.children.length}${next ? ', есть ещё' : ''}` : 'Таких обращений нет.';
  } catch (problem) {
    if (turn === asked) fail(problem);
  }
}

function fail(problem) {
  console.error(problem);
  $('[data-status]').className = 'pz-error';
  $('[data-status]').textContent = problem.message;
}

function line(found) {
  return el('tr', {'data-case': found.number},
    el('th', {scope: 'row'}, el('a', {href: `${site}/questions/${found.number}`}, found.number)),
    el('td', {}, clock.dateAndTime(found.calledAt)),
    el('td', {}, found.text),
    el('td', {}, found.agencies.join(', ') || '—'),
    el('td', {}, badge(stateOf(found)), found.stuck && el('div', {}, badge(['застряло', 'bad']))),
    el('td', {}, found.due ? clock.dateAndTime(found.due) : '—', found.late && el('div', {}, badge(['просрочен', 'bad']))));
}
