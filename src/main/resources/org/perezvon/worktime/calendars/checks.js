/** What the nightly comparison of deadlines with the engine's timers has found, and a comparison now. */
import {clock, el, get, post} from './house.js';
import {problemBox} from './fields.js';
import {counted, number} from './words.js';

const PROBLEMS = {
  NO_PROCESS: 'Ответа на запрос никто не ждёт: процесс закончен',
  NO_TIMER: 'Таймера нет',
  OTHER_MOMENT: 'Таймер стоял на другое время',
  GIVEN_UP: 'Таймер исчерпал попытки',
  SUSPENDED: 'Таймер приостановлен',
  NOT_FIRED: 'Таймер не сработал вовремя',
};

const ELEMENTS = {
  event_reminder: 'напоминание',
  event_overdue: 'конец срока',
  event_fiveDayWall: 'предельный срок',
  await_reply: 'ожидание ответа',
};

export async function show() {
  const list = el('div', {}, table(await get('/api/reconciliations?limit=30')));
  const outcome = el('div', {'aria-live': 'polite'});
  const button = el('button', {type: 'button', class: 'main', onclick: run}, 'Сверить сейчас');
  return [
    el('h1', {}, 'Сверка сроков'),
    el('p', {class: 'lead'}, 'Каждую ночь сроки открытых запросов сравниваются с таймерами, которые их исполняют; расхождения исправляются, '
      + 'а администратор получает задачу.'),
    el('p', {}, button), outcome, list,
  ];

  async function run() {
    button.disabled = true;
    outcome.replaceChildren(el('p', {}, 'Сверяем…'));
    try {
      const done = await post('/api/reconciliations');
      outcome.replaceChildren(el('p', {class: done.found ? 'note' : 'note fine'}, verdict(done)));
      list.replaceChildren(table(await get('/api/reconciliations?limit=30')));
    } catch (problem) {
      outcome.replaceChildren(problemBox(problem));
    } finally {
      button.disabled = false;
    }
  }
}

function verdict(run) {
  const checked = `Проверено: ${counted(run.checked, 'открытый запрос', 'открытых запроса', 'открытых запросов')}. `;
  if (!run.found) return `${checked}Расхождений нет.`;
  return `${checked}Расхождений: ${number(run.found)}, исправлено ${number(run.repaired)}.`;
}

function table(runs) {
  if (!runs.length) return el('p', {}, 'Сверок ещё не было.');
  return el('section', {class: 'card', 'aria-label': 'Последние сверки'}, el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, ['Начата', 'Длилась', 'Проверено', 'Расхождений', 'Исправлено', '']
      .map((title, i) => el('th', {scope: 'col', class: i > 1 && i < 5 ? 'figure' : null}, title)))),
    el('tbody', {}, runs.flatMap(run => {
      const details = el('tr', {class: 'details', hidden: true}, el('td', {colspan: 6}));
      return [el('tr', {class: run.found > run.repaired ? 'alarm' : null},
        el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(run.startedAt)),
        el('td', {'data-label': 'Длилась'}, lasted(run)),
        el('td', {class: 'figure', 'data-label': 'Проверено'}, number(run.checked)),
        el('td', {class: 'figure', 'data-label': 'Расхождений'}, number(run.found)),
        el('td', {class: 'figure', 'data-label': 'Исправлено'}, number(run.repaired)),
        el('td', {}, run.found > 0 && unfold(run, details))), details];
    }))));
}

function lasted({startedAt, finishedAt}) {
  if (!finishedAt) return 'не окончена';
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return seconds < 60 ? `${seconds} с` : `${Math.floor(seconds / 60)} мин ${seconds % 60} с`;
}

function unfold(run, details) {
  const button = el('button', {type: 'button', class: 'link', 'aria-expanded': 'false', onclick: async () => {
    details.hidden = !details.hidden;
    button.setAttribute('aria-expanded', String(!details.hidden));
    button.textContent = details.hidden ? 'Показать' : 'Скрыть';
    if (!details.hidden && !details.firstChild.hasChildNodes()) {
      const {findings} = await get(`/api/reconciliations/${run.id}`);
      details.firstChild.append(el('ul', {class: 'plain'}, findings.map(finding => el('li', {}, sentence(finding)))));
    }
  }}, 'Показать');
  return button;
}

function sentence(finding) {
  const times = [
    finding.expected && `должен ${clock.dateAndTime(finding.expected)}`,
    finding.found && `был ${clock.dateAndTime(finding.found)}`,
  ].filter(Boolean).join(', ');
  return [el('b', {}, `Запрос ${finding.inquiry}, ${ELEMENTS[finding.element] ?? finding.element}: `),
    PROBLEMS[finding.problem] ?? finding.problem, times && ` (${times})`, finding.repaired ? ' — исправлено.' : el('b', {}, ' — не исправлено.')];
}
