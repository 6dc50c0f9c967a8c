/** One agency: what it is, who answers for it and when, its agreements, who changed what. */
import {agencySearch, clock, el, field, form, get, put, session} from './house.js';
import {people} from './people.js';
import {agreements} from './agreements.js';
import {changed, DAYS, KINDS, listed, minutes, SENDERS, told} from './words.js';

export async function show(query) {
  const code = query.get('code');
  const [all, card, senders] = await Promise.all([
    get('/api/agencies'),
    code ? get(`/api/agencies/${encodeURIComponent(code)}/card`) : null,
    code ? get(`/api/agencies/${encodeURIComponent(code)}/sender-policy`) : null,
  ]);
  const agency = card?.agency;
  return [
    el('p', {class: 'small'}, el('a', {href: '#'}, '← Все органы')),
    el('h1', {}, agency?.name ?? 'Новый орган'),
    card && people(card),
    editor(agency, all),
    card && agreements(card),
    card && belief(agency, senders.policy),
    card && institutions(agency, all),
    card && history(card.changes),
  ];
}

function editor(agency, all) {
  const text = (value, attributes = {}) => el('input', {type: 'text', value: value ?? '', ...attributes});
  const inputs = {
    code: text(agency?.code, {disabled: Boolean(agency), placeholder: 'minzdrav'}),
    name: text(agency?.name), shortName: text(agency?.shortName),
    kind: el('select', {}, Object.entries(KINDS).map(([value, title]) => el('option', {value, selected: agency?.kind === value}, title))),
    region: text(agency?.region), phone: text(agency?.phone, {placeholder: '8 (3952) 12-34-56, доб. 7'}),
    headName: text(agency?.head?.name), headEmail: text(agency?.head?.email, {type: 'email'}),
    zone: text(agency?.zone ?? 'Asia/Irkutsk'), calendars: text(agency?.calendars.join('; ') ?? 'ru; ru-IRK'),
    opens: text(minutes(agency?.opens) || '09:00'), closes: text(minutes(agency?.closes) || '18:00'),
    lunchFrom: text(minutes(agency?.lunch?.from)), lunchTo: text(minutes(agency?.lunch?.to)),
    days: text(written(agency?.days), {placeholder: 'пт 09:00-16:45; сб 10:00-13:00'}),
    jurisdiction: text(agency?.jurisdiction, {placeholder: 'по календарям и поясу'}),
    topics: el('textarea', {rows: 3}, agency?.topics.join('; ') ?? ''),
  };
  const parent = agencySearch('parent', 'Вышестоящий орган', all.filter(each => each.code !== agency?.code), {chosen: agency?.parent});
  const send = async () => {
    const code = agency?.code ?? inputs.code.value.trim();
    await put(`/api/agencies/${encodeURIComponent(code)}`, entered(inputs, parent));
    if (agency) changed();
    else location.hash = `#card?code=${code}`;
  };
  const sheet = form({send, label: agency ? 'Сохранить' : 'Внести', check: () => agency || inputs.code.value.trim() ? [] : [{field: 'code', message: 'Укажите код'}]},
    el('div', {class: 'row'}, field('code', 'Код', inputs.code, {hint: agency ? null : 'Латинскими буквами; потом не меняется.'}),
      field('shortName', 'Короткое название', inputs.shortName), field('kind', 'Вид', inputs.kind)),
    field('name', 'Полное название', inputs.name, {wide: true}),
    el('div', {class: 'row'}, parent.element, field('region', 'Регион', inputs.region),
      field('phone', 'Телефон для перевода звонков', inputs.phone, {hint: 'I-12: на него переводят звонок в рабочее время.'})),
    el('div', {class: 'row'}, field('head.name', 'Руководитель', inputs.headName), field('head.email', 'Его почта', inputs.headEmail, {hint: 'Туда пишут о просрочке (I-5).'})),
    el('div', {class: 'row'}, field('opens', 'Начало работы', inputs.opens), field('closes', 'Конец', inputs.closes),
      field('lunch.from', 'Обед с', inputs.lunchFrom), field('lunch.to', 'до', inputs.lunchTo), field('days', 'Другие дни', inputs.days, {wide: true})),
    el('div', {class: 'row'}, field('zone', 'Часовой пояс', inputs.zone), field('calendars', 'Календари', inputs.calendars),
      field('jurisdiction', 'Правила сроков', inputs.jurisdiction)),
    field('topics', 'Темы: слова, по которым орган предлагают', inputs.topics, {wide: true, hint: 'Через точку с запятой, в любом падеже.'}));
  return el('section', {class: 'card', 'aria-label': 'Сведения об органе'}, el('h2', {}, 'Сведения'), sheet);
}

function entered(inputs, parent) {
  const lunch = told(inputs.lunchFrom) || told(inputs.lunchTo);
  return {
    name: told(inputs.name), shortName: told(inputs.shortName), kind: inputs.kind.value,
    parent: parent.chosen()?.code, region: told(inputs.region), phone: told(inputs.phone),
    head: {name: told(inputs.headName), email: told(inputs.headEmail)},
    zone: told(inputs.zone), calendars: listed(inputs.calendars.value), opens: told(inputs.opens), closes: told(inputs.closes),
    lunch: lunch ? {from: told(inputs.lunchFrom), to: told(inputs.lunchTo)} : undefined,
    days: read(inputs.days.value), jurisdiction: told(inputs.jurisdiction), topics: listed(inputs.topics.value),
  };
}

/** "пт 09:00-16:45; сб 10:00-13:00" */
function written(days = {}) {
  return DAYS.filter(([name]) => days[name]).map(([name, short]) => `${short} ${minutes(days[name].opens)}-${minutes(days[name].closes)}`).join('; ');
}

function read(text) {
  return Object.fromEntries(listed(text).map(each => {
    const [short, hours = ''] = each.split(/\s+/, 2);
    const [opens, closes] = hours.split('-');
    return [DAYS.find(day => day[1] === short.toLowerCase())?.[0] ?? short, {opens, closes}];
  }));
}

function belief(agency, policy) {
  const select = el('select', {}, Object.entries(SENDERS).map(([value, title]) => el('option', {value, selected: value === policy}, title)));
  return el('section', {class: 'card', 'aria-label': 'Проверка отправителя'}, el('h2', {}, 'Проверка отправителя'),
    form({label: 'Сохранить', send: async () => {
      await put(`/api/agencies/${encodeURIComponent(agency.code)}/sender-policy`, {policy: select.value});
      changed();
    }}, field('policy', 'Письма, отправителя которых наш сервер не подтвердил', select, {wide: true})));
}

function institutions(agency, all) {
  const own = all.filter(each => each.parent === agency.code);
  return own.length > 0 && el('section', {class: 'card', 'aria-label': 'Учреждения'}, el('h2', {}, 'Подведомственные учреждения'),
    el('ul', {}, own.map(each => el('li', {}, el('a', {href: `#card?code=${each.code}`}, each.name), ` ${each.phone ?? ''} `, el('span', {class: 'muted'}, each.hours)))));
}

function history(changes) {
  return el('section', {class: 'card', 'aria-label': 'История'}, el('h2', {}, 'История'),
    changes.length ? el('table', {class: 'rows'}, el('tbody', {}, changes.map(change => el('tr', {},
      el('th', {scope: 'row', class: 'when'}, clock.dateAndTime(change.at)), el('td', {}, change.person === session?.user ? 'вы' : change.person), el('td', {}, change.what)))))
      : el('p', {class: 'muted'}, 'С тех пор как ведётся история, ничего не менялось.'));
}
