/** Search while typing, as operators have it on the registration form. */
import {el, field, get, problemBox} from './house.js';
import {about, state} from './words.js';

const last = {words: ''};

export async function show() {
  const found = el('div', {class: 'found', 'aria-live': 'polite'});
  const words = el('input', {type: 'search', value: last.words, placeholder: 'Как спросил гражданин: «куда идти за справкой…»', 'data-first': true});
  let asked = 0;
  let soon;
  const find = async () => {
    last.words = words.value;
    const mine = ++asked;
    if (words.value.trim().length < 2) return found.replaceChildren();
    try {
      const items = await get(`/api/knowledge?limit=20&q=${encodeURIComponent(words.value)}`);
      if (mine !== asked) return;
      found.replaceChildren(...(items.length ? items.map(card) : [el('p', {class: 'muted'}, 'Ничего похожего нет.')]));
    } catch (problem) {
      if (mine === asked) found.replaceChildren(problemBox(problem));
    }
  };
  words.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(find, 150);
  });
  words.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    found.querySelector('a')?.focus();
  });
  await find();
  return [el('h1', {}, 'Информационная база'), field('q', 'Найти', words,
    {hint: 'Понимает формы слов, опечатки, чужую раскладку и сокращения. Enter — к первой записи.'}), found];
}

function card(item) {
  return el('article', {class: `card ${item.state.toLowerCase()}`, 'data-item': item.item},
    el('h2', {}, el('a', {href: `#item?id=${item.item}`}, item.title), ' ', state(item)),
    el('p', {}, item.snippet.map(piece => piece.found ? el('mark', {}, piece.text) : piece.text)),
    el('p', {class: 'muted small'}, about(item)));
}
