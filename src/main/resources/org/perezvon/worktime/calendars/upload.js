/** A calendar for a whole year from a file; nothing changes until the proposal that comes of it is confirmed. */
import {el, get, post} from './house.js';
import {field, form} from './fields.js';
import {inOrder, isRegion} from './layers.js';
import {number} from './words.js';

export async function show(_, query) {
  const layers = inOrder(await get('/api/calendars')).filter(layer => !layer.own);
  const layer = el('select', {}, layers.map(each =>
    el('option', {value: each.layer, selected: each.layer === query.get('layer')}, `${each.title} (${each.layer})`)));
  const file = el('input', {type: 'file', accept: '.csv,.xml,.json,.txt'});
  const year = figures(4);
  const act = el('input', {type: 'text', maxlength: 300, placeholder: 'ПП РФ от 17.09.2026 № 1187'});
  const workingDays = figures(3);
  const hours = figures(7);

  return [
    el('h1', {}, 'Загрузить календарь'),
    el('p', {class: 'lead'}, 'Файл сравнят с действующим календарём и покажут, какие дни и сроки изменятся. '
      + 'До вашего подтверждения ничего не меняется.'),
    el('div', {class: 'card narrow'}, form({
      label: 'Сравнить с действующим',
      check: () => [
        !file.files.length && {field: 'file', message: 'Выберите файл с календарём'},
        year.value.trim() && !/^\d{4}$/.test(year.value.trim()) && {field: 'year', message: 'Год — четыре цифры'},
        workingDays.value.trim() && !/^\d{1,3}$/.test(workingDays.value.trim()) && {field: 'workingDays', message: 'Число рабочих дней в году, например 247'},
        hours.value.trim() && !/^\d{1,4}([.,]\d)?$/.test(hours.value.trim()) && {field: 'hours', message: 'Число часов в году, например 1972'},
      ].filter(Boolean),
      async send() {
        const words = new URLSearchParams({layer: layer.value});
        for (const [name, input] of Object.entries({year, act, workingDays, hours})) {
          if (input.value.trim()) words.set(name, name === 'hours' ? input.value.trim().replace(',', '.') : input.value.trim());
        }
        const proposal = await post(`/api/calendars/proposals?${words}`, file.files[0]);
        location.hash = `#proposal/${proposal.id}`;
      },
    },
    field('layer', 'Чей календарь', layer),
    dropZone(file),
    el('div', {class: 'row'},
      field('year', 'Год', year, {hint: 'Можно не указывать: он есть в файле'}),
      field('act', 'Акт', act, {wide: true, hint: actHint(layers)})),
    el('details', {},
      el('summary', {}, 'Сверить с итогами из официальной публикации'),
      el('div', {class: 'row'},
        field('workingDays', 'Рабочих дней в году', workingDays),
        field('hours', 'Часов при 40-часовой неделе', hours))))),
    formats(),
  ];
}

function actHint(layers) {
  return layers.some(layer => isRegion(layer.layer))
    ? 'Без акта год страны останется предварительным; для региона акт указывают в каждом дне'
    : 'Без акта год останется предварительным';
}

function figures(length) {
  return el('input', {type: 'text', inputmode: 'numeric', maxlength: length, size: length, class: 'figures'});
}

/** The browser's own file button, in a field on which a file can be dropped. */
function dropZone(file) {
  const home = field('file', 'Файл', file, {hint: 'Выберите файл или перетащите его сюда. Подойдут CSV, XML и JSON с сайта xmlcalendar.ru, XML из 1С.'});
  home.classList.add('drop');
  // The browser's own button speaks the browser's language.
  file.classList.add('unseen');
  const chosen = el('span', {class: 'chosen', role: 'status'}, 'файл не выбран');
  file.before(el('div', {class: 'row'}, el('label', {class: 'button', for: file.id}, 'Выбрать файл…'), chosen));
  file.addEventListener('change', tell);
  for (const kind of ['dragenter', 'dragover']) {
    home.addEventListener(kind, event => {
      event.preventDefault();
      home.classList.add('over');
    });
  }
  home.addEventListener('dragleave', event => { if (!home.contains(event.relatedTarget)) home.classList.remove('over'); });
  home.addEventListener('drop', event => {
    event.preventDefault();
    home.classList.remove('over');
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    file.dispatchEvent(new Event('input', {bubbles: true}));
    tell();
  });
  return home;

  function tell() {
    const one = file.files[0];
    chosen.textContent = one ? `${one.name}, ${number(Math.ceil(one.size / 1024))} КБ` : 'файл не выбран';
    chosen.classList.toggle('known', Boolean(one));
  }
}

function formats() {
  return el('details', {class: 'card narrow'},
    el('summary', {}, 'Где взять файл и как его написать самому'),
    el('ul', {},
      el('li', {}, el('b', {}, 'xmlcalendar.ru'), ' — XML или JSON на нужный год; российский календарь там верен, казахстанский — нет.'),
      el('li', {}, el('b', {}, '1С'), ' — выгрузка регламентированного производственного календаря (Items/Item).'),
      el('li', {}, el('b', {}, 'CSV'), ' — таблица из трёх колонок; календарь региона хранит только отличия от календаря страны:')),
    el('pre', {}, 'date,kind,name\n2027-02-22,day-off,"выходной, перенос с сб 20.02.2027 (ПП РФ от 17.09.2026 № 1187)"\n'
      + '2027-02-20,working-day,"рабочий день, перенос на пн 22.02.2027 (ПП РФ от 17.09.2026 № 1187)"\n'
      + '2027-05-09,holiday,День Победы\n2027-06-11,short-day,предпраздничный день (ст. 95 ТК РФ)'));
}
