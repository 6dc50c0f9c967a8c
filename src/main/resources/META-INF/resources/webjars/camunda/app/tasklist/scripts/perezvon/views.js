/** How an inquiry, its deadline, its letters and the mails that answered it look in every form. */
import {clock, site} from './centre.js';
import {el, icon} from './elements.js';
import {files, page} from './mail-files.js';
import {misreading} from './misreading.js';

const INQUIRY_STATES = {
  PLANNED: ['готовится', 'calm'],
  SENDING: ['отправляется', 'calm'],
  WAITING: ['ждём ответа', 'calm'],
  OVERDUE: ['срок истёк', 'bad'],
  ANSWERED: ['ответ получен', 'good'],
  UNDELIVERABLE: ['письмо не доставлено', 'bad'],
  UNANSWERED: ['ответа нет', 'bad'],
  RETURNED: ['ответ возвращён', 'calm'],
  REFUSED: ['орган отказывается', 'bad'],
  REDIRECTED: ['направлен в другой орган', 'calm'],
  WITHDRAWN: ['отозван', 'calm'],
};

const LETTER_PURPOSES = {
  REQUEST: 'Запрос',
  INFORMATION: 'Запрос сведений',
  DEPUTY: 'Запрос заместителю',
  REMINDER: 'Напоминание',
  OVERDUE: 'О просрочке',
  OVERDUE_HEAD: 'О просрочке, главе органа',
  WAITING_ON: 'Ждём ещё',
  EXTENDED: 'Срок продлён',
  EXTENSION_REFUSED: 'Срок не продлён',
  REASON_MISSING: 'О причине продления',
  CLARIFICATION: 'Ответ на уточнение',
  INSISTED: 'Ответа ждём от вас',
  ANSWER_RETURNED: 'Ответ не по существу',
  WITHDRAWN: 'Отвечать не нужно',
};

/** Why a deadline became another. */
const TERM_CAUSES = {
  CALENDAR: 'Изменился производственный календарь или часы работы органа.',
  EXTENSION: 'Орган попросил больше времени и назвал причины.',
  CLARIFICATION: 'Орган получил ответ на свой вопрос, и срок начался заново.',
};

const LETTER_STATES = {
  WAITING: ['ждёт отправки', 'calm'],
  SENDING: ['отправляется', 'calm'],
  ACCEPTED: ['принято', 'good'],
  REFUSED: ['не принято', 'bad'],
  WITHDRAWN: ['не понадобилось', 'calm'],
};

/** What servers and mail programs reported of a letter later. */
const DELIVERY = {
  DELIVERED: 'доставлено',
  PASSED_ON: 'передано серверу получателя',
  DELAYED: 'доставка задерживается',
  FAILED: 'не доставлено',
  CONFIRMED: 'получение подтверждено',
};

const REPORTS_OF_TROUBLE = ['DELAYED', 'FAILED'];

const MAIL_KINDS = {
  ANSWER: 'Ответ',
  EXTENSION: 'Похоже, просят продлить срок',
  REFUSAL: 'Похоже, отказываются отвечать или называют другой орган',
  CLARIFICATION: 'Похоже, просят уточнить вопрос',
  ACKNOWLEDGEMENT: 'Уведомление о регистрации',
  AUTO_REPLY: 'Автоматический ответ',
  BOUNCE: 'Письмо не доставлено',
  DELAY: 'Доставка задерживается',
  RECEIPT: 'Уведомление о прочтении',
  KNOWLEDGE_UPDATE: 'Похоже, сведения для информационной базы',
  OTHER: 'Письмо',
};

/** The agency, the state and the number of one inquiry, as the heading of what follows. */
export function inquiryHeading(inquiry) {
  return el('header', {class: 'pz-inquiry-heading'},
    el('h4', {}, inquiry.agency.name),
    badge(INQUIRY_STATES[inquiry.state] ?? [inquiry.state, 'calm']),
    el('span', {class: 'pz-muted'}, [`запрос ${inquiry.number}`,
      inquiry.insteadOf && `вместо ${inquiry.insteadOf}`,
      inquiry.incomingNumber && `вх. № органа ${inquiry.incomingNumber}`].filter(Boolean).join(' · ')));
}

/** "Срок ответа 23.11.2026 10:47 · получен 20.11.2026 10:47", with the derivation, and how it moved, one click away. */
export function deadline(inquiry) {
  const times = [
    inquiry.due && ['Ответ нужен до', inquiry.due],
    inquiry.receivedAt && ['запрос получен', inquiry.receivedAt],
    inquiry.maximum && ['не позднее', inquiry.maximum],
  ].filter(Boolean);
  if (!times.length) return null;
  return el('div', {class: 'pz-deadline'},
    el('p', {},
      times.flatMap(([label, instant], i) => [i ? ' · ' : '', `${label} `, el('b', {}, clock.dateAndTime(instant))]),
      inquiry.provisional && el('span', {class: 'pz-muted'}, ' (предварительно: производственный календарь на эти дни ещё не утверждён)')),
    (inquiry.termChanges ?? []).map(termChange),
    (inquiry.explanation || inquiry.derivation?.length) && el('details', {},
      el('summary', {}, 'Почему такой срок?'),
      inquiry.explanation && el('p', {}, inquiry.explanation),
      inquiry.derivation?.length && steps(inquiry.derivation)));
}

/** "Срок пересчитан 20.11.2026 12:03: было 23.11.2026 10:47, стало 24.11.2026 10:47": a calendar or the agency's hours changed. */
function termChange(change) {
  const moved = ([before, after]) => [el('b', {}, clock.dateAndTime(before)), ', стало ', el('b', {}, clock.dateAndTime(after))];
  const due = change.dueBefore !== change.dueAfter && [change.dueBefore, change.dueAfter];
  const maximum = change.maximumBefore !== change.maximumAfter && [change.maximumBefore, change.maximumAfter];
  const words =
    due ? ['Срок пересчитан ', clock.dateAndTime(change.at), ': было ', ...moved(due)]
    : maximum ? ['Предельный срок пересчитан ', clock.dateAndTime(change.at), ': было ', ...moved(maximum)]
    : ['Срок пересчитан ', clock.dateAndTime(change.at), ' и остался прежним'];
  return el('details', {class: 'pz-term-change'},
    el('summary', {}, words),
    el('p', {}, TERM_CAUSES[change.cause] ?? TERM_CAUSES.CALENDAR),
    due && maximum && el('p', {}, 'Не позднее: было ', moved(maximum), '.'),
    el('div', {class: 'pz-both'},
      el('div', {}, el('b', {}, 'Как считали раньше'), steps(change.derivationBefore)),
      el('div', {}, el('b', {}, 'Как считаем теперь'), steps(change.derivationAfter))));
}

function steps(derivation) {
  return el('ol', {}, derivation.map(step => el('li', {}, step)));
}

/** Every letter that went out, with what the agency's mail server said to it. */
export function letters(inquiry) {
  if (!inquiry.letters?.length) return null;
  return el('ul', {class: 'pz-letters'}, inquiry.letters.map(letter => el('li', {},
    icon('envelope'), ' ',
    LETTER_PURPOSES[letter.purpose] ?? letter.purpose, ' → ', el('b', {}, letter.to), ' ',
    badge(LETTER_STATES[letter.state] ?? [letter.state, 'calm']),
    waitsForOpening(letter) && el('span', {class: 'pz-muted'}, ` уйдёт ${clock.dateAndTime(letter.notBefore)}, в рабочее время органа`),
    letter.sentAt && !letter.server && el('span', {class: 'pz-muted'}, ` ${clock.dateAndTime(letter.sentAt)}`),
    letter.sentAt && letter.server && el('div', {class: 'pz-evidence'},
      `принято сервером ${letter.server} ${clock.toTheSecond(letter.sentAt)}: ${letter.serverReply}`),
    letter.reports.map(report),
    letter.waitingBecause && el('div', {class: 'pz-server-said'}, letter.waitingBecause),
    letter.lastError && el('div', {class: 'pz-server-said'}, `Почтовый сервер: ${letter.lastError}`))));
}

/** "доставлено 20.11.2026 10:42:07, сервер mx.minsoc.example: 250 2.0.0 Ok" */
function report(report) {
  const said = [report.server && `сервер ${report.server}`, report.diagnostic || report.status].filter(Boolean).join(': ');
  return el('div', {class: REPORTS_OF_TROUBLE.includes(report.kind) ? 'pz-server-said' : 'pz-evidence'},
    `${DELIVERY[report.kind] ?? report.kind} ${clock.toTheSecond(report.receivedAt)}`, said && `, ${said}`);
}

function waitsForOpening(letter) {
  return letter.state === 'WAITING' && Date.parse(letter.notBefore) > Date.now();
}

export function responsible(person) {
  return person
    ? el('span', {}, person.name, ' · ', el('a', {href: `mailto:${person.email}`}, person.email))
    : el('span', {class: 'pz-warning'}, icon('alert'), ' ответственное лицо не назначено');
}

/** A mail as it was understood; what was left out and the original itself stay one click away. */
export function mail(mail) {
  const text = mail.text?.trim();
  return el('article', {class: 'pz-mail'},
    el('header', {},
      el('b', {}, MAIL_KINDS[mail.kind] ?? 'Письмо'),
      mail.answerInFile && badge(['Ответ во вложении', 'good']),
      el('span', {class: 'pz-muted'}, `${clock.dateAndTime(mail.receivedAt)} · ${mail.from}`),
      mail.repeats > 0 && el('span', {class: 'pz-muted'}, `пришло ещё раз: ${mail.repeats}`),
      mail.original && el('a', {class: 'pz-original', href: site + mail.original, target: '_blank', rel: 'noopener'},
        icon('download-alt'), ' оригинал')),
    doubt(mail.sender),
    mail.answered?.length
      ? answers(mail.answered)
      : el('div', {class: 'pz-mail-text'}, text || 'В письме нет текста: посмотрите вложения и оригинал.'),
    mail.answered?.length > 0 && folded('Всё новое в письме подряд', text),
    files(mail),
    folded('Подпись', mail.signature),
    folded('Приписка о конфиденциальности', mail.disclaimer),
    folded('Цитата нашего письма', mail.quoted),
    page(mail),
    misreading(mail));
}

/** A sender whom our mail server could not prove: nothing to say of a proven one, or where no server checks. */
function doubt(sender) {
  if (!sender?.words || sender.verdict === 'PROVEN') return null;
  return el('p', {class: 'pz-warning'}, icon('alert'), ` ${sender.words}`);
}

/** Answers typed between our lines, each under the line it answers. */
function answers(answered) {
  return el('dl', {class: 'pz-answers'}, answered.flatMap(one => [
    el('dt', {class: 'pz-muted'}, one.question),
    el('dd', {class: 'pz-mail-text'}, one.answer)]));
}

export function badge([words, mood]) {
  return el('span', {class: `pz-badge pz-${mood}`}, words);
}

export function folded(summary, text) {
  return text?.trim()
    ? el('details', {}, el('summary', {}, summary), el('div', {class: 'pz-mail-text pz-muted'}, text.trim()))
    : null;
}
