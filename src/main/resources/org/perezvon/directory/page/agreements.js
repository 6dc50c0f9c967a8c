/** Agreements under which information is used (T-2): those of one agency, and those that somebody must see to. */
import {dotted, el, field, form, get, post} from './house.js';
import {day, dayOf, text, toldAll, wrongDays} from './people.js';
import {changed} from './words.js';

export async function show() {
  const warnings = await get('/api/directory/agreements');
  return [
    el('h1', {}, 'Соглашения'),
    el('p', {class: 'lead'}, 'Соглашения об информационном взаимодействии, которые кончились или скоро кончатся и ничем не заменены (T-2).'),
    warnings.length ? el('section', {class: 'card attention', 'aria-label': 'Кончаются'}, el('table', {class: 'rows'},
      el('thead', {}, el('tr', {}, ['Орган', 'Соглашение', 'Предмет', 'Последний день'].map(title => el('th', {scope: 'col'}, title)))),
      el('tbody', {}, warnings.map(({agency, agencyName, agreement, expired}) => el('tr', {'data-agency': agency, class: expired ? 'alarm' : null},
        el('th', {scope: 'row'}, el('a', {class: 'whole', href: `#card?code=${agency}`}, agencyName)),
        el('td', {'data-label': 'Соглашение'}, `№ ${agreement.number} от ${dotted(agreement.concludedOn)}`),
        el('td', {'data-label': 'Предмет'}, agreement.scope),
        el('td', {'data-label': 'Последний день', class: 'when'}, dotted(agreement.validUntil), expired && ' — кончилось'))))))
      : el('p', {}, 'Все соглашения действуют.'),
  ];
}

export function agreements({agency, agreements: known}) {
  const inputs = {number: text(), concludedOn: day(), validFrom: day(), validUntil: day(), scope: text()};
  return el('section', {class: 'card', 'aria-label': 'Соглашения'}, el('h2', {}, 'Соглашения'),
    known.length > 0 && el('table', {class: 'rows'}, el('tbody', {}, known.map(each => el('tr', {},
      el('th', {scope: 'row'}, `№ ${each.number} от ${dotted(each.concludedOn)}`), el('td', {}, each.scope),
      el('td', {class: 'when'}, `с ${dotted(each.validFrom)} `, each.validUntil ? `по ${dotted(each.validUntil)}` : 'бессрочно'))))),
    el('details', {}, el('summary', {}, 'Внести соглашение'),
      form({label: 'Внести', check: () => wrongDays(inputs, ['concludedOn', 'validFrom', 'validUntil']), send: async () => {
        await post(`/api/agencies/${encodeURIComponent(agency.code)}/agreements`, {...toldAll(inputs, ['number', 'scope']),
          concludedOn: dayOf(inputs.concludedOn), validFrom: dayOf(inputs.validFrom), validUntil: dayOf(inputs.validUntil)});
        changed();
      }},
        el('div', {class: 'row'}, field('number', 'Номер', inputs.number), field('concludedOn', 'Дата', inputs.concludedOn),
          field('validFrom', 'Действует с', inputs.validFrom), field('validUntil', 'по', inputs.validUntil, {hint: 'Пусто — бессрочно.'})),
        field('scope', 'Предмет', inputs.scope, {wide: true}))));
}
