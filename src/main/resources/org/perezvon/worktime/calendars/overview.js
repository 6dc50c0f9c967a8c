/** All calendars in force, by whose they are and by year, and what waits for a decision. */
import {clock, el, get, post} from './house.js';
import {field, form} from './fields.js';
import {agencyName, agencyOf, inOrder, isOwn, isRegion, named} from './layers.js';
import {progress} from './progress.js';
import {counted, glued, number, origin, person, thisYear} from './words.js';

export async function show() {
  const [layers, proposals, agencies, recomputation] = await Promise.all([
    get('/api/calendars'), get('/api/calendars/proposals'), get('/api/agencies'), get('/api/calendars/recomputation'),
  ]);
  const ordered = inOrder(layers);
  const own = ordered.filter(layer => layer.own);
  return [
    el('h1', {}, 'Производственные календари'),
    recomputation.remaining > 0 && progress(recomputation.remaining),
    proposals.length > 0 && waiting(proposals, agencies),
    ...ordered.filter(layer => !layer.own).map(layer => calendar(layer)),
    own.length > 0 && ownDays(own, agencies),
    newRegion(),
  ];
}

function waiting(proposals, agencies) {
  return el('section', {class: 'card attention', 'aria-labelledby': 'waiting'},
    el('h2', {id: 'waiting'}, 'Ждут решения'),
    el('ul', {class: 'proposals'}, proposals.map(proposal => el('li', {},
      el('div', {},
        el('b', {}, `${named(proposal.layer, proposal.title, agencies)}, ${proposal.year} год`), ' ',
        el('span', {class: 'muted'}, `${origin(proposal)}, ${clock.dateAndTime(proposal.madeAt)}`),
        el('div', {}, summary(proposal))),
      el('a', {class: 'button', href: `#proposal/${proposal.id}`,
        'aria-label': `Рассмотреть: ${named(proposal.layer, proposal.title, agencies)}, ${proposal.year} год`}, 'Рассмотреть')))));
}

function summary(proposal) {
  const {days, renamed} = proposal.difference;
  const wrong = severity => proposal.findings.filter(finding => finding.severity === severity).length;
  const parts = [
    days.length ? `меняется ${counted(days.length, 'день', 'дня', 'дней')}`
      : renamed.length ? 'меняются только формулировки' : 'дни не меняются',
    wrong('ERROR') && counted(wrong('ERROR'), 'ошибка', 'ошибки', 'ошибок'),
    wrong('WARNING') && counted(wrong('WARNING'), 'предупреждение', 'предупреждения', 'предупреждений'),
    proposal.outdated && 'действующий календарь с тех пор изменён',
  ];
  return parts.filter(Boolean).join(' · ');
}

function calendar(layer) {
  const region = isRegion(layer.layer);
  const newest = [...layer.years].sort((a, b) => b.year - a.year);
  const next = thisYear() + 1;
  const heading = `calendar-${layer.layer}`;
  const past = newest.filter(version => version.year < thisYear());
  const body = el('tbody', {},
    newest[0]?.year < next && missing(layer.layer, next),
    newest.map(version => yearRow(version, region)));
  const earlier = past.length > 0 && el('button', {type: 'button', class: 'link', 'aria-expanded': 'false', onclick: () => {
    const folded = body.classList.toggle('folded');
    earlier.setAttribute('aria-expanded', String(!folded));
    earlier.textContent = folded ? `Прошлые годы (${past.length})` : 'Скрыть прошлые годы';
  }}, `Прошлые годы (${past.length})`);
  if (past.length) body.classList.add('folded');
  return el('section', {class: 'card', 'aria-labelledby': heading},
    el('div', {class: 'card-head'}, el('h2', {id: heading}, `Календарь ${layer.title}`), el('code', {}, layer.layer), earlier),
    el('table', {class: 'rows years'},
      el('thead', {}, el('tr', {}, ['Год', 'Состояние', 'Рабочих дней', 'Часов*', region ? 'Особых дней' : 'Акт', 'Действует с']
        .map((title, i) => el('th', {scope: 'col', class: i === 2 || i === 3 ? 'figure' : null}, title)))),
      body),
    el('p', {class: 'muted small'}, '* при 40-часовой рабочей неделе'
      + (region ? '; вместе с днями, которые установлены для всей страны' : '')));
}

function yearRow(version, region) {
  return el('tr', {class: version.year < thisYear() ? 'past' : null},
    el('th', {scope: 'row'}, el('a', {class: 'whole', href: yearAddress(version)}, String(version.year))),
    el('td', {'data-label': 'Состояние'}, status(version.decreed)),
    el('td', {class: 'figure', 'data-label': 'Рабочих дней'}, number(version.totals.workingDays)),
    el('td', {class: 'figure', 'data-label': 'Часов'}, number(version.hours)),
    el('td', {'data-label': region ? 'Особых дней' : 'Акт', class: 'act'},
      region ? number(version.days) : glued(version.act) || el('span', {class: 'muted'}, 'не указан')),
    el('td', {'data-label': 'Действует с', class: 'when'}, clock.dateAndTime(version.confirmedAt), ' ',
      el('span', {class: 'muted'}, person(version.confirmedBy))));
}

function missing(layer, year) {
  return el('tr', {class: 'missing'},
    el('th', {scope: 'row'}, String(year)),
    el('td', {colspan: 4}, 'ещё не загружен: сроки, которые заходят в этот год, предварительные'),
    el('td', {}, el('a', {href: `#upload?layer=${layer}`}, 'Загрузить')));
}

export function status(decreed) {
  return decreed ? el('span', {class: 'badge good'}, 'утверждён') : el('span', {class: 'badge warn'}, 'предварительный');
}

function yearAddress(version) {
  return `#year/${encodeURIComponent(version.layer)}/${version.year}`;
}

function ownDays(layers, agencies) {
  const rows = layers.flatMap(layer => layer.years).sort((a, b) => b.year - a.year || a.layer.localeCompare(b.layer));
  return el('section', {class: 'card', 'aria-labelledby': 'own-days'},
    el('div', {class: 'card-head'}, el('h2', {id: 'own-days'}, 'Собственные дни органов')),
    el('table', {class: 'rows'},
      el('thead', {}, el('tr', {}, ['Орган', 'Год', 'Особых дней', 'Действует с']
        .map((title, i) => el('th', {scope: 'col', class: i === 2 ? 'figure' : null}, title)))),
      el('tbody', {}, rows.map(version => el('tr', {},
        el('th', {scope: 'row'}, el('a', {class: 'whole', href: yearAddress(version)}, agencyName(agencyOf(version.layer), agencies))),
        el('td', {'data-label': 'Год'}, String(version.year)),
        el('td', {class: 'figure', 'data-label': 'Особых дней'}, number(version.days)),
        el('td', {'data-label': 'Действует с', class: 'when'}, clock.dateAndTime(version.confirmedAt), ' ',
          el('span', {class: 'muted'}, person(version.confirmedBy))))))));
}

function newRegion() {
  const code = el('input', {type: 'text', maxlength: 6, placeholder: 'ru-TOM', autocapitalize: 'none', spellcheck: 'false'});
  const title = el('input', {type: 'text', maxlength: 80, placeholder: 'Томской области'});
  return el('details', {class: 'card'},
    el('summary', {}, 'Завести календарь региона'),
    el('p', {class: 'muted'}, 'Нужен региону, у которого есть собственные праздничные или нерабочие дни. Он ложится поверх календаря '
      + 'страны; органу его назначают в карточке органа (calendars).'),
    form({
      label: 'Завести',
      async send() {
        await post('/api/calendars/regions', {layer: code.value.trim(), title: title.value.trim()});
        location.hash = `#day?layer=${encodeURIComponent(code.value.trim())}`;
      },
    },
    field('layer', 'Код', code, {hint: 'Страна и регион: ru-TOM'}),
    field('title', 'Чей календарь', title, {hint: 'В родительном падеже'})));
}
