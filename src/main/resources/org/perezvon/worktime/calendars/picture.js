/** A year as twelve months, told apart by colour, by shape and by a letter. */
import {el} from './house.js';
import {counted, dayAndMonth, MONTHS, WEEKDAYS, weekdayIndex} from './words.js';

/** [class, letter, words for the legend] */
const LOOKS = {
  working: ['working', '', 'рабочий день'],
  short: ['short', '*', 'сокращённый рабочий день'],
  off: ['off', '', 'выходной'],
  holiday: ['holiday', '', 'нерабочий праздничный день'],
  moved: ['moved', 'в', 'выходной в будний день: перенос или решение'],
  worked: ['worked', 'р', 'рабочий день в субботу или воскресенье'],
};

export function look(day) {
  const weekend = weekdayIndex(day.date) > 4;
  if (day.state === 'holiday') return LOOKS.holiday;
  if (day.state === 'off') return day.why && !weekend ? LOOKS.moved : LOOKS.off;
  if (weekend) return LOOKS.worked;
  return day.state === 'short' ? LOOKS.short : LOOKS.working;
}

/** The mark of a day as it stands in the picture. */
export function mark(day) {
  const [kind, letter] = look(day);
  const short = kind === 'worked' && day.state === 'short' ? '*' : '';
  return el('span', {class: `day ${kind}`, 'aria-hidden': 'true'}, String(Number(day.date.slice(8))), el('sup', {}, letter + short));
}

/** The mark of a day of which only the sentence is known: «сокращённый рабочий день: …». */
export function markOf(date, words) {
  const said = [['нерабочий праздничный', 'holiday'], ['сокращ', 'short'], ['рабоч', 'working'], ['предпраздничн', 'short']]
    .find(([beginning]) => words.startsWith(beginning));
  return mark({date, state: said ? said[1] : 'off', why: words});
}

export function months(days) {
  return el('div', {class: 'months'}, MONTHS.map((name, i) =>
    month(name, days.filter(day => Number(day.date.slice(5, 7)) === i + 1))));
}

function month(name, days) {
  const working = days.filter(day => day.state === 'working' || day.state === 'short').length;
  const cells = [...Array(weekdayIndex(days[0].date)).fill(null), ...days];
  const weeks = [];
  for (let i = 0; i < cells.length; i += 7) weeks.push(cells.slice(i, i + 7));
  return el('div', {class: 'month'}, el('table', {},
    el('caption', {}, name, ' ', el('span', {class: 'muted'}, counted(working, 'рабочий день', 'рабочих дня', 'рабочих дней'))),
    el('thead', {}, el('tr', {}, WEEKDAYS.map(([short, long]) => el('th', {scope: 'col', abbr: long}, short)))),
    el('tbody', {}, weeks.map(week => el('tr', {}, week.map(day => day ? cell(day) : el('td')))))));
}

function cell(day) {
  const plain = !day.why && (day.state === 'working' || day.state === 'off');
  const title = plain ? null : `${dayAndMonth(day.date)} — ${day.why ?? look(day)[2]}`;
  return el('td', {title},
    mark(day), el('span', {class: 'unseen'}, title ?? `${dayAndMonth(day.date)} — ${look(day)[2]}`));
}

export function legend(days) {
  const present = new Set(days.map(day => look(day)));
  return el('ul', {class: 'legend', 'aria-hidden': 'true'}, Object.values(LOOKS).filter(one => present.has(one))
    .map(([kind, letter, words]) => el('li', {}, el('span', {class: `day ${kind}`}, '8', el('sup', {}, letter)), words)));
}
