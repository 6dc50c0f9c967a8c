'use strict';

const SAMPLES = {
  answer: 'Здравствуйте!\n\nВыплата назначается с месяца обращения. Заявление можно подать через Госуслуги, в МФЦ или в отделении социальной защиты по месту жительства; решение принимается в течение 10 рабочих дней.\n\nС уважением,\nотдел социальных выплат',
  extension: 'Добрый день!\n\nПросим продлить срок ответа на 3 рабочих дня в связи с необходимостью запросить сведения в подведомственном учреждении.\n\nС уважением',
  registered: 'Ваше обращение зарегистрировано, вх. № 02-17/1458. Ответ будет направлен в установленный срок.',
  redirect: 'Добрый день!\n\nВопрос не относится к нашей компетенции. Просим направить его в министерство здравоохранения Иркутской области.\n\nС уважением',
};

const at = (id) => document.getElementById(id);
const when = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Irkutsk' });
const shown = { mailbox: null, letter: null, folder: { received: [], sent: [] } };

async function ask(path, body) {
  const options = { headers: { Accept: 'application/json' } };
  if (body !== undefined) {
    const session = await (await fetch('/api/session', options)).json();
    options.method = 'POST';
    options.headers[session.csrf.header] = session.csrf.token;
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const answer = await fetch(path, options);
  if (answer.status === 401 || answer.redirected) {
    location.reload();
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail || 'Сервер ответил кодом ' + answer.status);
  }
  return answer.status === 204 ? null : answer.json();
}

function item(title, details, current, choose) {
  const li = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = title;
  if (current) {
    button.setAttribute('aria-current', 'true');
  }
  for (const detail of details.filter(Boolean)) {
    const small = document.createElement('small');
    small.textContent = detail;
    button.append(small);
  }
  button.addEventListener('click', choose);
  li.append(button);
  return li;
}

function options(select, values) {
  select.replaceChildren(...values.map(([value, label]) => new Option(label, value)));
}

async function showOverview() {
  const overview = await ask('/demo/api/mailboxes');
  const server = overview.server;
  at('imap').textContent = `${server.host}, порт ${server.imapPort}`;
  at('smtp').textContent = `${server.host}, порт ${server.smtpPort}`;
  at('password').textContent = server.password;
  at('refusing').textContent = server.refusingDomain;
  at('login').textContent = overview.mailboxes.length ? overview.mailboxes[0].address : '';
  if (!at('client').length) {
    options(at('client'), overview.clients.map((client) => [client.code, client.title]));
    options(at('charset'), overview.charsets.map((charset) => [charset, charset]));
  }
  if (!shown.mailbox) {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const newest = overview.mailboxes.reduce((best, each) => (best && best.newest >= each.newest ? best : each), null);
    const first = overview.mailboxes.find((mailbox) => mailbox.address === wanted) || newest;
    shown.mailbox = first ? first.address : null;
  }
  at('mailboxes').replaceChildren(...overview.mailboxes.map((mailbox) =>
    item((mailbox.agency || mailbox.address) + (mailbox.letters ? ` · писем: ${mailbox.letters}` : ''),
      [mailbox.person, mailbox.agency ? mailbox.address : ''],
      mailbox.address === shown.mailbox, () => chooseMailbox(mailbox.address))));
}

async function showFolder() {
  if (!shown.mailbox) {
    return;
  }
  const mailbox = shown.mailbox;
  const folder = await ask(`/demo/api/mailboxes/${encodeURIComponent(mailbox)}/letters`);
  if (mailbox !== shown.mailbox) {
    return;
  }
  shown.folder = folder;
  at('mailbox').textContent = mailbox;
  at('empty').hidden = folder.received.length > 0;
  const answered = new Set(folder.sent.map((letter) => letter.inReplyTo));
  at('letters').replaceChildren(...folder.received.map((letter) =>
    item(letter.subject || '(без темы)',
      [when.format(new Date(letter.receivedAt)), answered.has(letter.messageId) ? '✓ отвечено' : ''],
      letter.id === shown.letter, () => chooseLetter(letter.id))));
  showAnswers();
}

function showAnswers() {
  const letter = shown.folder.received.find((each) => each.id === shown.letter);
  const answers = letter ? shown.folder.sent.filter((each) => each.inReplyTo === letter.messageId) : [];
  at('answers').replaceChildren(...answers.map((answer) => {
    const note = document.createElement('p');
    note.className = 'answered';
    note.textContent = `${when.format(new Date(answer.receivedAt))} отправлено: ${answer.subject}`;
    return note;
  }));
}

async function chooseMailbox(address) {
  shown.mailbox = address;
  shown.letter = null;
  history.replaceState(null, '', '#' + encodeURIComponent(address));
  at('letter').hidden = true;
  await refresh();
}

async function chooseLetter(id) {
  shown.letter = id;
  const letter = await ask(`/demo/api/letters/${id}`);
  if (id !== shown.letter) {
    return;
  }
  at('letter').hidden = false;
  at('subject').textContent = letter.subject || '(без темы)';
  at('meta').textContent = `От: ${letter.from}\nКому: ${letter.to}\nОтвет уйдёт на: ${letter.replyTo}\nПолучено: ${when.format(new Date(letter.receivedAt))}`;
  at('text').textContent = letter.text;
  at('html').srcdoc = letter.html || '';
  at('as-html').disabled = !letter.html;
  view(false);
  at('words').value = '';
  say('');
  await showFolder();
}

function view(html) {
  at('html').hidden = !html;
  at('text').hidden = html;
  at('as-html').setAttribute('aria-pressed', String(html));
  at('as-text').setAttribute('aria-pressed', String(!html));
}

function say(words, bad) {
  at('outcome').textContent = words;
  at('outcome').classList.toggle('bad', Boolean(bad));
}

async function send(action, body, done) {
  const buttons = document.querySelectorAll('.buttons button');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await ask(`/demo/api/letters/${shown.letter}/${action}`, body);
    say(done);
    await showFolder();
  } catch (problem) {
    say('Не отправлено: ' + problem.message, true);
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
}

async function refresh() {
  try {
    await showOverview();
    await showFolder();
  } catch (problem) {
    say(problem.message, true);
  }
}

at('as-text').addEventListener('click', () => view(false));
at('as-html').addEventListener('click', () => view(true));
at('reply').addEventListener('submit', (event) => {
  event.preventDefault();
  send('reply', { client: at('client').value, charset: at('charset').value, text: at('words').value }, 'Ответ отправлен.');
});
at('out-of-office').addEventListener('click', () => send('out-of-office', {}, 'Автоответ отправлен.'));
at('bounce').addEventListener('click', () => send('bounce', {}, 'Уведомление о недоставке отправлено.'));
document.querySelectorAll('[data-sample]').forEach((button) =>
  button.addEventListener('click', () => { at('words').value = SAMPLES[button.dataset.sample]; at('words').focus(); }));

refresh();
setInterval(() => { if (!document.hidden) { refresh(); } }, 4000);
