/** Writing an item: fields on the left, how it will read on the right. */
import {agencySearch, el, field, form, get, post, put} from './house.js';
import {formatted, KINDS} from './words.js';

export async function show(query) {
  const id = query.get('id');
  const [agencies, item] = await Promise.all([get('/api/agencies'), id ? get(`/api/knowledge/items/${id}`) : null]);
  const text = (value, attributes = {}) => el('input', {type: 'text', value: value ?? '', ...attributes});
  const area = (value, rows) => {
    const written = el('textarea', {rows});
    written.value = value ?? '';
    return written;
  };
  const inputs = {
    kind: el('select', {}, Object.entries(KINDS).map(([value, title]) => el('option', {value, selected: item?.kind === value}, title))),
    title: text(item?.title, {'data-first': true, maxlength: '300'}),
    answer: area(item?.answer, 14),
    steps: area(item?.steps.join('\n\n'), 8),
    source: text(item?.source, {placeholder: 'закон, приказ, письмо: номер и дата'}),
    topics: text(item?.topics.join('; '), {placeholder: 'слова через точку с запятой'}),
    validFrom: text(item?.validFrom, {type: 'date'}),
    validUntil: text(item?.validUntil, {type: 'date'}),
    why: text('', {placeholder: item ? 'что изменилось и на каком основании' : 'откуда взялась запись'}),
  };
  let owner = item?.agency.code ?? null;
  const agency = agencySearch('agency', 'Владелец', agencies, {chosen: owner, onchoose: each => { owner = each?.code ?? null; }});
  const steps = field('steps', 'Шаги разговора', inputs.steps, {wide: true, hint: 'Шаги разделяет пустая строка; первая строка шага — его название.'});
  const preview = el('div', {class: 'card preview', 'aria-live': 'polite', 'aria-label': 'Как будет выглядеть'});
  const showKind = () => { steps.hidden = inputs.kind.value !== 'SCRIPT'; };
  let soon;
  const look = async () => preview.replaceChildren(el('h2', {}, inputs.title.value || 'Заголовок'),
    formatted((await post('/api/knowledge/preview', {text: inputs.answer.value})).html));
  for (const input of [inputs.title, inputs.answer]) {
    input.addEventListener('input', () => {
      clearTimeout(soon);
      soon = setTimeout(look, 300);
    });
  }
  inputs.kind.addEventListener('change', showKind);
  showKind();
  await look();
  const send = async () => {
    const listed = (words, by) => words.split(by).map(each => each.trim()).filter(Boolean);
    const entered = {
      kind: inputs.kind.value, agency: owner, title: inputs.title.value, answer: inputs.answer.value || null, source: inputs.source.value,
      steps: inputs.kind.value === 'SCRIPT' ? listed(inputs.steps.value, /\n\s*\n/) : [], topics: listed(inputs.topics.value, ';'),
      validFrom: inputs.validFrom.value || null, validUntil: inputs.validUntil.value || null, why: inputs.why.value,
    };
    const saved = id ? await put(`/api/knowledge/items/${id}`, entered) : await post('/api/knowledge', entered);
    location.hash = `#item?id=${saved.item}`;
  };
  const sheet = form({send, label: item ? 'Опубликовать новую версию' : 'Опубликовать'},
    el('div', {class: 'row'}, field('kind', 'Вид', inputs.kind), agency.element),
    field('title', 'Заголовок', inputs.title, {wide: true, hint: 'Вопрос, как его задают.'}),
    field('answer', 'Текст', inputs.answer, {wide: true, hint: '**жирный**, «- » в начале строки — список, «## » — подзаголовок. Ctrl+Enter — опубликовать.'}),
    steps,
    el('div', {class: 'row'}, field('source', 'Источник', inputs.source), field('topics', 'Темы', inputs.topics)),
    el('div', {class: 'row'}, field('validFrom', 'Действует с', inputs.validFrom), field('validUntil', 'Действует до', inputs.validUntil, {hint: 'Пусто: бессрочно.'})),
    field('why', 'Почему', inputs.why, {wide: true}));
  sheet.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sheet.requestSubmit();
  });
  return [el('h1', {}, item ? `Изменить: ${item.title}` : 'Новая запись'), el('div', {class: 'beside'}, sheet, preview)];
}
