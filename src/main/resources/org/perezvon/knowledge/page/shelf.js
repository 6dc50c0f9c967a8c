/** All items, a page at a time. */
import {el, field, get} from './house.js';
import {KINDS, STATES, state, validity} from './words.js';

const chosen = {agency: '', kind: '', state: ''};

export async function show() {
  const agencies = await get('/api/agencies');
  const select = (name, all, options) => el('select', {name}, el('option', {value: ''}, all),
    options.map(([value, title]) => el('option', {value, selected: chosen[name] === value}, title)));
  const inputs = {
    agency: select('agency', 'все', agencies.map(agency => [agency.code, agency.shortName])),
    kind: select('kind', 'все', Object.entries(KINDS)),
    state: select('state', 'в базе', Object.entries(STATES)),
  };
  const rows = el('tbody');
  const more = el('button', {type: 'button', hidden: true}, 'Показать ещё');
  const empty = el('p', {class: 'muted', hidden: true}, 'Таких записей нет.');
  let next = null;
  const load = async () => {
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    if (next) query.set('behind', next);
    const page = await get(`/api/knowledge/items?${query}`);
    rows.append(...page.items.map(line));
    next = page.next;
    more.hidden = !next;
    empty.hidden = rows.children.length > 0;
  };
  const anew = () => {
    for (const [name, input] of Object.entries(inputs)) chosen[name] = input.value;
    next = null;
    rows.replaceChildren();
    return load();
  };
  for (const input of Object.values(inputs)) input.addEventListener('change', anew);
  more.addEventListener('click', load);
  await load();
  return [
    el('h1', {}, 'Все записи'),
    el('div', {class: 'above'}, field('agency', 'Владелец', inputs.agency), field('kind', 'Вид', inputs.kind), field('state', 'Состояние', inputs.state)),
    el('section', {class: 'card'}, el('table', {class: 'rows'},
      el('thead', {}, el('tr', {}, ['Запись', 'Вид', 'Владелец', 'Действует', 'Версия', 'Сказали'].map(title => el('th', {scope: 'col'}, title)))), rows), empty),
    more,
  ];
}

function line(item) {
  return el('tr', {'data-item': item.item},
    el('th', {scope: 'row'}, el('a', {href: `#item?id=${item.item}`}, item.title), ' ', state(item)),
    el('td', {'data-label': 'Вид'}, KINDS[item.kind]), el('td', {'data-label': 'Владелец'}, item.agency.name),
    el('td', {'data-label': 'Действует'}, validity(item)), el('td', {'data-label': 'Версия'}, String(item.version)),
    el('td', {'data-label': 'Сказали'}, item.uses ? String(item.uses) : '—'));
}
