/** One year of one calendar: the picture, the list of its special days with their reasons, the history of its versions. */
import {clock, el, get} from './house.js';
import {agencyOf, isOwn, named} from './layers.js';
import {status} from './overview.js';
import {legend, mark, months} from './picture.js';
import {capitalized, counted, dayAndMonth, glued, number, person, weekday} from './words.js';

export async function show([layer, yearText]) {
  const year = Number(yearText);
  const own = isOwn(layer);
  const address = own ? `/api/agencies/${encodeURIComponent(agencyOf(layer))}/calendar/${year}` : `/api/calendars/${layer}/${year}`;
  const [calendar, versions, agencies] = await Promise.all([
    get(address), get(`/api/calendars/${encodeURIComponent(layer)}/${year}/versions`), own ? get('/api/agencies') : [],
  ]);
  const special = calendar.days.filter(day => day.why);
  return [
    el('h1', {}, `${named(layer, calendar.title, agencies)}, ${year} год`),
    el('p', {class: 'subtitle'}, status(calendar.decreed), ' ', totals(calendar), neighbours(layer, year)),
    own && el('p', {class: 'muted'}, 'Так этот орган видит год целиком: страна, регион и его собственные дни вместе.'),
    !versions.length && !own && el('p', {class: 'note'}, `Календарь на ${year} год не загружен: показаны выходные и праздники с постоянной датой. `
      + 'Сроки, которые заходят в этот год, предварительные.'),
    legend(calendar.days),
    months(calendar.days),
    el('section', {class: 'card', 'aria-labelledby': 'special'},
      el('h2', {id: 'special'}, 'Особые дни'),
      special.length
        ? el('ol', {class: 'special'}, runs(special).map(run => el('li', {},
          mark(run[0]), el('span', {class: 'date'}, dates(run)), el('span', {}, capitalized(glued(run[0].why))))))
        : el('p', {}, 'Ни одного.')),
    history(versions, own),
  ];
}

/** Days in a row that have one reason. */
function runs(days) {
  const all = [];
  for (const day of days) {
    const last = all.at(-1)?.at(-1);
    if (last && last.why === day.why && Date.parse(day.date) - Date.parse(last.date) === 86_400_000) all.at(-1).push(day);
    else all.push([day]);
  }
  return all;
}

/** "9 мая, сб", "1–6 января, чт–вт" */
function dates(run) {
  const [first, last] = [run[0].date, run.at(-1).date];
  if (first === last) return `${dayAndMonth(first)}, ${weekday(first)}`;
  const from = first.slice(0, 7) === last.slice(0, 7) ? `${Number(first.slice(8))}` : dayAndMonth(first);
  return `${from}–${dayAndMonth(last)}, ${weekday(first)}–${weekday(last)}`;
}

function totals({totals: {workingDays, shortDays}}) {
  return `${counted(workingDays, 'рабочий день', 'рабочих дня', 'рабочих дней')}, из них сокращённых ${number(shortDays)}; `
    + `${counted(8 * workingDays - shortDays, 'час', 'часа', 'часов')} при 40-часовой неделе`;
}

function neighbours(layer, year) {
  const to = other => `#year/${encodeURIComponent(layer)}/${other}`;
  return el('span', {class: 'neighbours'},
    el('a', {href: to(year - 1), 'aria-label': `${year - 1} год`}, `← ${year - 1}`), ' ',
    el('a', {href: to(year + 1), 'aria-label': `${year + 1} год`}, `${year + 1} →`));
}

function history(versions, own) {
  if (!versions.length) return null;
  return el('section', {class: 'card', 'aria-labelledby': 'history'},
    el('h2', {id: 'history'}, 'История'),
    el('table', {class: 'rows'},
      el('thead', {}, el('tr', {}, ['Редакция', 'Введена', own ? 'Особых дней' : 'Рабочих дней', 'Акт и примечание', 'Что изменила']
        .map((title, i) => el('th', {scope: 'col', class: i === 2 ? 'figure' : null}, title)))),
      el('tbody', {}, versions.map((version, i) => el('tr', {},
        el('th', {scope: 'row'}, `№ ${version.edition}`, ' ', i === 0 && el('span', {class: 'badge good'}, 'действует')),
        el('td', {'data-label': 'Введена', class: 'when'}, clock.dateAndTime(version.confirmedAt), ' ',
          el('span', {class: 'muted'}, person(version.confirmedBy))),
        el('td', {class: 'figure', 'data-label': own ? 'Особых дней' : 'Рабочих дней'},
          number(own ? version.days : version.totals.workingDays)),
        el('td', {'data-label': 'Акт'}, glued([version.act, version.note].filter(Boolean).join('; ')) || '—'),
        el('td', {}, version.proposal ? el('a', {href: `#proposal/${version.proposal}`}, 'разница') : '—'))))));
}
