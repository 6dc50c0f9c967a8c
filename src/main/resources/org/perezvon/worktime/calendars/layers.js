/** Whose calendar is whose: countries, regions, and agencies with days of their own (`own:mfc`). */

const OWN = 'own:';

export function isOwn(layer) {
  return layer.startsWith(OWN);
}

export function isRegion(layer) {
  return !isOwn(layer) && layer.includes('-');
}

export function agencyOf(layer) {
  return layer.slice(OWN.length);
}

/** "Календарь Иркутской области", "Собственные дни: Минздрав" */
export function named(layer, title, agencies) {
  return isOwn(layer) ? `Собственные дни: ${agencyName(agencyOf(layer), agencies)}` : `Календарь ${title}`;
}

export function agencyName(code, agencies) {
  return agencies.find(agency => agency.code === code)?.shortName ?? code;
}

/** Countries first, each with its regions. */
export function inOrder(layers) {
  return [...layers].sort((a, b) => {
    const home = text => (isOwn(text) ? '~' : text.slice(0, 2) === 'ru' ? '0' : text.slice(0, 2));
    return home(a.layer).localeCompare(home(b.layer)) || a.layer.localeCompare(b.layer);
  });
}
