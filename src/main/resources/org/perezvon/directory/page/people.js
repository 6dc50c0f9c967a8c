/** Who answers for an agency: today's addresses in their order, periods, deputies, absences. */
import {clock, dotted, el, field, form, parseDate, post, put} from './house.js';
import {changed, ROLES, told} from './words.js';

export function people(card) {
  const at = `/api/agencies/${encodeURIComponent(card.agency.code)}`;
  return el('section', {class: card.recipients.length ? 'card' : 'card attention', 'aria-label': 'Кто отвечает'},
    el('h2', {}, 'Кто отвечает'),
    card.recipients.length
      ? el('ol', {class: 'recipients'}, card.recipients.map(person => el('li', {}, el('b', {}, person.name), ` ${person.email} `, person.phone, ' ',
        el('span', {class: 'muted'}, ROLES[person.role]))))
      : el('p', {}, el('b', {}, 'Сегодня некому отвечать.'), ' Запрос не уйдёт: руководитель смены сразу получит задачу (I-3.1).'),
    el('p', {class: 'muted small'}, 'Письма пробуют в этом порядке. Запросы, которые уже в пути, остаются у того, кому отправлены.'),
    periods(card, at), deputies(card, at), absences(card, at));
}

function periods({appointments}, at) {
  const inputs = {name: text(), email: text('email'), phone: text('tel'), furtherEmail: text('email'), from: day(), until: day()};
  return el('details', {}, el('summary', {}, 'Ответственное лицо и сроки'),
    appointments.length > 0 && el('table', {class: 'rows'}, el('tbody', {}, appointments.map(each => el('tr', {},
      el('th', {scope: 'row'}, each.name), el('td', {}, each.email, each.furtherEmail && el('div', {class: 'muted'}, `второй адрес ${each.furtherEmail}`)),
      el('td', {class: 'when'}, `с ${clock.date(each.since)}`, each.until ? ` до ${clock.dateAndTime(each.until)}` : ''))))),
    form({label: 'Назначить', check: () => wrongDays(inputs, ['from', 'until']), send: async () => {
      await post(`${at}/appointments`, {...toldAll(inputs, ['name', 'email', 'phone', 'furtherEmail']), from: dayOf(inputs.from), until: dayOf(inputs.until)});
      changed();
    }},
      el('div', {class: 'row'}, field('name', 'Фамилия, имя, отчество', inputs.name, {wide: true}), field('email', 'Почта', inputs.email),
        field('furtherEmail', 'Второй адрес', inputs.furtherEmail), field('phone', 'Телефон', inputs.phone)),
      el('div', {class: 'row'}, field('from', 'С какого дня', inputs.from, {hint: 'Пусто — с этой минуты.'}), field('until', 'По какой день', inputs.until, {hint: 'Пусто — бессрочно.'}))));
}

function deputies(card, at) {
  const rows = el('div', {});
  const add = person => rows.append(el('div', {class: 'row deputy'},
    ...[['name', 'Фамилия, имя, отчество'], ['email', 'Почта'], ['phone', 'Телефон']].map(([name, label]) => {
      const input = text(name === 'email' ? 'email' : 'text', person[name] ?? '');
      input.dataset.part = name;
      return field(name, label, input, {wide: name === 'name'});
    }),
    el('button', {type: 'button', class: 'link', onclick: event => event.currentTarget.closest('.deputy').remove()}, 'убрать')));
  card.deputies.forEach(add);
  return el('details', {}, el('summary', {}, `Постоянные заместители: ${card.deputies.length || 'нет'}`),
    form({label: 'Сохранить', quiet: el('button', {type: 'button', onclick: () => add({})}, 'Ещё заместитель'), send: async () => {
      await put(`${at}/deputies`, {deputies: [...rows.children].map(deputy)});
      changed();
    }}, rows));
}

/** What a row tells; its fields are named by its place, as the server names them in its errors. */
function deputy(row, place) {
  return Object.fromEntries([...row.querySelectorAll('[data-part]')].map(input => {
    input.closest('[data-field]').dataset.field = `deputies[${place}].${input.dataset.part}`;
    return [input.dataset.part, told(input)];
  }));
}

function absences(card, at) {
  const inputs = {email: text('email', card.recipients[0]?.email), from: day(), until: day(), name: text(), deputyEmail: text('email'), phone: text('tel')};
  return el('details', {open: card.absences.length > 0}, el('summary', {}, `Отсутствия: ${card.absences.length || 'нет'}`),
    card.absences.map(absence => el('p', {}, `${absence.email}: с ${clock.dateAndTime(absence.since)} до ${clock.dateAndTime(absence.until)}, `,
      absence.deputy ? `замещает ${absence.deputy.name}, ${absence.deputy.email} ` : 'замещает постоянный заместитель ',
      el('button', {type: 'button', class: 'link', onclick: async () => {
        await post(`${at}/back`, {email: absence.email});
        changed();
      }}, 'снова на работе'))),
    form({label: 'Записать отсутствие', check: () => wrongDays(inputs, ['from', 'until']), send: async () => {
      const deputy = told(inputs.name) || told(inputs.deputyEmail) ? {name: told(inputs.name), email: told(inputs.deputyEmail), phone: told(inputs.phone)} : undefined;
      await post(`${at}/absences`, {email: told(inputs.email), from: dayOf(inputs.from), until: dayOf(inputs.until), deputy});
      changed();
    }},
      el('div', {class: 'row'}, field('email', 'Чей адрес', inputs.email), field('from', 'С какого дня', inputs.from, {hint: 'Пусто — с этой минуты.'}), field('until', 'По какой день', inputs.until)),
      el('div', {class: 'row'}, field('deputy.name', 'Кто замещает', inputs.name, {wide: true, hint: 'Пусто — постоянный заместитель.'}),
        field('deputy.email', 'Почта', inputs.deputyEmail), field('deputy.phone', 'Телефон', inputs.phone))));
}

export function text(type = 'text', value = '') {
  return el('input', {type, value});
}

export function day(value) {
  return el('input', {type: 'text', inputmode: 'numeric', placeholder: '20.11.2026', class: 'figures', value: value ? dotted(value) : ''});
}

export function dayOf(input) {
  return parseDate(input.value) ?? undefined;
}

export function wrongDays(inputs, names) {
  return names.filter(name => inputs[name].value.trim() && !parseDate(inputs[name].value))
    .map(name => ({field: name, message: 'Напишите день так: 20.11.2026'}));
}

export function toldAll(inputs, names) {
  return Object.fromEntries(names.map(name => [name, told(inputs[name])]));
}
