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

  /** The value of an <input type="datetime-local">. */
  toInput(instant) {
    const at = this.read(instant);
    return `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`;
  }

  /** The instant at which this clock shows what the input says; null for an empty input. */
  fromInput(value) {
    if (!value) return null;
    const asIfUtc = Date.parse(value + 'Z');
    const guess = asIfUtc - this.minutesEastOfGreenwich(asIfUtc) * 60_000;
    return new Date(asIfUtc - this.minutesEastOfGreenwich(guess) * 60_000);
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
