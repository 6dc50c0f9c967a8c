/** The register of violations: a filter, a list, and under each line what proves it. The address keeps the filter. */
import {clock, get, session, site} from '../camunda/app/tasklist/scripts/perezvon/centre.js';
import {el} from '../camunda/app/tasklist/scripts/perezvon/elements.js';
import * as views from '../camunda/app/tasklist/scripts/perezvon/views.js';

const $ = selector => document.querySelector(selector);
const filter = $('[data-filter]');
const rows = $('tbody');
let asked = 0;
let next = null;

$('[data-who]').textContent = session?.name ?? '';
filter.addEventListener('submit', event => event.preventDefault());
filter.addEventListener('change', () => show());
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
    const input = filter.elements[name];
    if (input?.type === 'checkbox') input.checked = true;
    else if (input) input.value = value;
  }
  await show();
}

function chosen() {
  const words = new URLSearchParams();
  for (const name of ['kind', 'agency', 'from', 'to']) {
    if (filter.elements[name].value) words.set(name, filter.elements[name].value);
  }
  if (filter.elements.withdrawn.checked) words.set('withdrawn', 'true');
  return words;
}

async function show() {
  history.replaceState(null, '', `#${chosen()}`);
  $('[data-export]').href = `${site}/api/violations/export.csv?${chosen()}`;
  rows.replaceChildren();
  next = null;
  await more();
}

/** What somebody has asked for meanwhile counts, not what comes later. */
async function more() {
  const turn = ++asked;
  $('[data-status]').className = 'pz-muted';
  $('[data-status]').textContent = 'Загрузка…';
  try {
    const query = chosen();
    if (next) query.set('behind', next);
    const page = await get(`/api/violations?${query}`);
    if (turn !== asked) return;
    next = page.next;
    rows.append(...page.violations.map(line));
    $('table').hidden = !rows.children.length;
    $('[data-more]').hidden = !next;
    $('[data-status]').textContent = rows.children.length ? `Показано: ${rows.children.length}${next ? ', есть ещё' : ''}` : 'Нарушений нет.';
  } catch (problem) {
    if (turn === asked) fail(problem);
  }
}

function fail(problem) {
  console.error(problem);
  $('[data-status]').className = 'pz-error';
  $('[data-status]').textContent = problem.message;
}

function line(violation) {
  const proof = el('div', {class: 'proof'});
  const details = el('details', {ontoggle: () => prove(violation, details, proof)},
    el('summary', {}, violation.kindInWords), proof);
  return el('tr', {'data-violation': violation.id, class: violation.withdrawnAt ? 'withdrawn' : null},
    el('th', {scope: 'row'}, clock.dateAndTime(violation.at)),
    el('td', {}, violation.ours ? [el('b', {}, 'Контакт-центр'), el('div', {class: 'pz-muted'}, violation.agencyName)] : violation.agencyName),
    el('td', {}, place(violation.number)),
    el('td', {}, details,
      violation.withdrawnAt && el('p', {class: 'pz-muted'}, `Снято ${clock.dateAndTime(violation.withdrawnAt)}: ${violation.withdrawnWhy}`)),
    el('td', {}, violation.answeredAt ? clock.dateAndTime(violation.answeredAt) : '—'));
}

/** A case leads to its page; an item of the information base only says which it is. */
function place(number) {
  return /^\d{4}-\d+/.test(number) ? el('a', {href: `${site}/questions/${number.split('/')[0]}#${number}`}, number) : number;
}

/** What was written about the inquiry; a violation about the information base has none. */
function letters(inquiry) {
  return [
    el('h4', {}, 'Письма'),
    views.letters(inquiry) ?? el('p', {}, 'Писем нет.'),
    views.deadline(inquiry),
    inquiry.replies.length > 0 && el('h4', {}, 'Что написал орган'),
    ...inquiry.replies.map(views.mail)];
}

async function prove(violation, details, proof) {
  if (!details.open || proof.childElementCount) return;
  proof.textContent = 'Загрузка…';
  try {
    const {inquiry} = await get(`/api/violations/${violation.id}`);
    proof.replaceChildren(...[
      el('h4', {}, 'Как рассчитан срок'),
      el('ol', {}, violation.evidence.map(step => el('li', {}, step))),
      ...(inquiry ? letters(inquiry) : [])].filter(Boolean));
  } catch (problem) {
    console.error(problem);
    proof.replaceChildren(el('p', {class: 'pz-error', role: 'alert'}, problem.message));
  }
}
