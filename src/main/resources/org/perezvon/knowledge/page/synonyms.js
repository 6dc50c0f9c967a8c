/** Abbreviations and other words of one meaning. */
import {counted, el, field, form, get, post, remove} from './house.js';
import {changed} from './words.js';

export async function show() {
  const groups = await get('/api/knowledge/synonyms');
  const words = el('input', {type: 'search', placeholder: 'МСП, садик, коммуналка…', 'data-first': true});
  const rows = el('tbody');
  const count = el('p', {class: 'muted', role: 'status'});
  const find = () => {
    const asked = words.value.trim().toLowerCase();
    const found = groups.filter(group => group.terms.some(term => term.toLowerCase().includes(asked)));
    count.textContent = counted(found.length, 'группа', 'группы', 'групп');
    rows.replaceChildren(...found.slice(0, 100).map(line));
  };
  words.addEventListener('input', find);
  find();
  const terms = el('input', {type: 'text', placeholder: 'ЕДВ; ежемесячная денежная выплата'});
  const sheet = form({
    label: 'Добавить',
    send: async () => {
      await post('/api/knowledge/synonyms', {terms: terms.value.split(';').map(term => term.trim()).filter(Boolean)});
      changed();
    },
  }, field('terms', 'Слова одного смысла', terms, {wide: true, hint: 'Через точку с запятой, в любой форме. Поиск поймёт их сразу.'}));
  return [el('h1', {}, 'Сокращения и слова одного смысла'), sheet, field('q', 'Найти', words), count,
    el('section', {class: 'card'}, el('table', {class: 'rows'}, rows))];
}

function line(group) {
  return el('tr', {}, el('td', {}, group.terms.join(' · ')),
    el('td', {}, el('button', {type: 'button', 'aria-label': `Убрать: ${group.terms.join(', ')}`, onclick: async () => {
      if (!confirm(`Убрать группу «${group.terms.join(', ')}»?`)) return;
      await remove(`/api/knowledge/synonyms/${group.id}`);
      changed();
    }}, 'Убрать')));
}
