/** A proposed calendar: what it changes, what the checks say, which deadlines move; then the decision. */
import {clock, el, get, post, remove} from './house.js';
import {problemBox} from './fields.js';
import {isOwn, named} from './layers.js';
import {markOf} from './picture.js';
import {progress} from './progress.js';
import {capitalized, counted, dayAndMonth, glued, number, origin, person, weekday} from './words.js';

const SHOWN = 20;
const MOST = 1000;

const SEVERITIES = {
  ERROR: ['Ошибка', 'bad', '✖'],
  WARNING: ['Проверьте', 'warn', '▲'],
  INFO: ['К сведению', 'calm', 'i'],
};

export async function show([id]) {
  const [proposal, agencies] = await Promise.all([get(`/api/calendars/proposals/${id}`), get('/api/agencies')]);
  const open = proposal.state === 'OPEN';
  const effect = open ? await get(`/api/calendars/proposals/${id}/effect?limit=${SHOWN}`) : null;
  const name = `${named(proposal.layer, proposal.title, agencies)}, ${proposal.year} год`;
  return [
    el('h1', {}, name),
    el('p', {class: 'subtitle'}, about(proposal)),
    decision(proposal, name, effect),
    findings(proposal.findings),
    difference(proposal),
    effect && effectOnInquiries(proposal, effect),
  ];
}

function about(proposal) {
  const parts = [
    `предложение № ${proposal.id}`,
    origin(proposal),
    clock.dateAndTime(proposal.madeAt),
    proposal.act && `акт: ${glued(proposal.act)}`,
  ];
  return capitalized(parts.filter(Boolean).join(' · '));
}

/** What can be done with it, or what has been done. */
function decision(proposal, name, effect) {
  const box = el('section', {class: 'card decision', 'aria-label': 'Решение'});
  if (proposal.state !== 'OPEN') {
    box.append(el('p', {}, el('b', {}, proposal.state === 'CONFIRMED' ? 'Введено в действие' : 'Отложено'),
      ` ${clock.dateAndTime(proposal.decidedAt)}, ${person(proposal.decidedBy)}.`));
    box.append(yearLink(proposal));
    return box;
  }
  const confirm = el('button', {type: 'button', class: 'main', disabled: !proposal.confirmable, onclick: ask}, 'Ввести в действие');
  const later = el('button', {type: 'button', onclick: putAway}, 'Отложить');
  box.append(el('p', {}, verdict(proposal, effect)), el('div', {class: 'actions'}, confirm, later));
  return box;

  function ask() {
    askOnceMore(proposal, name, effect, async note => {
      const {edition} = await post(`/api/calendars/proposals/${proposal.id}/confirmation`, {note: note || null});
      box.replaceChildren(
        el('p', {role: 'status'}, el('b', {}, `Введено в действие: ${name}, редакция № ${edition}.`)), yearLink(proposal));
      box.after(progress(effect.open));
      box.scrollIntoView({block: 'nearest'});
    });
  }

  async function putAway() {
    later.disabled = true;
    try {
      await remove(`/api/calendars/proposals/${proposal.id}`);
      box.replaceChildren(el('p', {role: 'status'}, el('b', {}, 'Отложено.'), ' Действующий календарь не изменился.'),
        el('a', {class: 'button', href: '#'}, 'Ко всем календарям'));
    } catch (problem) {
      later.disabled = false;
      box.querySelector('.problem')?.remove();
      box.append(problemBox(problem));
    }
  }
}

function yearLink({layer, year}) {
  return el('a', {class: 'button', href: `#year/${encodeURIComponent(layer)}/${year}`}, 'Посмотреть календарь');
}

function verdict(proposal, effect) {
  if (proposal.outdated) return 'Этот календарь с тех пор изменили. Загрузите файл снова, чтобы увидеть разницу с тем, что действует теперь.';
  if (!proposal.confirmable) return 'Ввести в действие нельзя, пока есть ошибки. Исправьте файл и загрузите его снова.';
  return `${capitalized(changes(proposal))}; ${moves(effect)}.`;
}

function changes({difference: {days, renamed}}) {
  if (days.length) return `меняется ${counted(days.length, 'день', 'дня', 'дней')}`;
  return renamed.length ? 'дни остаются прежними, меняются только формулировки' : 'дни остаются прежними';
}

function moves(effect) {
  const answers = effect.later + effect.earlier;
  const others = effect.moved - answers;
  const parts = [
    answers && `срок ответа сдвинется: ${counted(answers, 'запрос', 'запроса', 'запросов')}`,
    others && `только предельный срок или напоминание: ${counted(others, 'запрос', 'запроса', 'запросов')}`,
  ].filter(Boolean);
  return parts.join('; ') || 'открытые сроки не сдвинутся';
}

function askOnceMore(proposal, name, effect, confirm) {
  const note = el('textarea', {id: 'note', rows: 2, maxlength: 500});
  const yes = el('button', {type: 'submit', class: 'main'}, 'Да, ввести в действие');
  const {before, after} = proposal.difference;
  const dialog = el('dialog', {'aria-labelledby': 'ask'},
    el('form', {method: 'dialog', onsubmit: send},
      el('h2', {id: 'ask'}, 'Ввести в действие?'),
      el('p', {}, el('b', {}, name)),
      el('ul', {},
        el('li', {}, capitalized(changes(proposal)), '.'),
        !isOwn(proposal.layer) && el('li', {}, `Рабочих дней: ${before.workingDays} → ${after.workingDays}, часов: ${number(hours(before))} → ${number(hours(after))}.`),
        el('li', {}, `Открытых запросов, которые будут пересчитаны: ${number(effect.open)}; ${moves(effect)}.`),
        effect.intoPast > 0 && el('li', {class: 'alarm'}, pastWarning(effect))),
      el('label', {for: 'note'}, 'Примечание (останется в истории)'), note,
      el('div', {class: 'actions'}, yes, el('button', {type: 'button', onclick: () => dialog.close()}, 'Вернуться'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  yes.focus();

  async function send(event) {
    event.preventDefault();
    yes.disabled = true;
    try {
      await confirm(note.value.trim());
      dialog.close();
    } catch (problem) {
      yes.disabled = false;
      dialog.querySelector('.problem')?.remove();
      dialog.querySelector('.actions').before(problemBox(problem));
    }
  }
}

function findings(all) {
  if (!all.length) return null;
  return el('section', {class: 'card', 'aria-labelledby': 'findings'},
    el('h2', {id: 'findings'}, 'Проверки'),
    el('ul', {class: 'findings'}, all.map(finding => {
      const [word, mood, sign] = SEVERITIES[finding.severity];
      return el('li', {class: mood}, el('span', {class: 'sign', 'aria-hidden': 'true'}, sign), el('span', {},
        finding.severity === 'INFO' ? null : el('b', {}, `${word}: `), finding.sentence));
    })),
    el('p', {class: 'muted small'}, 'Проверки не заменяют акта: сверьте дни с официальной публикацией.'));
}

function difference(proposal) {
  const {days, renamed, before, after} = proposal.difference;
  const [now, then] = proposal.state === 'OPEN' ? ['Сейчас', 'Станет'] : ['До', 'После'];
  return el('section', {class: 'card', 'aria-labelledby': 'difference'},
    el('h2', {id: 'difference'}, proposal.state === 'OPEN' ? 'Что меняется' : 'Что менялось'),
    !isOwn(proposal.layer) && el('table', {class: 'rows totals'},
      el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Итоги года'), el('th', {scope: 'col', class: 'figure'}, now), el('th', {scope: 'col', class: 'figure'}, then))),
      el('tbody', {},
        totalsRow('Рабочих дней', before.workingDays, after.workingDays),
        totalsRow('из них сокращённых', before.shortDays, after.shortDays),
        totalsRow('Часов при 40-часовой неделе', hours(before), hours(after)))),
    days.length ? dayTable(days, now, then) : el('p', {}, 'Ни один день не становится другим.'),
    renamed.length > 0 && el('details', {}, el('summary', {}, `Меняются только формулировки (${renamed.length})`), dayTable(renamed, now, then)));
}

function totalsRow(name, before, after) {
  return el('tr', {class: before === after ? null : 'changed'},
    el('th', {scope: 'row'}, name), el('td', {class: 'figure'}, number(before)),
    el('td', {class: 'figure'}, number(after)));
}

function hours({workingDays, shortDays}) {
  return 8 * workingDays - shortDays;
}

function dayTable(days, now, then) {
  return el('table', {class: 'rows days'},
    el('thead', {}, el('tr', {}, ['День', now, then].map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, days.map(day => el('tr', {},
      el('th', {scope: 'row'}, `${dayAndMonth(day.date)}, ${weekday(day.date)}`),
      el('td', {'data-label': now}, said(day.date, day.before)),
      el('td', {'data-label': then}, said(day.date, day.after))))));
}

function said(date, words) {
  return el('div', {class: 'said'}, markOf(date, words), el('span', {}, glued(words)));
}

function pastWarning(effect) {
  return `Истекут сразу, потому что новый срок уже в прошлом: ${counted(effect.intoPast, 'запрос', 'запроса', 'запросов')}. `
    + 'По ним будет записана просрочка.';
}

function effectOnInquiries(proposal, effect) {
  const tiles = [
    ['открытых запросов', effect.open],
    ['срок ответа позже', effect.later],
    ['срок ответа раньше', effect.earlier],
    ['только предельный срок или напоминание', effect.moved - effect.later - effect.earlier],
    ['снимется просрочка', effect.noLongerOverdue],
    ['станут окончательными', effect.noLongerProvisional],
  ];
  const table = el('div', {}, moveTable(effect));
  return el('section', {class: 'card', 'aria-labelledby': 'effect'},
    el('h2', {id: 'effect'}, 'Что изменится в открытых запросах'),
    el('dl', {class: 'tiles'}, tiles.map(([words, count]) => el('div', {class: count ? null : 'none'}, el('dt', {}, words), el('dd', {}, number(count))))),
    effect.intoPast > 0 && el('p', {class: 'problem'}, pastWarning(effect)),
    table,
    effect.moved > effect.moves.length && more(proposal, effect, table));
}

function moveTable(effect) {
  if (!effect.moves.length) return el('p', {}, effect.open ? 'Сроки открытых запросов остаются прежними.' : 'Открытых запросов у органов с этим календарём нет.');
  return el('table', {class: 'rows moves'},
    el('caption', {class: 'muted'}, `Время: ${clock.name()}`),
    el('thead', {}, el('tr', {}, ['Запрос', 'Орган', 'Срок сейчас', 'Станет', 'Не позднее'].map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, effect.moves.map(move => {
      const same = move.dueAfter === move.dueBefore;
      return el('tr', {class: move.over ? 'alarm' : null},
        el('th', {scope: 'row'}, move.number),
        el('td', {'data-label': 'Орган'}, move.agency),
        el('td', {'data-label': 'Срок сейчас', class: 'when'}, clock.dateAndTime(move.dueBefore)),
        el('td', {'data-label': 'Станет', class: 'when'}, same ? el('span', {class: 'muted'}, 'так же') : el('b', {}, clock.dateAndTime(move.dueAfter)),
          move.over && el('div', {}, 'уже в прошлом')),
        el('td', {'data-label': 'Не позднее', class: 'when'}, clock.dateAndTime(move.maximumAfter),
          move.maximumAfter !== move.maximumBefore && el('div', {class: 'muted'}, `было ${clock.dateAndTime(move.maximumBefore)}`)));
    })));
}

function more(proposal, effect, table) {
  const button = el('button', {type: 'button', onclick: async () => {
    button.disabled = true;
    const whole = await get(`/api/calendars/proposals/${proposal.id}/effect?limit=${MOST}`);
    table.replaceChildren(moveTable(whole));
    note.textContent = whole.moved > whole.moves.length ? `Показаны первые ${number(whole.moves.length)} из ${number(whole.moved)}.` : '';
  }}, `Показать до ${number(MOST)}`);
  const note = el('p', {class: 'muted'}, `Показаны первые ${number(effect.moves.length)} из ${number(effect.moved)}. `, button);
  return note;
}
