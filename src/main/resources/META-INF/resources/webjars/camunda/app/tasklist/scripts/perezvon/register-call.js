/** «Зарегистрировать звонок»: the first button of the header, straight to the start form of the citizen's question. */
import {session} from './centre.js';
import {language} from './language.js';

const LABELS = {ru: 'Зарегистрировать звонок', kk: 'Қоңырауды тіркеу', en: 'Register a call'};

const REGISTER = ['operator', 'supervisor'];

export default {
  id: 'register-call',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node, _, scope) {
    if (!session?.roles?.some(role => REGISTER.includes(role))) return;
    const button = document.createElement('a');
    button.href = '';
    button.className = 'perezvon-register-call';
    button.title = 'Ctrl+Alt+N';
    button.textContent = LABELS[language];
    const open = () => scope.$root.$evalAsync(() => {
      const $location = window.angular.element(document.documentElement).injector().get('$location');
      $location.search('follows', null).search('processStart', 'citizen-question');
    });
    button.addEventListener('click', event => {
      event.preventDefault();
      open();
    });
    scope.$on('shortcut:registerCall', open);
    node.append(button);
  },
};
