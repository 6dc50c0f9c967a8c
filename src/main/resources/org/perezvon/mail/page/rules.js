/** By which words mails are recognised: rules of the house beside the shipped ones, tried on examples before they hold. */
import {clock, counted, el, field, get, post, problemBox} from './house.js';
import {changed, doing} from './words.js';

const draft = {saying: '', words: '', sender: ''};
let report = null;
let pending = null;

export function arrive() {
  report = null;
  pending = null;
}

export async function show() {
  const {sayings, rules} = await get('/api/mail-room/rules');
  const names = new Map(sayings.map(({saying, inRussian}) => [saying, inRussian]));
  const holding = rules.filter(rule => rule.until === null);
  const gone = rules.filter(rule => rule.until !== null);
  return [
    el('h1', {}, 'Правила чтения'),
    el('p', {class: 'lead'}, 'По словам письма система узнаёт, ответ это, просьба продлить срок или автоответ. Если письма какого-то органа '
      + 'читаются неверно, добавьте слова, по которым их узнавать. Каждое изменение сначала пробуется на примерах.'),
    editor(sayings),
    outcome(),
    el('h2', {}, 'Действуют'),
    holding.length ? table(holding, names, true) : el('p', {}, 'Своих правил нет: письма читаются по тем, что пришли с системой.'),
    gone.length > 0 && el('h2', {}, 'Убраны'),
    gone.length > 0 && table(gone, names, false),
  ];
}

function editor(sayings) {
  const keep = (name, input) => {
    input.value = draft[name];
    input.dataset.key = name;
    input.addEventListener('input', () => { draft[name] = input.value; });
    return input;
  };
  draft.saying ||= sayings[0]?.saying ?? '';
  const saying = keep('saying', el('select', {}, sayings.map(each => el('option', {value: each.saying}, each.inRussian))));
  const words = keep('words', el('input', {type: 'text', maxlength: 500, placeholder: 'например: ваш документ поставлен на учёт'}));
  const sender = keep('sender', el('input', {type: 'text', maxlength: 254, placeholder: 'minsoc.example'}));
  const rule = () => ({saying: draft.saying, words: draft.words, sender: draft.sender});
  return el('form', {class: 'card rule-form', onsubmit: event => event.preventDefault()},
    field('saying', 'Что это значит', saying),
    field('words', 'По каким словам', words, {wide: true, hint: '«|» — или, « + » — и то и другое в одном предложении, « + - » — но без этого, '
      + '«^» — в начале предложения, «слово*» — с любым окончанием (у последнего слова так всегда).'}),
    field('sender', 'В чьих письмах', sender, {hint: 'Домен или адрес; пусто — во всех.'}),
    el('div', {class: 'actions'},
      doing(el, problemBox, {label: 'Попробовать', key: 'try', send: () => attempt({add: [rule()]})}),
      doing(el, problemBox, {label: 'Добавить', key: 'add', main: true, send: () => change({add: [rule()]})})));
}

async function attempt(request) {
  report = await post('/api/mail-room/rules/trial', request);
  pending = null;
}

async function change(request) {
  report = await post('/api/mail-room/rules', request);
  pending = report.version ? null : request;
  if (report.version && request.add) Object.assign(draft, {words: '', sender: ''});
}

/** What a change does, or has done, to the examples. */
function outcome() {
  if (!report) return el('p', {role: 'status', class: 'unseen'});
  const said = report.version ? 'Изменено. ' : pending ? 'Не изменено: какие-то примеры станут читаться хуже. ' : '';
  return el('section', {class: 'card', 'aria-label': 'Что изменится'},
    el('p', {role: 'status', class: report.worse ? 'note' : 'note fine', 'data-outcome': report.version ? 'made' : 'not-made'}, said + report.summary),
    report.differences.length > 0 && el('table', {class: 'rows'},
      el('thead', {}, el('tr', {}, ['Письмо', 'На самом деле', 'Было', 'Станет'].map(title => el('th', {scope: 'col'}, title)))),
      el('tbody', {}, report.differences.map(each => el('tr', {'data-worse': each.worse},
        el('td', {'data-label': 'Письмо'}, each.letter),
        el('td', {'data-label': 'На самом деле'}, each.right),
        el('td', {'data-label': 'Было'}, each.before),
        el('td', {'data-label': 'Станет'}, each.after))))),
    pending && el('div', {class: 'actions'},
      doing(el, problemBox, {label: 'Всё равно изменить', key: 'despite', send: () => change({...pending, despite: true})})));
}

function table(rules, names, holding) {
  const titles = ['Что значит', 'Слова', 'В чьих письмах', holding ? 'Добавлено' : 'Убрано', ''];
  return el('section', {class: 'card', 'aria-label': counted(rules.length, 'правило', 'правила', 'правил')}, el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, titles.map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, rules.map(({id, rule, sinceAt, sinceBy, untilAt, untilBy}) => el('tr', {'data-rule': id},
      el('th', {scope: 'row'}, names.get(rule.saying) ?? rule.saying),
      el('td', {'data-label': 'Слова'}, rule.words),
      el('td', {'data-label': 'В чьих письмах'}, rule.sender || el('span', {class: 'muted'}, 'во всех')),
      el('td', {'data-label': titles[3]}, clock.dateAndTime(holding ? sinceAt : untilAt), el('div', {class: 'muted'}, holding ? sinceBy : untilBy)),
      el('td', {}, el('div', {class: 'buttons'}, holding
        ? doing(el, problemBox, {label: 'Убрать', key: `away-${id}`, title: `Убрать правило: ${rule.words}`, send: () => change({takeBack: [id]})})
        : el('button', {type: 'button', 'data-key': `again-${id}`, onclick: () => {
          Object.assign(draft, rule);
          changed();
        }}, 'Взять снова'))))))));
}
