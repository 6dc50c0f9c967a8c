/** The course of a case, as every form shows it below its own business, and the way to end it at the citizen's wish. */
import {clock, get, post, Problem, site} from './centre.js';
import {el, icon} from './elements.js';

const GLYPHS = [
  ['CALL_BACK', 'phone-alt'],
  ['CALL', 'earphone'],
  ['LETTER', 'send'],
  ['DELIVERY', 'send'],
  ['MAIL', 'envelope'],
  ['LATE_ANSWER', 'envelope'],
  ['TERM', 'time'],
  ['EXTENSION', 'time'],
  ['VIOLATION', 'alert'],
  ['DECISION', 'user'],
  ['WITHDRAWN', 'ban-circle'],
];

/** Everything that happened, oldest first; the newest is in sight. */
export function timeline(entries) {
  const list = el('ol', {class: 'pz-timeline', 'data-timeline-list': true}, entries.map(entry));
  requestAnimationFrame(() => { list.scrollTop = list.scrollHeight; });
  return list;
}

function entry(happened) {
  const glyph = GLYPHS.find(([kind]) => happened.kind.startsWith(kind))?.[1] ?? 'record';
  const trouble = happened.kind.startsWith('VIOLATION_') && happened.kind !== 'VIOLATION_WITHDRAWN';
  return el('li', {class: trouble ? 'pz-trouble' : null, 'data-kind': happened.kind},
    el('time', {datetime: happened.at}, clock.dateAndTime(happened.at)),
    icon(glyph),
    el('div', {},
      happened.text,
      el('span', {class: 'pz-muted'}, [happened.inquiry && `запрос ${happened.inquiry}`, happened.who].filter(Boolean).map(words => ` · ${words}`).join('')),
      happened.details.length > 0 && el('details', {}, el('summary', {}, 'Подробно'),
        happened.details.map(detail => el('p', {class: 'pz-mail-text'}, detail)))));
}

/** The course of the question, or of an inquiry that no question stands behind, into `[data-timeline]` or below the form. */
export async function showCase(form, {questionNumber, inquiryId}, refresh) {
  const path =
    questionNumber ? `/api/questions/${encodeURIComponent(questionNumber)}`
    : inquiryId ? `/api/inquiries/${encodeURIComponent(inquiryId)}`
    : null;
  if (!path) return;
  const home = form.querySelector('[data-timeline]') ?? form.appendChild(el('div', {'data-timeline': true}));
  const entries = await get(`${path}/timeline`);
  const open = questionNumber && !entries.some(({kind}) => kind.startsWith('CLOSED_'));
  home.replaceChildren(el('section', {class: 'pz-card'},
    el('h4', {}, 'Ход дела', questionNumber && el('a', {class: 'pz-whole-case', href: `${site}/questions/${questionNumber}`, target: '_blank'}, 'Дело целиком')),
    timeline(entries),
    open && withdrawal(path, refresh)));
}

/** «Ответ больше не нужен»: asked twice, because letters leave. */
export function withdrawal(path, refresh, title = 'Гражданину ответ больше не нужен') {
  const why = el('input', {type: 'text', class: 'form-control', maxlength: 1000, 'aria-label': 'Почему ответ не нужен',
    placeholder: 'Почему (прочтёт орган власти; без имени и телефона)'});
  const outcome = el('p', {role: 'status'});
  const send = el('button', {type: 'button', class: 'btn btn-default', onclick: withdraw}, 'Отозвать вопрос');
  const box = el('details', {class: 'pz-withdrawal', 'data-withdrawal': true},
    el('summary', {}, title),
    el('p', {class: 'pz-muted'}, 'Открытые запросы закроются, органам власти уйдут письма об этом, звонить никто не будет.'),
    el('div', {class: 'pz-field'}, why), send, outcome);
  // What is typed here is no part of the task: neither its keys nor its drafts.
  for (const typed of ['keydown', 'input', 'change']) box.addEventListener(typed, event => event.stopPropagation());
  why.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  return box;

  async function withdraw() {
    send.disabled = true;
    try {
      await post(`${path}/withdrawal`, {why: why.value});
      outcome.className = 'pz-muted';
      outcome.textContent = 'Вопрос отозван.';
      refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) console.error(problem);
      outcome.className = 'pz-error';
      outcome.textContent = problem.message;
      send.disabled = false;
    }
  }
}
