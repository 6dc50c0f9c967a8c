import {language} from '../../tasklist/scripts/perezvon/language.js';

export default {
  app: {vendor: 'Перезвон ·', name: {ru: 'Начало', kk: 'Басты бет', en: 'Start'}[language]},
  locales: {availableLocales: [language], fallbackLocale: language},
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/perezvon/webapp'],
};
