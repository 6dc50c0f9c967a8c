/**
 * The language of the pages: what the person chose by hand in the footer, else Kazakh for a Kazakh browser, else Russian.
 * The shipped pages would follow the browser alone and greet an operator with an English Windows in English.
 */
export const languages = {ru: 'Русский', kk: 'Қазақша', en: 'English'};

const memory = 'perezvon.language';

export const language = chosen() ?? (navigator.language.startsWith('kk') ? 'kk' : 'ru');

export function speak(other) {
  localStorage.setItem(memory, other);
  location.reload();
}

function chosen() {
  const remembered = localStorage.getItem(memory);
  return remembered in languages ? remembered : null;
}
