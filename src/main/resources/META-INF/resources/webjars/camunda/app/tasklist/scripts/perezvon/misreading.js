/** «Неверно прочитано»: whoever sees that a mail was misunderstood says what it is, and it becomes a case for the rules. */
import {post, Problem} from './centre.js';
import {el} from './elements.js';

const KINDS = {
  ANSWER: 'Ответ на запрос',
  EXTENSION: 'Просят продлить срок',
  REFUSAL: 'Отказ или переадресация в другой орган',
  CLARIFICATION: 'Просят уточнить вопрос',
  ACKNOWLEDGEMENT: 'Уведомление о регистрации',
  AUTO_REPLY: 'Автоматический ответ',
  BOUNCE: 'Письмо не доставлено',
  DELAY: 'Доставка задерживается',
  RECEIPT: 'Уведомление о доставке или прочтении',
  KNOWLEDGE_UPDATE: 'Сведения для информационной базы',
  OTHER: 'Другое',
};

/** One click away; changes nothing about the mail and its inquiry. */
export function misreading(mail) {
  if (!mail.original) return null;
  const kind = el('select', {class: 'form-control', 'aria-label': 'Что это за письмо на самом деле'},
    Object.entries(KINDS).map(([value, words]) => el('option', {value, selected: value === mail.kind}, words)));
  const text = el('textarea', {class: 'form-control', rows: 5, 'aria-label': 'Что в письме сказано нового'});
  text.value = mail.text?.trim() ?? '';
  const note = el('input', {type: 'text', class: 'form-control', maxlength: 2000, placeholder: 'Что не так (можно не писать)', 'aria-label': 'Что не так'});
  const outcome = el('p', {role: 'status'});
  const send = el('button', {type: 'button', class: 'btn btn-default', onclick: report}, 'Сообщить');
  const box = el('details', {class: 'pz-misreading'},
    el('summary', {}, 'Неверно прочитано?'),
    el('p', {class: 'pz-muted'}, 'Скажите, как правильно: письмо станет примером для правил чтения. Решение по запросу от этого не меняется.'),
    el('div', {class: 'pz-field'}, kind),
    el('div', {class: 'pz-field'}, text, el('p', {class: 'pz-muted'}, 'Только сказанное органом: без цитаты нашего письма и подписи.')),
    el('div', {class: 'pz-field'}, note),
    send, outcome);
  // What is typed here is no part of the task: neither its keys nor its drafts.
  for (const typed of ['keydown', 'input', 'change']) box.addEventListener(typed, event => event.stopPropagation());
  note.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  return box;

  async function report() {
    send.disabled = true;
    outcome.className = 'pz-muted';
    outcome.textContent = '';
    try {
      await post(mail.original.replace(/\/original$/, '/misreading'), {kind: kind.value, text: text.value, note: note.value});
      outcome.textContent = 'Спасибо, записано.';
    } catch (problem) {
      if (!(problem instanceof Problem)) console.error(problem);
      outcome.className = 'pz-error';
      outcome.textContent = problem.message;
    } finally {
      send.disabled = false;
    }
  }
}
