/** Every agency: found by any word of it, by what it is, by nobody being there. */
import {counted, el, field, get} from './house.js';
import {KINDS} from './words.js';

const search = {words: '', kind: '', alone: false};

export async function show() {
  const agencies = await get('/api/agencies');
  const list = el('section', {class: 'card', 'aria-label': 'Органы власти'});
  const count = el('p', {role: 'status', class: 'muted'});
  const words = el('input', {type: 'search', value: search.words, placeholder: 'название, тема, человек, код…', 'data-key': 'search'});
  const kind = el('select', {}, el('option', {value: ''}, 'все'),
    Object.entries(KINDS).map(([value, title]) => el('option', {value, selected: search.kind === value}, title)));
  const alone = el('input', {type: 'checkbox', checked: search.alone});
  const find = () => {
    Object.assign(search, {words: words.value, kind: kind.value, alone: alone.checked});
    const found = agencies.filter(fits);
    count.textContent = counted(found.length, 'орган', 'органа', 'органов');
    list.replaceChildren(found.length ? table(found) : el('p', {}, 'Такого органа нет.'));
  };
  for (const input of [words, kind, alone]) input.addEventListener('input', find);
  find();
  setTimeout(() => words.focus(), 0);
  const silent = agencies.filter(agency => !agency.responsible).length;
  return [
    el('h1', {}, 'Органы власти'),
    silent > 0 && el('p', {class: 'note'}, `Сегодня некому отвечать: ${counted(silent, 'орган', 'органа', 'органов')}. `
      + 'Запрос такому органу не уходит: руководитель смены получает задачу сразу (I-3.1).'),
    el('div', {class: 'above'}, field('words', 'Найти', words), field('kind', 'Вид', kind),
      el('label', {class: 'check'}, alone, ' только те, где сегодня некому отвечать'),
      el('div', {class: 'actions'}, el('a', {class: 'button', href: '#card'}, 'Внести орган'))),
    count, list,
  ];
}

function fits(agency) {
  const known = [agency.code, agency.name, agency.shortName, agency.region, agency.parent, ...agency.topics,
    agency.responsible?.name, agency.responsible?.email].filter(Boolean).join(' ').toLowerCase();
  return search.words.toLowerCase().split(/\s+/).filter(Boolean).every(word => known.includes(word))
    && (!search.kind || agency.kind === search.kind) && (!search.alone || !agency.responsible);
}

function table(agencies) {
  return el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, ['Орган', 'Вид', 'Сегодня отвечает', 'Часы работы', 'Темы'].map(title => el('th', {scope: 'col'}, title)))),
    el('tbody', {}, agencies.map(agency => el('tr', {'data-agency': agency.code, class: agency.responsible ? null : 'alarm'},
      el('th', {scope: 'row'}, el('a', {class: 'whole', href: `#card?code=${agency.code}`}, agency.shortName),
        el('div', {class: 'muted small'}, agency.code, agency.parent && ` · входит в ${agency.parent}`)),
      el('td', {'data-label': 'Вид'}, KINDS[agency.kind]),
      el('td', {'data-label': 'Сегодня отвечает'}, agency.responsible ? [agency.responsible.name, el('div', {class: 'muted'}, agency.responsible.email)] : 'некому'),
      el('td', {'data-label': 'Часы работы'}, agency.hours, agency.phone && el('div', {class: 'muted'}, agency.phone)),
      el('td', {'data-label': 'Темы', class: 'muted'}, agency.topics.slice(0, 6).join(', '), agency.topics.length > 6 && ' …')))));
}
