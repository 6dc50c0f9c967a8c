/** Fields with their errors beside them, and the search among agencies. */
import {el, Problem} from './house.js';

let ids = 0;

export function problemBox(problem, homeless = []) {
  const words =
    !(problem instanceof Problem) ? `Ошибка на странице. Сообщите администратору системы: ${problem.message}`
    : problem.errors.length && !homeless.length ? 'Исправьте отмеченное.'
    : problem.errors.length ? null
    : problem.message;
  return el('div', {class: 'problem', role: 'alert'}, words && el('strong', {}, words),
    homeless.map(error => el('div', {}, error.message)));
}

/** A labelled input. @param name as the server names it in its errors */
export function field(name, label, input, {hint, wide} = {}) {
  const id = input.id || `f${++ids}`;
  input.id = id;
  if (!input.getAttribute('name')) input.setAttribute('name', name);
  const note = hint && el('p', {class: 'hint', id: `${id}-hint`}, hint);
  if (note) input.setAttribute('aria-describedby', note.id);
  return el('div', {class: wide ? 'field wide' : 'field', 'data-field': name}, el('label', {for: id}, label), input, note);
}

/** One of several; `options` are [value, label] pairs. */
export function choice(name, legend, options, chosen) {
  return el('fieldset', {class: 'field choice', 'data-field': name}, el('legend', {}, legend),
    options.map(([value, label]) => el('label', {},
      el('input', {type: 'radio', name, value, checked: value === chosen}), el('span', {}, label))));
}

/**
 * A form whose errors stand beside their fields.
 *
 * @param check what the page knows to be wrong before it asks: a list of {field, message}
 */
export function form({check = () => [], send, label, quiet}, ...fields) {
  const button = el('button', {type: 'submit', class: 'main'}, label);
  const element = el('form', {novalidate: true, autocomplete: 'off'}, fields,
    el('div', {class: 'actions'}, button, quiet));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    clear(element);
    const wrong = check();
    if (wrong.length) return showProblem(element, new Problem(400, '', wrong));
    button.disabled = true;
    element.setAttribute('aria-busy', 'true');
    try {
      await send();
    } catch (problem) {
      if (!(problem instanceof Problem)) console.error(problem);
      showProblem(element, problem);
    } finally {
      button.disabled = false;
      element.removeAttribute('aria-busy');
    }
  });
  element.addEventListener('input', event => {
    const home = event.target.closest('[data-field]');
    home?.querySelectorAll('.error').forEach(message => message.remove());
    home?.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  });
  return element;
}

export function showProblem(element, problem) {
  clear(element);
  const homeless = problem.errors?.filter(error => !showError(element, error)) ?? [];
  element.querySelector('.actions').before(problemBox(problem, homeless));
  element.querySelector('[aria-invalid]')?.focus();
}

function clear(element) {
  element.querySelectorAll('.error, .problem').forEach(message => message.remove());
  element.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
}

function showError(element, {field: name, message}) {
  const home = element.querySelector(`[data-field="${CSS.escape(name)}"]`);
  if (!home) return false;
  home.append(el('p', {class: 'error', role: 'alert'}, message));
  home.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true');
  return true;
}

/**
 * Search among agencies as one types.
 *
 * @param chosen code of the agency chosen from the start
 * @param onchoose told the agency, or null when what is typed names none
 */
export function agencySearch(name, label, agencies, {chosen, onchoose = () => {}} = {}) {
  const list = el('ul', {role: 'listbox', id: `${name}-list`, 'aria-label': 'Подходящие органы', hidden: true});
  const input = el('input', {type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list',
    'aria-controls': list.id, placeholder: 'Название или тема: здрав, дороги, выплаты…'});
  const home = field(name, label, input);
  home.append(list);
  home.classList.add('search');
  let agency = agencies.find(each => each.code === chosen) ?? null;
  let offered = [];
  let current = -1;
  if (agency) input.value = agency.name;

  input.addEventListener('input', () => {
    settle(null);
    offer();
  });
  input.addEventListener('focus', () => { if (!agency) offer(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && list.hidden) offer();
    else if (event.key === 'ArrowDown') mark(Math.min(current + 1, offered.length - 1));
    else if (event.key === 'ArrowUp') mark(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && !list.hidden && offered.length) choose(offered[Math.max(current, 0)]);
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
  });

  function offer() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const known = each => [each.name, each.shortName, each.code, ...(each.topics ?? [])].join(' ').toLowerCase();
    offered = agencies.filter(each => words.every(word => known(each).includes(word))).slice(0, 12);
    list.replaceChildren(...offered.map((each, i) => el('li', {
      id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false',
      onmousedown: event => { event.preventDefault(); choose(each); },
    }, el('b', {}, each.shortName), el('span', {}, each.name))));
    if (!offered.length) list.append(el('li', {class: 'muted', role: 'presentation'}, 'Такого органа нет.'));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(words.length && offered.length ? 0 : -1);
  }

  function mark(index) {
    current = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (index >= 0) {
      input.setAttribute('aria-activedescendant', `${list.id}-${index}`);
      list.children[index].scrollIntoView({block: 'nearest'});
    } else input.removeAttribute('aria-activedescendant');
  }

  function choose(each) {
    input.value = each.name;
    close();
    settle(each);
  }

  function settle(each) {
    if (agency === each) return;
    agency = each;
    onchoose(each);
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  return {element: home, input, chosen: () => agency};
}
