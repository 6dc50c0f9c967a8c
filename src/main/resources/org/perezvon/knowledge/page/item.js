/** One item: what it says, its versions and what has changed between them. */
import {clock, el, field, form, get, post, remove} from './house.js';
import {about, changed, formatted, KINDS, state} from './words.js';

export async function show(query) {
  const id = Number(query.get('id'));
  const [item, versions] = await Promise.all([get(`/api/knowledge/items/${id}`), get(`/api/knowledge/items/${id}/versions`)]);
  const {html} = await post('/api/knowledge/preview', {text: item.answer});
  return [
    el('p', {class: 'small'}, el('a', {href: '#shelf'}, '← Все записи')),
    el('h1', {}, item.title),
    el('p', {}, el('span', {class: 'badge'}, KINDS[item.kind]), ' ', state(item)),
    el('section', {class: 'card', 'aria-label': 'Текст'}, formatted(html),
      item.steps.length > 0 && el('ol', {class: 'steps'}, item.steps.map(step => el('li', {}, step))),
      el('p', {class: 'muted'}, about(item)),
      item.topics.length > 0 && el('p', {class: 'muted'}, `Темы: ${item.topics.join(', ')}`),
      el('p', {class: 'muted'}, item.uses ? `Сказали гражданам: ${item.uses}` : 'Гражданам ещё не говорили'),
      el('div', {class: 'actions'}, el('a', {class: 'button', href: `#edit?id=${id}`}, 'Изменить'))),
    history(id, versions),
    item.state !== 'RETIRED' && retirement(item),
  ];
}

function history(id, versions) {
  const difference = el('div', {'aria-live': 'polite'});
  const compare = async (older, newer) => {
    const pieces = await get(`/api/knowledge/items/${id}/difference?from=${older.version}&to=${newer.version}`);
    difference.replaceChildren(el('h3', {}, `Что изменилось в версии ${newer.version}`),
      el('p', {class: 'difference'}, pieces.map(({kind, text}) =>
        kind === 'SAME' ? text : el(kind === 'NEW' ? 'ins' : 'del', {}, text))));
  };
  return el('section', {class: 'card', 'aria-label': 'Версии'}, el('h2', {}, 'Версии'),
    el('table', {class: 'rows'},
      el('thead', {}, el('tr', {}, ['Версия', 'Когда', 'Кто', 'Почему', ''].map(title => el('th', {scope: 'col'}, title)))),
      el('tbody', {}, versions.map((version, i) => el('tr', {},
        el('th', {scope: 'row'}, String(version.version)),
        el('td', {'data-label': 'Когда'}, clock.dateAndTime(version.publishedAt)),
        el('td', {'data-label': 'Кто'}, version.publishedBy === 'system' ? 'система' : version.publishedBy),
        el('td', {'data-label': 'Почему'}, version.why || '—'),
        el('td', {}, versions[i + 1] && el('button', {type: 'button', onclick: () => compare(versions[i + 1], version)}, 'Что изменилось')))))),
    difference);
}

function retirement(item) {
  const why = el('input', {type: 'text', maxlength: '1000'});
  const sheet = form({
    label: 'Убрать из базы',
    check: () => why.value.trim() ? [] : [{field: 'why', message: 'Напишите, почему запись убирают'}],
    send: async () => {
      await remove(`/api/knowledge/items/${item.item}?why=${encodeURIComponent(why.value.trim())}`);
      changed();
    },
  }, field('why', 'Почему', why, {hint: 'Запись больше не находят. Что по ней уже сказано, остаётся доказуемым (I-8).'}));
  return el('details', {class: 'card'}, el('summary', {}, 'Убрать из базы'), sheet);
}
