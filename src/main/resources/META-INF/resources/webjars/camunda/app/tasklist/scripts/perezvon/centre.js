import {WallClock} from './zone.js';

/** The zone of the centre until the server names another one in /api/session. */
const DEFAULT_ZONE = 'Asia/Irkutsk';

const webapps = document.querySelector('base').getAttribute('app-root');

/** Where our own addresses begin: "" or the prefix the whole site lives under. */
export const site = webapps.replace(/\/[^/]*$/, '');

/** Who works here; null on the login page, or when the server does not answer (the pages must still come up). */
export let session = await askWhoWorksHere();

/** The clock on the centre's wall. */
export const clock = new WallClock(session?.zone ?? DEFAULT_ZONE);

/** A refusal in the server's own words: `detail` for people, `errors` beside their fields. */
export class Problem extends Error {
  constructor(status, detail, errors = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

export function get(path) {
  return call('GET', path);
}

/** @param body an object, sent as JSON, or a file, sent as it is */
export function post(path, body, headers = {}) {
  return write('POST', path, body, headers);
}

export function put(path, body) {
  return write('PUT', path, body);
}

export function remove(path) {
  return write('DELETE', path);
}

async function write(method, path, body, headers) {
  try {
    return await call(method, path, body, headers);
  } catch (problem) {
    if (problem.status !== 403) throw problem;
    // The token changes with every login, and people log in again in a neighbouring window: one fresh token, one more try.
    const before = session?.csrf?.token;
    session = await askWhoWorksHere();
    if (session?.csrf?.token === before) throw problem;
    return call(method, path, body, headers);
  }
}

async function call(method, path, body, headers = {}) {
  const request = {method, headers: {Accept: 'application/json', ...headers}, credentials: 'same-origin'};
  if (body !== undefined) {
    const file = body instanceof Blob;
    request.headers['Content-Type'] = file ? 'application/octet-stream' : 'application/json';
    request.body = file ? body : JSON.stringify(body);
  }
  if (method !== 'GET' && session?.csrf) request.headers[session.csrf.header] = session.csrf.token;

  let response;
  try {
    response = await fetch(site + path, request);
  } catch {
    throw new Problem(0, 'Сервер не отвечает. Проверьте связь и повторите: введённое не потеряно.');
  }
  const answer = await read(response);
  if (response.ok && !response.redirected) return answer;
  throw refusal(response, answer);
}

async function read(response) {
  const kind = response.headers.get('Content-Type') ?? '';
  if (response.status === 204 || !kind.includes('json')) return null;
  return response.json();
}

function refusal(response, answer) {
  if (response.status === 401 || response.redirected) {
    return new Problem(401, 'Сеанс истёк. Войдите в соседней вкладке и повторите: введённое не потеряно.');
  }
  const detail = answer?.detail ?? `Сервер ответил кодом ${response.status}. Повторите через минуту или сообщите администратору.`;
  return new Problem(response.status, detail, answer?.errors ?? []);
}

async function askWhoWorksHere() {
  try {
    const response = await fetch(site + '/api/session', {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
    return response.ok && !response.redirected ? await response.json() : null;
  } catch {
    return null;
  }
}
