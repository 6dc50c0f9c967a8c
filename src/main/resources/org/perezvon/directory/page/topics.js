/** Topics the rules of competence speak about, and the words by which a text is seen to be about them. */
import {el, field, form, get, put} from './house.js';
import {changed, listed, told} from './words.js';

export async function show() {
  const topics = await get('/api/directory/topics');
  return [
    el('h1', {}, 'Темы'),
    el('p', {class: 'lead'}, 'По теме таблица competence.dmn решает, надо ли в рабочее время переводить звонок (I-12). Тема — дело органа, если о ней говорит '
      + 'его название или одно из его слов. Сами правила меняют владельцы процессов.'),
    ...topics.map(topic => editor(topic)),
    el('h2', {}, 'Новая тема'), editor(null),
  ];
}

function editor(topic) {
  const code = el('input', {type: 'text', value: topic?.code ?? '', disabled: Boolean(topic)});
  const title = el('input', {type: 'text', value: topic?.title ?? ''});
  const words = el('textarea', {rows: 4}, topic?.words.join('; ') ?? '');
  return el('section', {class: 'card', 'data-topic': topic?.code, 'aria-label': topic?.title ?? 'Новая тема'},
    form({label: 'Сохранить', check: () => code.value.trim() ? [] : [{field: 'code', message: 'Укажите код'}], send: async () => {
      await put(`/api/directory/topics/${encodeURIComponent(code.value.trim())}`, {title: told(title), words: listed(words.value)});
      changed();
    }},
      el('div', {class: 'row'}, field('code', 'Код', code), field('title', 'Название', title, {wide: true})),
      field('words', 'Слова', words, {wide: true, hint: 'Через точку с запятой, в любом падеже.'})));
}
