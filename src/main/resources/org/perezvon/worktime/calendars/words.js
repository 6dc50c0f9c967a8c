/** Dates, numbers and kinds of days as a Russian reader expects them. A date is a text like `2026-05-09`, never a moment. */
import {clock} from './house.js';

export const MONTHS = ['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь', 'Июль', 'Август', 'Сентябрь', 'Октябрь',
  'Ноябрь', 'Декабрь'];

export const WEEKDAYS = [
  ['пн', 'понедельник'], ['вт', 'вторник'], ['ср', 'среда'], ['чт', 'четверг'], ['пт', 'пятница'], ['сб', 'суббота'],
  ['вс', 'воскресенье'],
];

const numbers = new Intl.NumberFormat('ru');

export function number(value) {
  return numbers.format(value);
}

/** "21 запрос", "22 запроса", "25 запросов" */
export function counted(n, one, few, many) {
  const tens = n % 100;
  const ones = n % 10;
  const form = tens > 10 && tens < 15 ? many : ones === 1 ? one : ones > 1 && ones < 5 ? few : many;
  return `${number(n)}\u00A0${form}`;
}

/** "9 мая" */
export function dayAndMonth(date) {
  return written(date, {day: 'numeric', month: 'long'});
}

/** "суббота, 9 мая 2026 года" */
export function inFull(date) {
  return `${written(date, {weekday: 'long'})}, ${dayAndMonth(date)} ${date.slice(0, 4)} года`;
}

/** "09.05.2026" */
export function dotted(date) {
  return date.split('-').reverse().join('.');
}

/** "сб" */
export function weekday(date) {
  return WEEKDAYS[weekdayIndex(date)][0];
}

/** Monday is 0. */
export function weekdayIndex(date) {
  return (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
}

/** The date a person means by "9.5.2026" or "09.05.26", or the text itself says; null where it names none. */
export function parseDate(text) {
  const found = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\s*$/.exec(text);
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  if (!found && !iso) return null;
  const [day, month, year] = (found ? found.slice(1) : iso.slice(1).reverse()).map(Number);
  const moment = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
  return moment.getUTCDate() === day && moment.getUTCMonth() === month - 1 ? moment.toISOString().slice(0, 10) : null;
}

/** The year it is on the centre's clock. */
export function thisYear() {
  return Number(clock.read(Date.now()).year);
}

/** What came with the product was confirmed by nobody. */
export function person(login) {
  return isShipped(login) ? 'из поставки' : login;
}

/** Where a proposal came from: "из новой версии системы", "CSV, автор administrator". */
export function origin({madeBy, source}) {
  return isShipped(madeBy) ? 'из новой версии системы' : `${source}, автор ${madeBy}`;
}

function isShipped(login) {
  return login === 'поставка';
}

/** An act's number stays beside its sign. */
export function glued(text) {
  return text.replaceAll('№ ', '№\u00A0');
}

export function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function written(date, parts) {
  return new Intl.DateTimeFormat('ru', {timeZone: 'UTC', ...parts}).format(new Date(`${date}T00:00Z`));
}
