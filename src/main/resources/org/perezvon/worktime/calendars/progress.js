/** How far the open inquiries have been computed anew after a calendar came into force. */
import {el, get} from './house.js';
import {counted, number} from './words.js';

const LOOK = 1000;

/** @param known how many there were to do when it began; what is asked first counts where nobody knows */
export function progress(known) {
  let total = known ?? 0;
  const bar = el('progress', {max: '1', value: '0', 'aria-hidden': 'true'});
  const words = el('p', {role: 'status'}, 'Сроки открытых запросов пересчитываются…');
  const box = el('div', {class: 'card progress', 'data-progress': ''}, words, bar);
  setTimeout(look, 0);
  return box;

  async function look() {
    if (!box.isConnected) return;
    try {
      const {remaining} = await get('/api/calendars/recomputation');
      total = Math.max(total, remaining);
      if (remaining === 0) return finish();
      bar.value = total ? 1 - remaining / total : 0;
      words.textContent = `Сроки открытых запросов пересчитываются: готово ${number(total - remaining)} из ${number(total)}.`;
    } catch (problem) {
      words.textContent = problem.message;
    }
    setTimeout(look, LOOK);
  }

  function finish() {
    bar.value = 1;
    words.textContent = total
      ? `Готово: по действующим календарям пересчитано ${counted(total, 'открытый запрос', 'открытых запроса', 'открытых запросов')}.`
      : 'Все открытые запросы посчитаны по действующим календарям.';
    box.classList.add('done');
  }
}
