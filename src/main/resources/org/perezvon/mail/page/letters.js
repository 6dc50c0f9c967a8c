/** Letters that have not left, and why. */
import {clock, counted, el, get, post, problemBox} from './house.js';
import {doing} from './words.js';

const PAGE = 50;
let shown = PAGE;

export function arrive() {
  shown = PAGE;
}

export async function show() {
  const {letters, more} = await get(`/api/mail-room/letters?limit=${shown}`);
  return [
    el('h1', {}, 'Ждут отправки'),
    el('p', {class: 'lead'}, 'Письмо уходит само, как только пройдёт причина. «Отправить сейчас» снимает суточный предел и паузу после неудачи; '
      + 'рабочие часы органа власти остаются в силе.'),
    letters.length ? table(letters) : el('p', {}, 'Все письма отправлены.'),
    more && el('p', {}, el('button', {type: 'button', 'data-key': 'more', onclick: () => {
      shown += PAGE;
      dispatchEvent(new Event('mail-changed'));
    }}, `Показать ещё ${counted(PAGE, 'письмо', 'письма', 'писем')}`)),
  ];
}

function table(letters) {
  return el('section', {class: 'card', 'aria-label': 'Письма, которые ждут отправки'}, el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, ['Написано', 'Кому', 'Тема', 'Почему ждёт', 'Попыток', 'Следующая', ''].map(title =>
      el('th', {scope: 'col', class: title === 'Попыток' ? 'figure' : null}, title)))),
    el('tbody', {}, letters.map(letter => el('tr', {'data-letter': letter.id},
      el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(letter.writtenAt)),
      el('td', {'data-label': 'Кому', class: 'subject'}, letter.to),
      el('td', {'data-label': 'Тема', class: 'subject'}, letter.subject),
      el('td', {'data-label': 'Почему ждёт'}, letter.because),
      el('td', {class: 'figure', 'data-label': 'Попыток'}, String(letter.attempts)),
      el('td', {'data-label': 'Следующая', class: 'when'}, letter.nextAttemptAt ? clock.dateAndTime(letter.nextAttemptAt) : ''),
      el('td', {}, doing(el, problemBox, {
        label: 'Отправить сейчас', key: `release-${letter.id}`, title: `Отправить сейчас: ${letter.subject}`,
        send: () => post(`/api/mail-room/letters/${letter.id}/release`),
      })))))));
}
