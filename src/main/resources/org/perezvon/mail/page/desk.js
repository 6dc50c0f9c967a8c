/** Mails that a person must look at, and mails that could not be taken so far; taken anew one by one, chosen or all. */
import {clock, counted, el, field, get, post, problemBox} from './house.js';
import {changed, doing, size} from './words.js';

const PAGE = 50;
const chosen = new Set();
let shown = PAGE;
let outcome = '';

export function arrive() {
  chosen.clear();
  shown = PAGE;
  outcome = '';
}

export async function show(query) {
  const reason = query.get('reason') ?? '';
  const {mails, more} = await get(`/api/mail-room/desk?limit=${shown}&reason=${encodeURIComponent(reason)}`);
  const here = new Set(mails.map(mail => mail.id));
  for (const id of chosen) if (!here.has(id)) chosen.delete(id);
  const buttons = el('div', {class: 'actions'});
  const again = () => buttons.replaceChildren(
    doing(el, problemBox, {
      label: chosen.size ? `Разобрать снова выбранные (${chosen.size})` : 'Разобрать снова все',
      key: 'again-many', main: chosen.size > 0,
      send: () => chosen.size ? retry({ids: [...chosen]}) : retryAll(reason),
    }));
  again();
  return [
    el('h1', {}, 'Неразобранные письма'),
    el('p', {class: 'lead'}, 'Письма, о которых решает человек, и письма, которые пока не удалось разобрать. «Разобрать снова» снимает письмо '
      + 'со стола и разбирает его заново, например после исправления ошибки или когда увеличен предел размера.'),
    el('div', {class: 'above'}, filter(reason), buttons),
    el('p', {role: 'status', class: outcome ? 'note fine' : 'unseen'}, outcome),
    mails.length ? table(mails, again) : el('p', {}, reason ? 'Писем с такой причиной нет.' : 'Стол пуст: все письма разобраны.'),
    more && el('p', {}, el('button', {type: 'button', 'data-key': 'more', onclick: () => {
      shown += PAGE;
      changed();
    }}, `Показать ещё ${counted(PAGE, 'письмо', 'письма', 'писем')}`)),
  ];
}

function filter(reason) {
  const input = el('input', {type: 'search', value: reason, placeholder: 'например: слишком велико', 'data-key': 'reason'});
  const apply = () => { location.hash = input.value.trim() ? `#desk?reason=${encodeURIComponent(input.value.trim())}` : '#desk'; };
  input.addEventListener('keydown', event => { if (event.key === 'Enter') apply(); });
  input.addEventListener('change', apply);
  return field('reason', 'Причина содержит слова', input);
}

function table(mails, again) {
  const boxes = [];
  const all = el('input', {type: 'checkbox', 'aria-label': 'Выбрать все показанные', 'data-key': 'all', onchange: () => {
    boxes.forEach(box => choose(box, all.checked));
    again();
  }});
  const choose = (box, on) => {
    box.checked = on;
    if (on) chosen.add(box.mail);
    else chosen.delete(box.mail);
    box.closest('tr').classList.toggle('picked', on);
    all.checked = boxes.every(each => each.checked);
  };
  const rows = mails.map(mail => {
    const box = el('input', {type: 'checkbox', 'aria-label': `Выбрать письмо «${mail.subject || 'без темы'}»`, 'data-key': `choose-${mail.id}`,
      onchange: () => {
        choose(box, box.checked);
        again();
      }});
    box.mail = mail.id;
    box.checked = chosen.has(mail.id);
    boxes.push(box);
    return el('tr', {'data-mail': mail.id, class: box.checked ? 'picked' : null},
      el('td', {}, box),
      el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(mail.receivedAt)),
      el('td', {'data-label': 'От кого', class: 'subject'}, mail.from),
      el('td', {'data-label': 'Тема', class: 'subject'}, mail.subject || el('span', {class: 'muted'}, 'без темы')),
      el('td', {'data-label': 'Размер', class: 'figure'}, size(mail.size)),
      el('td', {'data-label': 'Почему', class: 'why'}, mail.reason,
        mail.state === 'RETRIED' && el('div', {class: 'muted'}, `Разбирается ещё, попыток: ${mail.attempts}`)),
      el('td', {}, el('div', {class: 'buttons'},
        el('button', {type: 'button', 'data-key': `see-${mail.id}`, 'aria-label': `Показать письмо «${mail.subject || 'без темы'}»`,
          onclick: event => source(mail, event.currentTarget)}, 'Показать'),
        doing(el, problemBox, {label: 'Разобрать снова', key: `again-${mail.id}`,
          title: `Разобрать снова: ${mail.subject || 'без темы'}`, send: () => retry({ids: [mail.id]})}))));
  });
  all.checked = boxes.length > 0 && boxes.every(box => box.checked);
  return el('section', {class: 'card', 'aria-label': 'Письма на столе'}, el('table', {class: 'rows desk'},
    el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, all),
      ['Получено', 'От кого', 'Тема', 'Размер', 'Почему на столе', ''].map(title =>
        el('th', {scope: 'col', class: title === 'Размер' ? 'figure' : null}, title)))),
    el('tbody', {}, rows)));
}

async function retry(which) {
  const {taken} = await post('/api/mail-room/retries', which);
  outcome = taken ? `Разбирается снова: ${counted(taken, 'письмо', 'письма', 'писем')}.`
    : 'Этих писем на столе уже нет: о них решили другие.';
  chosen.clear();
}

async function retryAll(reason) {
  const question = reason ? `Разобрать снова все письма с причиной «${reason}»?` : 'Разобрать снова все письма на столе?';
  if (confirm(question)) await retry({all: true, reason});
}

/** As it came, as text: a stranger wrote it. */
async function source(mail, button) {
  const close = () => dialog.close();
  const pre = el('pre', {tabindex: 0}, 'Загрузка…');
  const note = el('p', {class: 'muted'});
  const dialog = el('dialog', {class: 'source', 'aria-label': `Письмо «${mail.subject || 'без темы'}» как пришло`, onclose: () => {
    dialog.remove();
    (button.isConnected ? button : document.querySelector(`[data-key="see-${mail.id}"]`))?.focus();
  }},
    el('h2', {}, mail.subject || 'Без темы'), note, pre,
    el('div', {class: 'actions'}, el('button', {type: 'button', class: 'main', onclick: close}, 'Закрыть'),
      el('a', {class: 'button', href: `api/mails/${mail.id}/original`}, 'Сохранить как файл')));
  document.body.append(dialog);
  dialog.showModal();
  try {
    const letter = await get(`/api/mail-room/mails/${mail.id}/source`);
    pre.textContent = letter.text;
    note.textContent = letter.whole ? `Письмо в том виде, в каком пришло, ${size(letter.size)}.`
      : `Показано начало письма; всего в нём ${size(letter.size)}.`;
  } catch (problem) {
    pre.replaceWith(problemBox(problem));
  }
}
