/** What the mail room could not do by itself, newest first. */
import {clock, el, get} from './house.js';
import {between, lasting} from './words.js';

export async function show() {
  const troubles = await get('/api/mail-room/troubles?limit=100');
  return [
    el('h1', {}, 'Неполадки почты'),
    el('p', {class: 'lead'}, 'О каждой неполадке руководители смены получают задачу в Tasklist; когда она проходит, задача закрывается сама.'),
    troubles.length ? table(troubles) : el('p', {}, 'Неполадок ещё не было.'),
  ];
}

function table(troubles) {
  return el('section', {class: 'card', 'aria-label': 'Неполадки'}, el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, ['Началась', 'Длилась', 'Что случилось', 'Кто знает'].map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, troubles.map(trouble => el('tr', {class: trouble.overAt ? null : 'alarm'},
      el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(trouble.since)),
      el('td', {'data-label': 'Длилась'}, trouble.overAt ? lasting(between(trouble.since, trouble.overAt)) : 'ещё продолжается'),
      el('td', {'data-label': 'Что случилось', class: 'subject'}, trouble.words),
      el('td', {'data-label': 'Кто знает'}, trouble.seenBy ?? '', trouble.note ? `: ${trouble.note}` : ''))))));
}
