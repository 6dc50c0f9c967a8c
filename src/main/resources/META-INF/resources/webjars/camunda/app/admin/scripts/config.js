// The shipped locales of this application are English and German only; its dates and its name are ours.
export default {
  app: {vendor: 'Перезвон ·', name: 'Администрирование'},
  locales: {availableLocales: ['en'], fallbackLocale: 'en'},
  dateFormat: {normal: 'DD.MM.YYYY HH:mm:ss', long: 'dddd, DD.MM.YYYY HH:mm:ss', short: 'DD.MM.YYYY'},
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/perezvon/webapp'],
};
