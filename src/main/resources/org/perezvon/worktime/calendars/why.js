/** A deadline without a case: to which moment, and why. The address of an answer can be kept. */
import {clock, el, get, WallClock} from './house.js';
import {agencySearch, field, form, problemBox} from './fields.js';
import {capitalized, inFull} from './words.js';

const USUAL = 'citizen-question';

export async function show(_, query) {
  const [agencies, terms] = await Promise.all([get('/api/agencies'), get('/api/deadlines/terms')]);
  const search = agencySearch('agency', 'Орган власти', agencies, {chosen: query.get('agency'), onchoose: tellZone});
  const term = el('select', {}, el('option', {value: USUAL}, 'Ответ на вопрос гражданина — по правилам этого органа'),
    terms.map(each => el('option', {value: each.name, selected: each.name === query.get('term')},
      `${each.event}: ${each.duty}, ${each.clause}`)));
  const received = el('input', {type: 'text', inputmode: 'numeric', maxlength: 17, size: 17, placeholder: 'дд.мм.гггг чч:мм', class: 'figures',
    value: shown(query.get('received')) ?? clock.dateAndTime(Date.now())});
  const receivedField = field('received', 'Запрос получен', received, {hint: 'По местному времени органа'});
  const answer = el('div', {'aria-live': 'polite'});

  const element = form({
    label: 'Вычислить срок',
    check: () => [
      !search.chosen() && {field: 'agency', message: 'Выберите орган из списка'},
      !local(received.value) && {field: 'received', message: 'Напишите дату и время вида 17.11.2026 15:59'},
    ].filter(Boolean),
    async send() {
      const asked = new URLSearchParams({agency: search.chosen().code, term: term.value, received: local(received.value)});
      history.replaceState(null, '', `#why?${asked}`);
      await tell(asked);
    },
  }, search.element, field('term', 'Какой срок', term, {wide: true}), receivedField);

  tellZone(search.chosen());
  if (query.get('agency') && query.get('received')) {
    await tell(query).catch(problem => answer.replaceChildren(problemBox(problem)));
  }
  return [el('h1', {}, 'Почему такой срок?'), el('div', {class: 'card narrow'}, element), answer];

  async function tell(asked) {
    const deadline = await get(`/api/deadlines?${asked}`);
    const agency = agencies.find(each => each.code === deadline.agency);
    answer.replaceChildren(result(deadline, new WallClock(agency.zone), agency));
  }

  function tellZone(agency) {
    receivedField.querySelector('.hint').textContent =
      agency ? `По местному времени органа: ${new WallClock(agency.zone).name()}; работает ${agency.hours}` : 'По местному времени органа';
  }
}

function result(deadline, wall, agency) {
  const rows = [
    ['Ответ нужен до', deadline.due, 'due'],
    deadline.target !== deadline.due && ['Внутренний ориентир', deadline.target],
    ['Напоминание уйдёт', deadline.reminder],
    deadline.maximum !== deadline.due && ['Не позднее (предел)', deadline.maximum],
  ].filter(Boolean);
  return el('section', {class: 'card', 'aria-labelledby': 'answer'},
    el('h2', {id: 'answer'}, `${agency.shortName}: срок`),
    el('dl', {class: 'deadline'}, rows.map(([label, moment, kind]) => el('div', {class: kind},
      el('dt', {}, label), el('dd', {}, inWords(wall, moment))))),
    deadline.provisional && el('p', {class: 'note'}, 'Срок предварительный: производственный календарь на эти дни ещё не утверждён.'),
    el('p', {}, deadline.explanation),
    el('h3', {}, 'Как вычислен'),
    el('ol', {class: 'derivation'}, deadline.derivation.map(step => el('li', {}, step))),
    el('p', {class: 'muted small'}, `Время: ${wall.name()}. Срок строки «${deadline.term}» таблицы сроков.`));
}

/** "Вторник, 17 ноября 2026 года, 15:59" */
function inWords(wall, moment) {
  const {year, month, day, hour, minute} = wall.read(moment);
  return `${capitalized(inFull(`${year}-${month}-${day}`))}, ${hour}:${minute}`;
}

/** "17.11.2026 15:59" as the agency's own time, without a zone: "2026-11-17T15:59:00". */
function local(text) {
  const found = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})[\s,]+(?:в\s+)?(\d{1,2})[:.](\d{2})\s*$/.exec(text);
  if (!found) return null;
  const [day, month, year, hour, minute] = found.slice(1).map(part => part.padStart(2, '0'));
  const iso = `${year}-${month}-${day}T${hour}:${minute}:00`;
  return Number.isNaN(Date.parse(`${iso}Z`)) ? null : iso;
}

function shown(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso ?? '');
  return found ? `${found[3]}.${found[2]}.${found[1]} ${found[4]}` : null;
}
