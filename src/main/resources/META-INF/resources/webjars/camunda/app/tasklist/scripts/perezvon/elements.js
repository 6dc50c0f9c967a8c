/** An element with attributes, listeners (`onclick`) and children; texts stay texts, so data can never become markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** One of Tasklist's own glyphs, for the eye only. */
export function icon(name) {
  return el('span', {class: `glyphicon glyphicon-${name}`, 'aria-hidden': 'true'});
}
