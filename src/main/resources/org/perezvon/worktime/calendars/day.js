/** One day, as a governor's order or an agency's own declares it. */
import {el, get, post} from './house.js';
import {agencySearch, choice, field, form} from './fields.js';
import {inOrder} from './layers.js';
import {mark} from './picture.js';
import {capitalized, inFull, parseDate} from './words.js';

const KINDS = [
  ['day-off', 'выходной (нерабочий) день'],
  ['holiday', 'нерабочий праздничный день'],
  ['working-day', 'рабочий день'],
  ['short-day', 'сокращённый рабочий день'],
  ['ordinary', 'как обычно: снять отметку'],
];

export async function show(_, query) {
  const [all, agencies] = await Promise.all([get('/api/calendars'), get('/api/agencies')]);
  const layers = inOrder(all).filter(layer => !layer.own);
  const wanted = query.get('layer') ?? layers.find(layer => layer.layer.includes('-'))?.layer;
  const whose = choice('whose', 'Чей день', [['layer', 'Страна или регион'], ['agency', 'Один орган власти']], 'layer');
  const layer = el('select', {}, layers.map(each =>
    el('option', {value: each.layer, selected: each.layer === wanted}, `${each.title} (${each.layer})`)));
  const layerField = field('layer', 'Календарь', layer);
  const search = agencySearch('agency', 'Орган власти', agencies, {onchoose: tellNow});
  const date = el('input', {type: 'text', inputmode: 'numeric', maxlength: 10, size: 10, placeholder: 'дд.мм.гггг', class: 'figures'});
  const kind = choice('kind', 'Станет', KINDS, 'day-off');
  const reason = el('input', {type: 'text', maxlength: 300, placeholder: 'указ Губернатора от 20.11.2026 № 300-уг'});
  const now = el('div', {class: 'now', role: 'status'});
  const ofAgency = () => whose.querySelector(':checked').value === 'agency';
  const chosen = name => name.querySelector(':checked').value;

  const element = form({
    label: 'Показать, что изменится',
    check: () => [
      ofAgency() && !search.chosen() && {field: 'agency', message: 'Выберите орган из списка'},
      !parseDate(date.value) && {field: 'date', message: 'Напишите дату вида 09.05.2027'},
      !reason.value.trim() && {field: 'reason', message: 'Укажите причину и акт: их увидят в объяснении каждого срока'},
    ].filter(Boolean),
    async send() {
      const day = {date: parseDate(date.value), kind: chosen(kind), reason: reason.value.trim()};
      const id = ofAgency()
        ? (await post(`/api/agencies/${encodeURIComponent(search.chosen().code)}/days`, day)).proposal
        : (await post('/api/calendars/days', {layer: layer.value, ...day})).id;
      location.hash = `#proposal/${id}`;
    },
  },
  whose, layerField, search.element,
  el('div', {class: 'row'}, field('date', 'Дата', date), now),
  kind,
  field('reason', 'Причина и акт', reason, {wide: true}));

  element.addEventListener('change', event => {
    if (event.target.name === 'whose') tellWhose();
    if (event.target !== reason) tellNow();
  });
  date.addEventListener('input', tellNow);
  tellWhose();

  return [
    el('h1', {}, 'Один день'),
    el('p', {class: 'lead'}, 'Указ главы региона, приказ руководителя органа, отмена переноса. До вашего подтверждения ничего не меняется.'),
    el('div', {class: 'card narrow'}, element),
  ];

  function tellWhose() {
    layerField.hidden = ofAgency();
    search.element.hidden = !ofAgency();
    const holiday = kind.querySelector('[value=holiday]');
    holiday.closest('label').hidden = ofAgency();
    if (ofAgency() && holiday.checked) kind.querySelector('[value=day-off]').checked = true;
  }

  /** What the day is in force, as soon as it is clear which day and whose. */
  async function tellNow() {
    const meant = parseDate(date.value);
    const code = search.chosen()?.code;
    now.replaceChildren();
    if (!meant || (ofAgency() && !code)) return;
    const year = meant.slice(0, 4);
    const calendar = await get(ofAgency() ? `/api/agencies/${encodeURIComponent(code)}/calendar/${year}` : `/api/calendars/${layer.value}/${year}`);
    if (meant !== parseDate(date.value)) return;
    const day = calendar.days.find(each => each.date === meant);
    now.replaceChildren(mark(day), el('div', {}, el('b', {}, capitalized(inFull(meant))),
      el('div', {}, `Сейчас: ${day.why ?? (day.state === 'off' ? 'выходной день' : 'рабочий день')}`)));
  }
}
