/** Mails of which people have said that they were read wrongly: cases for the rules, and the way to take them along. */
import {clock, counted, el, get, problemBox, remove} from './house.js';
import {changed, doing} from './words.js';

const PAGE = 50;
let shown = PAGE;

const KINDS = {
  ANSWER: 'ответ',
  EXTENSION: 'продление',
  REFUSAL: 'отказ или переадресация',
  CLARIFICATION: 'уточнение',
  ACKNOWLEDGEMENT: 'регистрация',
  AUTO_REPLY: 'автоответ',
  BOUNCE: 'недоставка',
  DELAY: 'задержка доставки',
  RECEIPT: 'уведомление',
  KNOWLEDGE_UPDATE: 'для информационной базы',
  OTHER: 'другое',
};

export function arrive() {
  shown = PAGE;
}

export async function show() {
  const {number, mails} = await get(`/api/mail-room/misreadings?limit=${shown}`);
  return [
    el('h1', {}, 'Неверно прочитано'),
    el('p', {class: 'lead'}, 'Письма, о которых операторы сказали, что в них на самом деле. По ним проверяют и дополняют правила чтения. '
      + 'В файле — сами письма: в них личные данные.'),
    mails.length > 0 && el('p', {}, el('a', {class: 'button', href: 'api/mail-room/misreadings.zip', 'data-key': 'export'},
      `Скачать ${counted(number, 'письмо', 'письма', 'писем')} с верным чтением (zip)`)),
    mails.length ? table(mails) : el('p', {}, 'Таких писем пока нет.'),
    number > mails.length && el('p', {}, el('button', {type: 'button', 'data-key': 'more', onclick: () => {
      shown += PAGE;
      changed();
    }}, `Показать ещё ${counted(PAGE, 'письмо', 'письма', 'писем')}`)),
  ];
}

function table(mails) {
  return el('section', {class: 'card', 'aria-label': 'Неверно прочитанные письма'}, el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, ['Получено', 'От кого', 'Тема', 'Прочитано как', 'На самом деле', 'Кто сказал', ''].map(title =>
      el('th', {scope: 'col'}, title)))),
    el('tbody', {}, mails.map(mail => el('tr', {'data-mail': mail.mailId},
      el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(mail.receivedAt)),
      el('td', {'data-label': 'От кого', class: 'subject'}, mail.from),
      el('td', {'data-label': 'Тема', class: 'subject'}, mail.subject || el('span', {class: 'muted'}, 'без темы')),
      el('td', {'data-label': 'Прочитано как'}, KINDS[mail.readAs] ?? mail.readAs),
      el('td', {'data-label': 'На самом деле'}, KINDS[mail.kind] ?? mail.kind,
        mail.note && el('div', {class: 'muted'}, mail.note),
        mail.text && el('details', {}, el('summary', {}, 'верный текст'), el('pre', {}, mail.text))),
      el('td', {'data-label': 'Кто сказал'}, mail.reportedBy, el('div', {class: 'muted'}, clock.dateAndTime(mail.reportedAt))),
      el('td', {}, el('div', {class: 'buttons'},
        el('a', {class: 'button', href: `api/mails/${mail.mailId}/original`, 'data-key': `original-${mail.mailId}`}, 'Оригинал'),
        doing(el, problemBox, {label: 'Убрать', key: `forget-${mail.mailId}`, title: `Убрать из списка: ${mail.subject || 'без темы'}`,
          send: () => remove(`/api/mail-room/misreadings/${mail.mailId}`)}))))))));
}
