/** What came with a mail: its files, with what is known of each before it is opened, and its own looks. */
import {get, site} from './centre.js';
import {el, icon} from './elements.js';

const STATES = {
  NOT_YET: 'hourglass',
  CLEAN: 'ok',
  NOT_SCANNED: 'question-sign',
  INFECTED: 'ban-circle',
};

/** The files of a mail; where one of them is the answer, it can be read at once. */
export function files(mail) {
  const attached = (mail.attachments ?? []).filter(file => !file.inline);
  const pictures = (mail.attachments ?? []).length - attached.length;
  if (!attached.length && !pictures) return null;
  const answer = mail.answerInFile ? attached.find(file => file.preview) : null;
  return el('div', {},
    attached.length > 0 && el('ul', {class: 'pz-attachments'}, attached.map(file => attachment(file, file === answer))),
    pictures > 0 && el('div', {class: 'pz-muted'}, `картинок в тексте письма: ${pictures}`));
}

function attachment(file, open) {
  return el('li', {'data-file': file.state, class: file.dangerous ? 'pz-file-dangerous' : null},
    icon('paperclip'), ' ',
    file.href && !file.dangers.length ? save(file, file.name) : el('b', {}, file.name),
    el('span', {class: 'pz-muted'}, ` ${size(file.size)} · `),
    el('span', {class: file.state === 'INFECTED' ? 'pz-warning' : 'pz-muted'}, icon(STATES[file.state] ?? 'file'), ' ', file.words),
    file.dangers.length > 0 && danger(file),
    file.remarks.map(remark => el('div', {class: 'pz-file-remark'}, icon('eye-close'), ' ', remark)),
    file.preview ? preview(file, open) : file.unread && el('div', {class: 'pz-muted'}, file.unread));
}

function save(file, words) {
  return el('a', {href: site + file.href, download: file.name}, words);
}

/** What can do harm is saved on purpose only. */
function danger(file) {
  return el('div', {},
    file.dangers.map(words => el('div', {class: 'pz-warning'}, icon('alert'), ' ', words)),
    file.href && el('details', {}, el('summary', {}, 'Сохранить всё равно'),
      'Не открывайте такой файл на рабочем месте, покажите его администратору: ', save(file, file.name)));
}

function preview(file, open) {
  const text = el('div', {class: 'pz-mail-text'}, file.preview);
  return el('details', {open, class: 'pz-file-text'},
    el('summary', {}, 'Текст файла'),
    text,
    file.textHref && el('button', {type: 'button', class: 'btn btn-default', onclick: event => readOn(event.target, file, text)},
      'Показать весь текст'));
}

async function readOn(button, file, text) {
  button.disabled = true;
  try {
    text.textContent = (await get(file.textHref)).text;
    button.remove();
  } catch (problem) {
    button.disabled = false;
    button.after(el('span', {class: 'pz-error', role: 'alert'}, ` ${problem.message}`));
  }
}

/** The mail as its sender has laid it out, in a frame that can do nothing. */
export function page(mail) {
  if (!mail.page) return null;
  return el('details', {
    ontoggle: ({target}) => {
      if (target.open && !target.querySelector('iframe')) {
        target.append(el('iframe', {class: 'pz-page', sandbox: '', src: site + mail.page, title: 'Письмо с оформлением'}));
      }
    },
  }, el('summary', {}, 'Письмо с оформлением'));
}

/** "47 КБ" */
function size(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`;
}
