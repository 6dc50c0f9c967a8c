import {language} from './perezvon/language.js';

const keys = {
  ru: {
    registerCall: 'зарегистрировать звонок',
    claimTask: 'взять открытую задачу в работу',
    focusFilter: 'перейти к фильтрам',
    focusList: 'перейти к списку задач',
    focusForm: 'перейти к первому полю формы',
    startProcess: 'начать другой процесс',
  },
  kk: {
    registerCall: 'қоңырауды тіркеу',
    claimTask: 'ашық тапсырманы жұмысқа алу',
    focusFilter: 'сүзгілерге өту',
    focusList: 'тапсырмалар тізіміне өту',
    focusForm: 'пішіннің бірінші өрісіне өту',
    startProcess: 'басқа үдерісті бастау',
  },
  en: {
    registerCall: 'register a call',
    claimTask: 'claim the open task',
    focusFilter: 'go to the filters',
    focusList: 'go to the list of tasks',
    focusForm: 'go to the first field of the form',
    startProcess: 'start another process',
  },
}[language];

export default {
  app: {vendor: 'Перезвон ·', name: {ru: 'Задачи', kk: 'Тапсырмалар', en: 'Tasks'}[language]},
  locales: {availableLocales: [language], fallbackLocale: language},
  dateFormat: {normal: 'DD.MM.YYYY HH:mm', long: 'dddd, DD.MM.YYYY HH:mm', short: 'DD.MM.YYYY'},
  disableWelcomeMessage: true,
  customScripts: ['scripts/perezvon/webapp', 'scripts/perezvon/register-call', 'scripts/perezvon/forms'],
  shortcuts: {
    registerCall: {key: 'ctrl+alt+n', description: keys.registerCall},
    claimTask: {key: 'ctrl+alt+c', description: keys.claimTask},
    focusFilter: {key: 'ctrl+shift+f', description: keys.focusFilter},
    focusList: {key: 'ctrl+alt+l', description: keys.focusList},
    focusForm: {key: 'ctrl+alt+f', description: keys.focusForm},
    startProcess: {key: 'ctrl+alt+p', description: keys.startProcess},
  },
};
