/** Many items from one file: tried first, then taken. */
import {counted, el, post, problemBox} from './house.js';

export async function show() {
  const outcome = el('div', {role: 'status'});
  const input = el('input', {type: 'file', accept: '.csv,.xlsx,.docx', 'aria-label': 'Файл docx, xlsx или csv', 'data-first': true});
  input.addEventListener('change', () => input.files[0] && send(input.files[0], true, outcome));
  return [
    el('h1', {}, 'Загрузить записи'),
    el('p', {class: 'lead'}, 'Таблица со столбцами «Орган; Вид; Заголовок; Ответ; Источник; Действует до; Темы» или приложение K-21 (docx, xlsx, csv). '
      + 'Файл принимают целиком или не принимают совсем; сначала будет показано, что изменится.'),
    el('section', {class: 'card'}, input, outcome),
  ];
}

async function send(file, dryRun, outcome) {
  outcome.replaceChildren(el('p', {class: 'muted'}, dryRun ? 'Проверяем…' : 'Принимаем…'));
  try {
    const report = await post(`/api/knowledge/imports?dryRun=${dryRun}`, file);
    outcome.replaceChildren(...told(report, dryRun && (() => send(file, false, outcome))));
  } catch (problem) {
    outcome.replaceChildren(problemBox(problem));
  }
}

function told({taken, effects, unchanged, faults}, take) {
  if (faults.length) {
    return [el('p', {class: 'problem', 'data-outcome': 'faults'}, `Файл не принят: ${counted(faults.length, 'ошибка', 'ошибки', 'ошибок')}.`),
      rows(['Строка', 'Столбец', 'Что не так'], faults.map(fault => [fault.line, fault.column, fault.message]))];
  }
  return [
    el('p', {class: 'note fine', 'data-outcome': taken ? 'taken' : 'tried'}, effects.length
      ? `${taken ? 'Принято' : 'Изменится'}: ${counted(effects.length, 'запись', 'записи', 'записей')}, без изменений ${unchanged}.`
      : `Файл ничего не меняет: без изменений ${unchanged}.`),
    effects.length > 0 && rows(['Строка', 'Запись', 'Что изменится'], effects.map(effect => [effect.line, effect.title, effect.what])),
    take && effects.length > 0 && el('div', {class: 'actions'}, el('button', {type: 'button', class: 'main', onclick: take}, 'Принять')),
  ].filter(Boolean);
}

function rows(titles, lines) {
  return el('table', {class: 'rows'}, el('thead', {}, el('tr', {}, titles.map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, lines.map(cells => el('tr', {}, cells.map((cell, i) => el('td', {'data-label': titles[i]}, String(cell)))))));
}
