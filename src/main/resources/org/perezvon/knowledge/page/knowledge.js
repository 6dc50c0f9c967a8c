/** The page's entrance: finds the screen an address names and shows it. */
import {el, problemBox, session} from './house.js';
import * as edit from './edit.js';
import * as gaps from './gaps.js';
import * as imports from './imports.js';
import * as item from './item.js';
import * as search from './search.js';
import * as shelf from './shelf.js';
import * as synonyms from './synonyms.js';

const SCREENS = {edit, gaps, imports, item, search, shelf, synonyms};

const main = document.querySelector('main');
let visited = false;
let entered = 0;

document.querySelector('[data-who]').textContent = session?.name ?? '';
document.querySelector('[data-skip]').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', enter);
addEventListener('knowledge-changed', enter);
enter();

/** `#item?id=…`; nothing is the search. */
async function enter() {
  const visit = ++entered;
  const [name, query = ''] = location.hash.slice(1).split('?');
  const screen = SCREENS[name] ?? search;
  tellWhere(name || 'search');
  const room = el('div', {class: 'screen'});
  try {
    const content = await screen.show(new URLSearchParams(query));
    room.append(...content.filter(Boolean));
  } catch (problem) {
    console.error(problem);
    room.append(problemBox(problem));
  }
  if (visit !== entered) return;
  main.replaceChildren(room);
  arrive(room);
}

function tellWhere(name) {
  for (const link of document.querySelectorAll('[data-screen]')) {
    if (link.dataset.screen === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Who listens to the page hears where they are; the first time the browser tells it itself. */
function arrive(room) {
  const heading = room.querySelector('h1');
  document.title = heading ? `${heading.textContent} — Перезвон` : 'Информационная база — Перезвон';
  const first = room.querySelector('[data-first]');
  if (first) first.focus();
  else if (visited && heading) {
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    scrollTo(0, 0);
  }
  visited = true;
}
