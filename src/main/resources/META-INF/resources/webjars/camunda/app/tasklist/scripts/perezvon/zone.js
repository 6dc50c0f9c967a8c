/** A wall clock in one time zone: reads an instant as the date and hour there, whatever zone the browser lives in. */
export class WallClock {
  constructor(zone) {
    this.zone = zone;
    this.reader = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** "17.11.2026 10:42" */
  dateAndTime(instant) {
    const at = this.read(instant);
    return `${at.day}.${at.month}.${at.year} ${at.hour}:${at.minute}`;
  }

  /** "17.11.2026 10:42:07": evidence is exact */
  toTheSecond(instant) {
    return `${this.dateAndTime(instant)}:${this.read(instant).second}`;
  }

  /** "17.11.2026" */
  date(instant) {
    const at = this.read(instant);
    return `${at.day}.${at.month}.${at.year}`;
  }

  /** "вторник, 17 ноября, 10:42" */
  inWords(instant) {
    const day = new Intl.DateTimeFormat('ru', {timeZone: this.zone, weekday: 'long', day: 'numeric', month: 'long'});
    const at = this.read(instant);
    return `${day.format(new Date(instant))}, ${at.hour}:${at.minute}`;
  }

  /**
   * The instant a person means by "17.11.2026 10:42", "17.11 10:42" (this year) or "10:42" (today) on this clock; null for
   * an empty text, undefined for one that names no moment. Not <input type="datetime-local">: it speaks the browser's
   * language, and an English browser would ask for 11/17/2026, 10:42 AM.
   */
  parse(text) {
    if (!text.trim()) return null;
    const found = /^\s*(?:(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?[\s,]+(?:в\s+)?)?(\d{1,2})[:.\-](\d{2})\s*$/.exec(text);
    if (!found) return undefined;
    const today = this.read(Date.now());
    const [day, month, year, hour, minute] = found.slice(1).map(part => (part === undefined ? undefined : Number(part)));
    const fullYear = year === undefined ? Number(today.year) : year < 100 ? 2000 + year : year;
    const instant = this.instantAt(fullYear, month ?? Number(today.month), day ?? Number(today.day), hour, minute);
    const shown = this.read(instant); // 31.02 or 25:00 would come out as another moment
    const same = Number(shown.day) === (day ?? Number(today.day)) && Number(shown.hour) === hour && Number(shown.minute) === minute;
    return same ? instant : undefined;
  }

  /** The instant at which this clock shows the given date and time. */
  instantAt(year, month, day, hour, minute) {
    const asIfUtc = Date.UTC(year, month - 1, day, hour, minute);
    const guess = asIfUtc - this.minutesEastOfGreenwich(asIfUtc) * 60_000;
    return new Date(asIfUtc - this.minutesEastOfGreenwich(guess) * 60_000);
  }

  /** The given hour, `days` days after today. */
  daysFromToday(days, hour) {
    const then = this.read(Date.now() + days * 86_400_000);
    return this.instantAt(Number(then.year), Number(then.month), Number(then.day), hour, 0);
  }

  minutesEastOfGreenwich(instant) {
    const at = this.read(instant);
    const asIfUtc = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
    return Math.round((asIfUtc - new Date(instant).getTime()) / 60_000);
  }

  /** "Иркутск (UTC+8)" where the browser knows a Russian name of the place, else the zone's own name. */
  name() {
    const hours = this.minutesEastOfGreenwich(Date.now()) / 60;
    const place = PLACES[this.zone] ?? this.zone;
    return `${place} (UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)})`;
  }

  read(instant) {
    return Object.fromEntries(this.reader.formatToParts(new Date(instant)).map(part => [part.type, part.value]));
  }
}

const PLACES = {
  'Europe/Kaliningrad': 'Калининград',
  'Europe/Moscow': 'Москва',
  'Europe/Samara': 'Самара',
  'Asia/Yekaterinburg': 'Екатеринбург',
  'Asia/Omsk': 'Омск',
  'Asia/Tomsk': 'Томск',
  'Asia/Novosibirsk': 'Новосибирск',
  'Asia/Krasnoyarsk': 'Красноярск',
  'Asia/Irkutsk': 'Иркутск',
  'Asia/Yakutsk': 'Якутск',
  'Asia/Vladivostok': 'Владивосток',
  'Asia/Magadan': 'Магадан',
  'Asia/Kamchatka': 'Камчатка',
  'Asia/Almaty': 'Алматы',
};
