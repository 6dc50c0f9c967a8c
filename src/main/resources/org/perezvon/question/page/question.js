/** One case: where it stands, what each agency was asked and answered, its whole course. Who called is not told here. */
import {withdrawal, timeline} from '../camunda/app/tasklist/scripts/perezvon/case.js';
import {clock, get, session, site} from '../camunda/app/tasklist/scripts/perezvon/centre.js';
import {el} from '../camunda/app/tasklist/scripts/perezvon/elements.js';
import * as views from '../camunda/app/tasklist/scripts/perezvon/views.js';
import {stateOf} from './states.js';

const $ = selector => document.querySelector(selector);
const number = location.pathname.split('/').at(-1);
const path = `/api/questions/${encodeURIComponent(number)}`;

$('[data-who]').textContent = session?.name ?? '';
show();

async function show() {
  try {
    const [found, entries] = await Promise.all([get(`/api/cases/${encodeURIComponent(number)}`), get(`${path}/timeline`)]);
    document.title = `${found.number} — Перезвон`;
    $('h1').replaceChildren(`Обращение ${found.number} `, views.badge(stateOf(found)));
    $('[data-status]').textContent = '';
    $('[data-case]').replaceChildren(...[asked(found), ...found.inquiries.map(leg), course(found, entries)].filter(Boolean));
  } catch (problem) {
    console.error(problem);
    $('[data-status]').className = 'pz-error';
    $('[data-status]').textContent = problem.message;
  }
}

function asked(found) {
  const others = [found.follows && ['Задан при ответе на обращение', found.follows], ...found.followedBy.map(later => ['При ответе задан ещё один вопрос', later])];
  return el('section', {class: 'pz-card'},
    el('p', {class: 'pz-muted'}, `Звонок на ${found.line} · ${clock.dateAndTime(found.calledAt)} · записал(а) ${found.registeredBy}`),
    el('div', {class: 'pz-question'}, found.text),
    found.withdrawal && el('p', {}, `Больше не нужно: ${clock.dateAndTime(found.withdrawal.at)}, ${found.withdrawal.by}`, found.withdrawal.why && `. ${found.withdrawal.why}`),
    others.filter(Boolean).map(([words, other]) => el('p', {}, `${words} `, el('a', {href: `${site}/questions/${other}`}, other))));
}

function leg(inquiry) {
  return el('section', {class: 'pz-card', 'data-inquiry': inquiry.number, id: inquiry.number},
    views.inquiryHeading(inquiry),
    el('p', {}, views.responsible(inquiry.responsible)),
    views.deadline(inquiry),
    views.letters(inquiry),
    inquiry.replies.map(views.mail));
}

function course(found, entries) {
  return el('section', {class: 'pz-card', 'data-timeline': true},
    el('h4', {}, 'Ход дела'),
    timeline(entries),
    found.state !== 'CLOSED' && withdrawal(path, show, 'Больше не нужно'));
}
