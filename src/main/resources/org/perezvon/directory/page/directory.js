/** The page's entrance: finds the screen an address names and shows it. */
import {el, problemBox, session} from './house.js';
import * as agencies from './agencies.js';
import * as agreements from './agreements.js';
import * as card from './card.js';
import * as file from './file.js';
import * as topics from './topics.js';

const SCREENS = {agencies, agreements, card, file, topics};

const main = document.querySelector('main');
let visited = false;
let entered = 0;

document.querySelector('[data-who]').textContent = session?.name ?? '';
document.querySelector('[data-skip]').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', enter);
addEventListener('directory-changed', enter);
enter();

/** `#card?code=…`; nothing is the list. */
async function enter() {
  const visit = ++entered;
  const [name, query = ''] = location.hash.slice(1).split('?');
  const screen = SCREENS[name] ?? agencies;
  tellWhere(name === 'card' ? 'agencies' : name || 'agencies');
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
  document.title = heading ? `${heading.textContent} — Перезвон` : 'Справочник — Перезвон';
  if (visited && heading) {
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    scrollTo(0, 0);
  }
  visited = true;
}
