/** One item: what it says, its versions and what has changed between them. */
import {clock, el, field, form, get, post, problemBox, remove} from './house.js';
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
      el('div', {class: 'actions keeps'}, el('a', {class: 'button', href: `#edit?id=${id}`}, 'Изменить'))),
    await files(item),
    history(id, versions),
    item.state !== 'RETIRED' && retirement(item),
  ];
}

async function files(item) {
  const found = await get(`/api/knowledge/versions/${item.id}/files`);
  const trouble = el('div');
  const input = el('input', {type: 'file', 'aria-label': 'Приложить файл'});
  const change = async work => {
    try {
      await work();
      changed();
    } catch (problem) {
      trouble.replaceChildren(problemBox(problem));
    }
  };
  input.addEventListener('change', () => input.files[0] && change(() =>
    post(`/api/knowledge/items/${item.item}/files?name=${encodeURIComponent(input.files[0].name)}`, input.files[0])));
  if (!found.length && item.state === 'RETIRED') return null;
  return el('section', {class: found.length ? 'card' : 'card keeps', 'aria-label': 'Файлы'}, el('h2', {}, 'Файлы'),
    el('ul', {}, found.map(file => el('li', {},
      file.mayBeOpened ? el('a', {href: `api/knowledge/versions/${item.id}/files/${file.number}`, download: true}, file.name) : file.name,
      el('span', {class: 'muted small'}, ` ${Math.ceil(file.bytes / 1024)} КБ · ${file.state} `),
      el('button', {type: 'button', class: 'keeps', 'aria-label': `Убрать файл ${file.name}`,
        onclick: () => change(() => remove(`/api/knowledge/items/${item.item}/files/${file.number}`))}, 'Убрать')))),
    el('p', {class: 'keeps'}, input, el('span', {class: 'muted small'}, ' до 20 МБ; запись получит следующую версию')), trouble);
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
  return el('details', {class: 'card keeps'}, el('summary', {}, 'Убрать из базы'), sheet);
}
