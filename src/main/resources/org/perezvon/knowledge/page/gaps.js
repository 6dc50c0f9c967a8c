/** Questions that need not have been: an item was there, nobody found one, an item nobody uses. */
import {counted, dotted, el, field, get} from './house.js';

const period = {from: '', to: ''};

export async function show() {
  const result = el('div', {'aria-live': 'polite'});
  const from = el('input', {type: 'date', value: period.from});
  const to = el('input', {type: 'date', value: period.to});
  const load = async () => {
    Object.assign(period, {from: from.value, to: to.value});
    const query = new URLSearchParams(Object.entries(period).filter(([, value]) => value));
    const report = await get(`/api/knowledge/gaps?${query}`);
    result.replaceChildren(...told(report, query));
  };
  for (const input of [from, to]) input.addEventListener('change', load);
  await load();
  return [el('h1', {}, 'Вопросы, которых могло не быть'),
    el('div', {class: 'above'}, field('from', 'С', from), field('to', 'По', to, {hint: 'Пусто: последние 30 дней.'})), result];
}

function told({avoidable, missed, unused}, query) {
  return [
    part('Запись была, но спросили орган', ['Запись', 'Владелец', 'Раз', 'Обращения'], avoidable.map(each => [
      el('a', {href: `#item?id=${each.item}`}, each.title), each.agency, each.times,
      el('span', {}, each.questions.flatMap(number => [el('a', {href: `questions/${number}`}, number), ' ']))])),
    part('Искали и не нашли', ['Слова', 'Раз'], missed.map(each => [each.words, each.times])),
    part('Не пригодилось', ['Запись', 'Владелец', 'Версия от'], unused.map(each => [
      el('a', {href: `#item?id=${each.item}`}, each.title), each.agency, dotted(each.since)])),
    el('div', {class: 'actions'}, el('a', {class: 'button', href: `api/knowledge/gaps/export.csv?${query}`, download: true}, 'Сохранить таблицу')),
  ];
}

function part(title, heads, lines) {
  return el('section', {class: 'card', 'aria-label': title}, el('h2', {}, title),
    lines.length === 0 ? el('p', {class: 'muted'}, 'Таких нет.') : el('div', {},
      el('p', {class: 'muted'}, counted(lines.length, 'строка', 'строки', 'строк')),
      el('table', {class: 'rows'}, el('thead', {}, el('tr', {}, heads.map(head => el('th', {scope: 'col'}, head)))),
        el('tbody', {}, lines.map(cells => el('tr', {}, cells.map((cell, i) =>
          el('td', {'data-label': heads[i]}, cell instanceof Node ? cell : String(cell)))))))));
}
