/** The whole directory as a table: saved for a spreadsheet, tried, taken. */
import {counted, el, post, problemBox} from './house.js';

export async function show() {
  const outcome = el('div', {role: 'status'});
  const input = el('input', {type: 'file', accept: '.csv,text/csv', 'aria-label': 'Файл CSV'});
  input.addEventListener('change', () => input.files[0] && attempt(input.files[0], outcome));
  return [
    el('h1', {}, 'Таблица'),
    el('p', {class: 'lead'}, 'Справочник можно сохранить таблицей, поправить в Excel или LibreOffice и принять обратно. Столбцы, которых в файле нет, и органы, '
      + 'которых в нём нет, остаются как были. Файл принимают целиком или не принимают совсем.'),
    el('section', {class: 'card'}, el('a', {class: 'button', href: 'api/directory/file', download: 'directory.csv'}, 'Сохранить таблицу')),
    el('section', {class: 'card drop'}, el('h2', {}, 'Принять таблицу'), el('p', {}, 'Сначала будет показано, что изменится.'), input, outcome),
  ];
}

async function attempt(file, outcome) {
  outcome.replaceChildren(el('p', {class: 'muted'}, 'Проверяем…'));
  try {
    const report = await post('/api/directory/file?dryRun=true', file);
    outcome.replaceChildren(...told(report, () => take(file, outcome)));
  } catch (problem) {
    outcome.replaceChildren(problemBox(problem));
  }
}

async function take(file, outcome) {
  try {
    outcome.replaceChildren(...told(await post('/api/directory/file', file)));
  } catch (problem) {
    outcome.replaceChildren(problemBox(problem));
  }
}

function told(report, take) {
  const {faults, effects, unchanged} = report;
  if (faults.length) {
    return [el('p', {class: 'problem', 'data-outcome': 'faults'}, `Файл не принят: ${counted(faults.length, 'ошибка', 'ошибки', 'ошибок')}.`),
      rows(['Строка', 'Столбец', 'Что не так'], faults.map(fault => [fault.line, fault.column, fault.message]))];
  }
  const words = effects.length ? `${report.taken ? 'Принято' : 'Изменится'}: ${counted(effects.length, 'орган', 'органа', 'органов')}, без изменений ${unchanged}.`
    : `Файл ничего не меняет: без изменений ${counted(unchanged, 'орган', 'органа', 'органов')}.`;
  return [
    el('p', {class: 'note fine', 'data-outcome': report.taken ? 'taken' : 'tried'}, words),
    effects.length > 0 && rows(['Строка', 'Орган', 'Что изменится'], effects.map(effect => [effect.line, effect.code, effect.what])),
    take && effects.length > 0 && el('div', {class: 'actions'}, el('button', {type: 'button', class: 'main', onclick: take}, 'Принять')),
  ].filter(Boolean);
}

function rows(titles, lines) {
  return el('table', {class: 'rows'}, el('thead', {}, el('tr', {}, titles.map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, lines.map(cells => el('tr', {}, cells.map((cell, i) => el('td', {'data-label': titles[i]}, String(cell)))))));
}
