/** The page's entrance: finds the screen an address names and shows it. Addresses can be kept and sent to colleagues. */
import {el, session} from './house.js';
import {problemBox} from './fields.js';
import * as checks from './checks.js';
import * as day from './day.js';
import * as overview from './overview.js';
import * as proposal from './proposal.js';
import * as upload from './upload.js';
import * as why from './why.js';
import * as year from './year.js';

const SCREENS = {overview, upload, day, proposal, why, checks, year};

const main = document.querySelector('main');
let visited = false;

document.querySelector('[data-who]').textContent = session?.name ?? '';
document.querySelector('[data-skip]').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', enter);
enter();

/** `#year/ru/2026`, `#why?agency=mfc`; nothing is the overview. */
async function enter() {
  const [path, query = ''] = location.hash.slice(1).split('?');
  const [name, ...parts] = path.split('/').map(decodeURIComponent);
  const screen = SCREENS[name] ?? overview;
  const room = el('div', {class: 'screen'}, el('p', {class: 'muted'}, 'Загрузка…'));
  main.replaceChildren(room);
  tellWhere(screen);
  try {
    const content = await screen.show(parts, new URLSearchParams(query));
    if (room.isConnected) room.replaceChildren(...content.filter(Boolean));
  } catch (problem) {
    console.error(problem);
    room.replaceChildren(problemBox(problem));
  }
  arrive(room);
}

function tellWhere(screen) {
  for (const link of document.querySelectorAll('[data-screen]')) {
    const here = SCREENS[link.dataset.screen] === screen;
    if (!here) link.removeAttribute('aria-current');
    else {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({block: 'nearest', inline: 'center'});
    }
  }
}

/** Who listens to the page hears where they are; the first time the browser tells it itself. */
function arrive(room) {
  if (!room.isConnected) return;
  const heading = room.querySelector('h1');
  document.title = heading ? `${heading.textContent} — Перезвон` : 'Производственные календари — Перезвон';
  const waiting = room.querySelector('[autofocus]');
  if (waiting) waiting.focus();
  else if (visited && heading) {
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    scrollTo(0, 0);
  }
  visited = true;
}
