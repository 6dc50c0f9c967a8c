/** Letters from us to us, newest first. */
import {clock, el, get, post, problemBox} from './house.js';
import {doing} from './words.js';

export async function show() {
  const trips = await get('/api/mail-room/self-tests?limit=100');
  return [
    el('h1', {}, 'Проверка почты'),
    el('p', {class: 'lead'}, 'Письмо уходит и возвращается теми же путями, что запросы и ответы; вернувшееся удаляется из ящика.'),
    el('p', {}, doing(el, problemBox, {label: 'Проверить сейчас', key: 'test-now', main: true, send: () => post('/api/mail-room/self-tests')})),
    trips.length ? table(trips) : el('p', {}, 'Проверок ещё не было.'),
  ];
}

function table(trips) {
  return el('section', {class: 'card', 'aria-label': 'Последние проверки'}, el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, ['Отправлено', 'Что стало с письмом', 'Отправил узел'].map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, trips.map(trip => el('tr', {},
      el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(trip.sentAt)),
      el('td', {'data-label': 'Что стало с письмом'}, trip.words),
      el('td', {'data-label': 'Отправил узел'}, trip.node))))));
}
