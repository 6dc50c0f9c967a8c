/** The page's entrance: finds the screen an address names, shows it, and shows it anew every few seconds. */
import {clock, el, problemBox, session} from './house.js';
import * as desk from './desk.js';
import * as letters from './letters.js';
import * as misreadings from './misreadings.js';
import * as overview from './overview.js';
import * as rules from './rules.js';
import * as tests from './tests.js';
import * as troubles from './troubles.js';

const SCREENS = {overview, desk, letters, troubles, tests, rules, misreadings};
const REFRESH = 10_000;

const main = document.querySelector('main');
const refreshed = document.querySelector('[data-refreshed]');
let visited = false;
let timer;
let entered = 0;

document.querySelector('[data-who]').textContent = session?.name ?? '';
document.querySelector('[data-skip]').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', enter);
addEventListener('mail-changed', () => refresh());
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
enter();

/** `#desk?reason=…`; nothing is the overview. */
async function enter() {
  const {screen, query} = place();
  const room = el('div', {class: 'screen'}, el('p', {class: 'muted'}, 'Загрузка…'));
  main.replaceChildren(room);
  tellWhere(screen);
  screen.arrive?.(query);
  await render(room, ++entered);
  arrive(room);
}

/** Nobody's reading, choosing or typing is disturbed: what has the focus keeps it. */
async function refresh() {
  clearTimeout(timer);
  const room = main.querySelector('.screen');
  const busy = document.hidden || document.querySelector('dialog[open]') || document.activeElement?.matches('main input[type=search], main form *');
  if (room && !busy) await render(room, entered);
  else later();
}

async function render(room, visit) {
  clearTimeout(timer);
  const {screen, query} = place();
  try {
    const content = await screen.show(query);
    if (!room.isConnected || visit !== entered) return;
    const focused = document.activeElement?.closest('main') ? document.activeElement.dataset.key : null;
    room.replaceChildren(...content.filter(Boolean));
    if (focused) room.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
    refreshed.textContent = `Обновлено ${seconds(Date.now())}, обновляется само.`;
  } catch (problem) {
    console.error(problem);
    if (!room.isConnected || visit !== entered) return;
    room.querySelector('.problem')?.remove();
    if (room.querySelector('h1')) room.prepend(problemBox(problem));
    else room.replaceChildren(problemBox(problem));
    refreshed.textContent = '';
  }
  later();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(refresh, REFRESH);
}

function place() {
  const [name, query = ''] = location.hash.slice(1).split('?');
  return {screen: SCREENS[name] ?? overview, query: new URLSearchParams(query)};
}

function seconds(instant) {
  const at = clock.read(instant);
  return `${at.hour}:${at.minute}:${at.second}`;
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
  document.title = heading ? `${heading.textContent} — Перезвон` : 'Почта — Перезвон';
  if (visited && heading) {
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    scrollTo(0, 0);
  }
  visited = true;
}
