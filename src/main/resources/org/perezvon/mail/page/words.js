/** Times and sizes as people say them. */
import {number} from './house.js';

/** "12 с", "5 мин", "2 ч 10 мин", "3 дн." */
export function lasting(seconds) {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} с`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} мин`;
  if (seconds < 2 * 86_400) {
    const minutes = Math.floor(seconds / 60) % 60;
    return `${Math.floor(seconds / 3600)} ч${minutes ? ` ${minutes} мин` : ''}`;
  }
  return `${Math.floor(seconds / 86_400)} дн.`;
}

/** Seconds from one instant to another. */
export function between(from, to) {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

/** "8 КБ", "1,4 МБ" */
export function size(bytes) {
  if (bytes === null || bytes === undefined) return '';
  if (bytes < 1024) return `${number(bytes)} Б`;
  if (bytes < 1024 * 1024) return `${number(Math.round(bytes / 1024))} КБ`;
  return `${number(Math.round(bytes / 1024 / 102.4) / 10)} МБ`;
}

/** Tells the page that something it shows has changed. */
export function changed() {
  dispatchEvent(new Event('mail-changed'));
}

/** A button that does something on the server once, and says beside itself what went wrong. */
export function doing(el, problemBox, {label, key, send, main, title}) {
  const button = el('button', {type: 'button', class: main ? 'main' : null, 'data-key': key, 'aria-label': title, onclick: async () => {
    button.disabled = true;
    button.parentElement.querySelector('.problem')?.remove();
    try {
      await send();
      changed();
    } catch (problem) {
      button.after(problemBox(problem));
    } finally {
      button.disabled = false;
    }
  }}, label);
  return button;
}
