/**
 * What the forms of the processes share. The forms are deployed with the diagrams and are run by Tasklist as plain
 * scripts, so they find this toolkit as `window.Perezvon`.
 */
import {showCase} from './case.js';
import {clock, get, post, Problem, session, site} from './centre.js';
import {competence} from './competence.js';
import {el, icon} from './elements.js';
import * as views from './views.js';

/** By which of their variables a form finds its case. */
const THE_CASE = ['questionNumber', 'inquiryId'];

/** Whoever sat here before has left; what they typed about a citizen is nobody's business. */
const drafts = `perezvon.draft.${session?.user}.`;
if (session) {
  Object.keys(sessionStorage)
    .filter(key => key.startsWith('perezvon.draft.') && !key.startsWith(drafts))
    .forEach(key => sessionStorage.removeItem(key));
}

window.Perezvon = {
  clock,
  session,
  site,
  get,
  post,
  Problem,
  el,
  icon,
  field,
  views,
  competence,
  perform,
  debounced,
  onTask,
  onStart,
  draft,
  freshKey,
};

/** The value of a named input, trimmed. */
function field(form, name) {
  return form.elements[name].value.trim();
}

/** Calls `work` when nothing has happened for `millis`. */
function debounced(millis, work) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), millis);
  };
}

/** A key for one attempt to create something; randomUUID is missing where the site is served without TLS. */
function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Binds a form to its task. `variables` are fetched and given to `show`; `submit` tells our API what was decided, and the
 * API completes the task; then Tasklist leaves the task and reads its list again, as after its own «Завершить». Below its
 * own business every form shows the course of its case.
 */
function onTask(camForm, {variables, show, submit}) {
  const form = camForm.formElement[0];
  const scope = camForm.formElement.scope();
  const known = [...new Set([...variables, ...THE_CASE])];
  known.forEach(name => camForm.variableManager.fetchVariable(name));
  camForm.on('variables-fetched', async () => {
    const value = name => camForm.variableManager.variableValue(name);
    try {
      await show(...variables.map(value));
      await showCase(form, Object.fromEntries(THE_CASE.map(name => [name, value(name)])), refreshList);
    } catch (problem) {
      console.error(problem);
      showProblem(form, problem);
    }
  });

  scope.options.hideCompleteButton = true;
  const typing = keepTyping(form, camForm.taskId);
  camForm.submit = done => {
    run(form, submit).then(accepted => scope.$evalAsync(() => {
      if (!accepted) return done(new Error('camForm submission prevented')); // the words Tasklist stays silent at
      typing.forget();
      done(null, {});
    }));
  };
  wire(form, scope);
  askToClaim(form, scope);

  function refreshList() {
    injector(form).get('$rootScope').$broadcast('refresh');
  }
}

/**
 * Binds the start form in Tasklist's dialog. `submit` registers through our API, which starts the process itself, so
 * Tasklist's own start request is never sent: no word of the caller may become a process variable.
 */
function onStart(camForm, {submit}) {
  const form = camForm.formElement[0];
  const scope = camForm.formElement.scope();
  const dialog = form.closest('.modal-dialog');
  const modals = injector(form).get('$uibModalStack');
  const open = modals.getTop();

  scope.options.hideStartButton = true;
  dialog?.classList.add('pz-dialog');
  if (open) open.value.backdrop = 'static'; // a click beside the dialog must not throw a call away

  camForm.submit = done => {
    run(form, submit).finally(() => scope.$evalAsync(() => done(new Error('camForm submission prevented'))));
  };
  wire(form, scope);
  return {
    close: () => scope.$evalAsync(() => open?.key.dismiss()),
    refreshList: () => injector(form).get('$rootScope').$broadcast('refresh'),
    parameters: injector(form).get('$location').search(),
  };
}

/** The form's own button and Ctrl+Enter go the way of Tasklist's button, which also guards against a second click. */
function wire(form, scope) {
  form.setAttribute('autocomplete', 'off');
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!scope.disableCompleteButton()) scope.$evalAsync(scope.complete);
  });
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault(); // Tasklist listens for the same keys
    form.requestSubmit();
  });
  for (const correction of ['input', 'change']) {
    form.addEventListener(correction, event => forgetError(form, event.target.closest('[data-field]')));
  }
}

/** What is being corrected is no longer marked; the server has the last word when the form is sent again. */
function forgetError(form, home) {
  if (!home?.querySelector('[aria-invalid]')) return;
  home.querySelectorAll('.pz-error').forEach(message => message.remove());
  home.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  if (!form.querySelector('[aria-invalid]')) form.querySelectorAll('.pz-problem').forEach(box => box.remove());
}

/** Does something else than sending the form, with errors beside their fields as when it is sent. */
function perform(form, deed) {
  return run(form, deed);
}

async function run(form, submit) {
  clearProblem(form);
  form.classList.add('pz-busy');
  try {
    await submit();
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem)) console.error(problem);
    showProblem(form, problem);
    return false;
  } finally {
    form.classList.remove('pz-busy');
  }
}

function clearProblem(form) {
  form.querySelectorAll('.pz-error, .pz-problem').forEach(message => message.remove());
  form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
}

/** Each error beside its field ([data-field]); what has no field, and the refusal itself, above the buttons. */
function showProblem(form, problem) {
  clearProblem(form);
  const errors = problem.errors ?? [];
  const homeless = errors.filter(error => !showError(form, error));
  const words =
    !(problem instanceof Problem) ? `В форме ошибка. Сообщите администратору: ${problem.message}`
    : errors.length ? 'Исправьте отмеченное.' // the detail only repeats what stands beside the fields
    : problem.message;
  const box = el('div', {class: 'pz-problem', role: 'alert'}, el('strong', {}, words),
    homeless.map(error => el('div', {}, error.message)));
  (form.querySelector('[data-problem]') ?? form).append(box);
  const first = form.querySelector('[aria-invalid]');
  if (first) first.focus();
  else box.scrollIntoView({block: 'nearest'});
}

function showError(form, {field, message}) {
  const home = form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  if (!home) return false;
  home.append(el('p', {class: 'pz-error', role: 'alert'}, message));
  home.querySelector('input, textarea, select')?.setAttribute('aria-invalid', 'true');
  return true;
}

/** Nobody works on a task that is not theirs: until it is claimed, what writes is switched off, what reads is not. */
function askToClaim(form, scope) {
  const claim = el('div', {class: 'pz-claim', hidden: true},
    el('span', {}, 'Чтобы записать результат, возьмите задачу в работу.'),
    el('button', {type: 'button', class: 'btn btn-primary', onclick: takeIt}, 'Взять в работу'));
  form.prepend(claim);
  const stop = scope.$watch('options.disableForm', locked => {
    if (!form.isConnected) return stop();
    claim.hidden = !locked;
    form.querySelectorAll('fieldset[data-work]').forEach(work => { work.disabled = locked; });
  });

  function takeIt() {
    scope.$evalAsync(() => scope.$root.$broadcast('shortcut:claimTask'));
  }
}

/** What was typed into a task and not sent is there again when the task is opened again. */
function keepTyping(form, taskId) {
  const work = [...form.querySelectorAll('fieldset[data-work] [name]:not([type=search])')];
  const names = [...new Set(work.map(input => input.name))];
  const kept = draft(`task.${taskId}`, {
    take: () => Object.fromEntries(names.map(name => [name, form.elements[name].value])),
    give: typed => {
      for (const [name, value] of Object.entries(typed)) if (form.elements[name]) form.elements[name].value = value;
      setTimeout(() => form.dispatchEvent(new Event('change')));
    },
  });
  form.addEventListener('input', kept.keep);
  return kept;
}

/**
 * What was typed but not sent survives a closed dialog and an expired session: in this tab only, for this person only.
 * `take` says what is typed now, `give` puts it back.
 */
function draft(name, {take, give}) {
  const key = drafts + name;
  const kept = sessionStorage.getItem(key);
  if (kept) give(JSON.parse(kept));
  let timer;
  return {
    restored: kept !== null,
    keep() {
      clearTimeout(timer);
      timer = setTimeout(() => sessionStorage.setItem(key, JSON.stringify(take())), 300);
    },
    forget() {
      clearTimeout(timer);
      sessionStorage.removeItem(key);
    },
  };
}

function injector(form) {
  return window.angular.element(form).injector();
}
