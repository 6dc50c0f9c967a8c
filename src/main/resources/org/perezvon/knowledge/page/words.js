/** How things of the information base are called. */
import {dotted, el} from './house.js';

export const KINDS = {
  TEMPLATE: 'Шаблон ответа', LEGAL_ACT: 'Выдержка из правового акта', DOCUMENT: 'Документ', LETTER: 'Письмо',
  CLARIFICATION: 'Разъяснение', REFERENCE: 'Справочные сведения', SCRIPT: 'Сценарий разговора',
};

export const STATES = {IN_FORCE: 'действует', AHEAD: 'ещё не действует', EXPIRED: 'срок прошёл', RETIRED: 'убрана из базы'};

export function state(item) {
  return item.state === 'IN_FORCE' ? null : el('span', {class: `badge ${item.state.toLowerCase()}`}, STATES[item.state]);
}

export function validity(item) {
  const from = item.validFrom && `с ${dotted(item.validFrom)}`;
  const until = item.validUntil && `до ${dotted(item.validUntil)}`;
  return [from, until].filter(Boolean).join(' ') || 'бессрочно';
}

export function about(item) {
  return [item.agency.name, item.source, `версия ${item.version}`, validity(item)].join(' · ');
}

/** What was written, shown as it will be read; the server has taken care that markup stays text. */
export function formatted(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return el('div', {class: 'formatted'}, [...parsed.body.childNodes]);
}

export function changed() {
  dispatchEvent(new Event('knowledge-changed'));
}
