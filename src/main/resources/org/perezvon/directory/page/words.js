/** How the directory names things. */
export const KINDS = {
  REGIONAL: 'региональный орган',
  MUNICIPAL: 'муниципальный орган',
  SUBORDINATE: 'подведомственное учреждение',
  ONE_STOP_SHOP: 'МФЦ',
};

export const ROLES = {
  RESPONSIBLE: 'ответственное лицо',
  SECOND_ADDRESS: 'второй адрес',
  ABSENCE_DEPUTY: 'замещает на время отсутствия',
  DEPUTY: 'заместитель',
};

export const SENDERS = {
  REQUIRE: 'верить только подтверждённым, остальное смотрит человек',
  WARN: 'подделки смотрит человек, о неподтверждённых предупреждать',
  IGNORE: 'не проверять: их сервер настроен плохо',
};

export const DAYS = [
  ['MONDAY', 'пн'], ['TUESDAY', 'вт'], ['WEDNESDAY', 'ср'], ['THURSDAY', 'чт'], ['FRIDAY', 'пт'], ['SATURDAY', 'сб'],
  ['SUNDAY', 'вс'],
];

/** Tells the page that the directory has changed. */
export function changed() {
  dispatchEvent(new Event('directory-changed'));
}

/** "09:00" of "09:00:00" */
export function minutes(time) {
  return time ? time.slice(0, 5) : '';
}

/** What stands between commas, semicolons or on lines of its own. */
export function listed(text) {
  return text.split(/[;\n]/).map(part => part.trim()).filter(Boolean);
}

/** Nothing rather than an empty text. */
export function told(input) {
  return input.value.trim() || undefined;
}
