/**
 * Which agencies are proposed for what an operator is writing down, and why, and where the call should be transferred
 * (I-12). The operator decides: nothing is chosen by itself.
 */
import {post} from './centre.js';
import {el, icon} from './elements.js';

const SHORTEST = 5;

/**
 * @param proposals element for the proposed agencies
 * @param transfers element for «Переведите звонок»
 * @param isChosen whether an agency is chosen already, by its code
 * @param choose told the code of the agency the operator takes
 * @param transfer told the place and the clause when the operator transfers the call; may wait for the server
 */
export function competence({proposals, transfers, isChosen, choose, transfer}) {
  let asked = 0;
  let proposed = [];

  async function ask(text) {
    const mine = ++asked;
    if (text.trim().length < SHORTEST) return settle([]);
    try {
      const found = await post('/api/competence', {text});
      if (mine === asked) settle(found);
    } catch {
      if (mine === asked) settle([]); // the list of all agencies is still there
    }
  }

  function settle(found) {
    proposed = found;
    show();
  }

  function show() {
    const open = proposed.filter(proposal => !isChosen(proposal.agency.code));
    proposals.hidden = !open.length;
    proposals.replaceChildren(...open.map((proposal, i) => el('button', {
      type: 'button', class: 'pz-proposal', title: `Alt+${i + 1}`, onclick: () => choose(proposal.agency.code),
    },
      el('b', {}, icon('plus'), ' ', proposal.agency.shortName),
      el('span', {class: 'pz-muted'}, proposal.reasons.join(' · ')),
      !proposal.agency.answersToday && el('span', {class: 'pz-warning'}, icon('alert'), ' сегодня некому ответить'))));
    const wanted = proposed.find(proposal => proposal.transfer?.must && proposal.transfer.now)
      ?? proposed.find(proposal => proposal.transfer?.must) ?? proposed.find(proposal => proposal.transfer?.now);
    transfers.hidden = !wanted;
    transfers.replaceChildren(...(wanted ? [panel(wanted)] : []));
  }

  function panel({agency, transfer: told}) {
    const places = told.places.filter(place => place.atWork);
    return el('div', {},
      el('p', {}, el('b', {}, told.inWords), ` · ${agency.shortName} `, el('span', {class: 'pz-muted'}, told.clause)),
      places.map(place => el('div', {class: 'pz-place'},
        el('span', {}, el('b', {class: 'pz-phone'}, place.phone), ` ${place.name} `, el('span', {class: 'pz-muted'}, place.hours)),
        el('button', {type: 'button', class: told.must ? 'btn btn-success' : 'btn btn-default', 'data-transfer-to': place.code,
          onclick: event => transferTo(event.currentTarget, place)}, icon('share-alt'), ' Перевожу звонок'))));
  }

  async function transferTo(button, place) {
    button.disabled = true;
    try {
      await transfer(place);
    } finally {
      button.disabled = false;
    }
  }

  /** Alt and a digit take the proposal with this number. */
  function onkey(event) {
    const digit = /^Digit([1-6])$/.exec(event.code);
    if (!event.altKey || !digit || proposals.hidden) return;
    event.preventDefault();
    proposals.children[Number(digit[1]) - 1]?.click();
  }

  return {ask, show, onkey};
}
