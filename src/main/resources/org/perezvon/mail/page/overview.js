/** How the mail room fares: what is wrong first, then mailboxes, servers, queues and the test. */
import {clock, counted, el, get, number, post, problemBox} from './house.js';
import {between, doing, lasting} from './words.js';

const LATE = 600;

const BADGES = {
  READ: ['good', 'работает'],
  DOUBTFUL: ['warn', 'проверяется'],
  UNREAD: ['bad', 'не работает'],
};

export async function show() {
  const [room, misread] = await Promise.all([get('/api/mail-room'), get('/api/mail-room/misreadings?limit=1')]);
  return [
    el('h1', {}, 'Почта'),
    room.troubles.length ? troubles(room.troubles) : el('section', {class: 'card all-well', 'aria-label': 'Неполадки'},
      el('p', {style: 'margin: 0'}, el('b', {}, 'Неполадок нет. '), 'Ящики читаются, письма уходят.')),
    mailboxes(room.mailboxes),
    routes(room.routes),
    queues(room),
    test(room.selfTest),
    files(room.files),
    misread.number > 0 && el('p', {'data-misread': ''}, el('a', {href: '#misreadings', 'data-key': 'to-misreadings'}, 'Неверно прочитано'),
      `: ${counted(misread.number, 'письмо', 'письма', 'писем')}, о которых операторы сказали, как правильно.`),
  ];
}

function troubles(open) {
  return el('section', {class: 'card troubles', 'aria-labelledby': 'open-troubles'},
    el('h2', {id: 'open-troubles'}, 'Неполадки'),
    el('ul', {}, open.map(trouble => el('li', {'data-trouble': trouble.kind},
      el('b', {}, trouble.words),
      el('div', {class: 'muted'}, `Замечено ${clock.dateAndTime(trouble.since)}`,
        trouble.seenBy ? `; знает ${trouble.seenBy}${trouble.note ? `: «${trouble.note}»` : ''}` : '; у руководителей есть задача')))));
}

function mailboxes(boxes) {
  return el('section', {class: 'card', 'aria-labelledby': 'mailboxes'},
    el('h2', {id: 'mailboxes'}, 'Ящики'),
    table(['Ящик и папка', 'Состояние', 'Писем в папке', 'Следит узел'], boxes.map(box =>
      el('tr', {'data-mailbox': box.mailbox},
        el('th', {scope: 'row', class: 'subject'}, box.mailbox),
        el('td', {'data-label': 'Состояние'}, state(BADGES[box.state], box.words)),
        el('td', {class: 'figure', 'data-label': 'Писем в папке'}, box.mails === null ? '' : number(box.mails)),
        el('td', {'data-label': 'Следит узел'}, box.watchedBy ?? el('span', {class: 'muted'}, 'никто'))))));
}

function routes(ways) {
  return el('section', {class: 'card', 'aria-labelledby': 'routes'},
    el('h2', {id: 'routes'}, 'Серверы, через которые уходят письма'),
    table(['Сервер', 'Состояние', 'По узлам'], ways.map(way =>
      el('tr', {'data-route': way.route},
        el('th', {scope: 'row'}, way.route),
        el('td', {'data-label': 'Состояние'}, state(way.works ? ['good', 'работает'] : ['bad', 'не работает'], way.words)),
        el('td', {'data-label': 'По узлам'}, way.nodes.length === 0 ? el('span', {class: 'muted'}, 'никто ещё не пробовал')
          : way.nodes.map(node => el('div', {}, `${node.node}: `, node.error ?? 'работает',
            node.error && node.failedAt ? el('span', {class: 'muted'}, ` (${clock.dateAndTime(node.failedAt)})`) : '')))))));
}

function queues({queues: {in: arrived, desk, out, held}, at}) {
  return el('section', {class: 'card', 'aria-labelledby': 'queues'},
    el('h2', {id: 'queues'}, 'Очереди'),
    el('dl', {class: 'tiles queues'},
      tile('in', 'Пришли, ещё не разобраны', arrived, at, true),
      tile('desk', el('a', {href: '#desk', 'data-key': 'to-desk'}, 'Ждут решения человека'), desk, at),
      tile('out', el('a', {href: '#letters', 'data-key': 'to-letters'}, 'Пора отправить'), out, at, true),
      tile('held', el('a', {href: '#letters', 'data-key': 'to-held'}, 'Отложены до срока'), held, at)));
}

function tile(name, title, {number: waiting, oldest}, at, alarming) {
  const longest = oldest ? between(oldest, at) : 0;
  return el('div', {'data-queue': name, class: !waiting ? 'none' : alarming && longest > LATE ? 'late' : null},
    el('dd', {}, number(waiting), waiting > 0 && longest >= 1 && el('small', {}, `первое — ${lasting(longest)}`)),
    el('dt', {}, title));
}

function test(selfTest) {
  const off = selfTest.everySeconds === 0;
  return el('section', {class: 'card', 'aria-labelledby': 'self-test'},
    el('h2', {id: 'self-test'}, 'Проверка почты'),
    el('p', {}, off ? 'Письма самим себе по расписанию выключены (perezvon.mail.watch.self-test).'
      : `Каждые ${lasting(selfTest.everySeconds)} Перезвон отправляет письмо сам себе: если оно возвращается, письма уходят и ответы приходят.`),
    el('p', {'data-self-test': ''}, state(off ? ['warn', 'выключена'] : selfTest.well ? ['good', 'работает'] : ['bad', 'не работает'],
      off && selfTest.last ? selfTest.last.words : selfTest.words)),
    el('div', {class: 'actions'},
      doing(el, problemBox, {label: 'Проверить сейчас', key: 'test-now', send: () => post('/api/mail-room/self-tests')}),
      el('a', {href: '#tests', 'data-key': 'to-tests'}, 'Все проверки')));
}

function files({scanned, well, words}) {
  const badge = !well ? ['bad', 'не работает'] : scanned ? ['good', 'работает'] : ['warn', 'выключена'];
  return el('section', {class: 'card', 'aria-labelledby': 'files'},
    el('h2', {id: 'files'}, 'Проверка файлов'),
    el('p', {'data-files': ''}, state(badge, `Файлы из писем ${words}`)));
}

function state([look, word], words) {
  return el('span', {class: 'state'}, el('span', {class: `badge ${look}`}, word), el('span', {}, words));
}

function table(titles, rows) {
  return el('table', {class: 'rows'},
    el('thead', {}, el('tr', {}, titles.map(title =>
      el('th', {scope: 'col', class: title === 'Писем в папке' ? 'figure' : null}, title)))),
    el('tbody', {}, rows));
}
