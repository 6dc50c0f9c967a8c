/**
 * What all four web applications get from us: the centre's clock, our header, our footer. Loaded by `customScripts` of
 * each config.js, after the application's modules are defined and before they start, so their parts can be decorated.
 */
import {clock, session, site} from './centre.js';
import {language, languages, speak} from './language.js';

const app = document.querySelector('base').getAttribute('app-name');

const administrator = session?.roles?.includes('administrator') ?? false;
const supervisor = session?.roles?.includes('supervisor') ?? false;
const worker = administrator || supervisor || (session?.roles?.includes('operator') ?? false);

/** Cockpit and Admin ship no Russian, and we have none for them. */
const translated = ['tasklist', 'welcome'].includes(app);

document.documentElement.lang = translated ? language : 'en';
document.documentElement.dataset.roles = session?.roles?.join(' ') ?? '';
document.querySelector('link[rel~=icon]')?.setAttribute('href', `${site}/camunda/assets/perezvon/logo.svg`);

let dates;
if (translated) {
  const {labels, dateLocales} = await localeOf(language);
  dates = dateLocales;
  // The application fetches its labels while it already draws: what is drawn first would show bare keys.
  window.angular.module('pascalprecht.translate').config(['$translateProvider', translations => {
    translations.translations(language, labels ?? {});
  }]);
}

window.angular.module(`cam.${app}.custom`).config(['$provide', $provide => {
  $provide.decorator('camDateFilter', ['$delegate', '$injector', inTheCentresZone]);
  $provide.decorator('dateFilter', ['$delegate', givenTheCentresOffset]);
  $provide.decorator('camWidgetHeaderDirective', ['$delegate', withTranslatedApplications]);
  $provide.decorator('camWidgetFooterDirective', ['$delegate', withClockAndLanguages]);
}]).run(['$rootScope', throughTheFrontDoor]).run(['$rootScope', '$injector', datesInOneLanguage]);

/** Nothing rather than an error: a script that fails here would keep the whole application from starting. */
async function localeOf(chosen) {
  try {
    const answer = await fetch(`${site}/camunda/app/${app}/locales/${chosen}.json`);
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

/** `camDate` shows the browser's zone; an operator's deadline is a deadline in the centre's zone. */
function inTheCentresZone(camDate, $injector) {
  if (!$injector.has('moment') || !$injector.has('camDateFormat')) return camDate;
  const moment = $injector.get('moment');
  const format = $injector.get('camDateFormat');
  return (value, name) => {
    const instant = value ? moment(value) : null;
    if (!instant?.isValid()) return camDate(value, name);
    return instant.utcOffset(clock.minutesEastOfGreenwich(instant.valueOf())).format(format(name));
  };
}

/** Angular's own `date` filter: instants from the server come as text; Date objects belong to the date picker. */
function givenTheCentresOffset(date) {
  return (value, format, zone) => {
    if (typeof value !== 'string' || zone || Number.isNaN(Date.parse(value))) return date(value, format, zone);
    const minutes = clock.minutesEastOfGreenwich(value);
    const sign = minutes < 0 ? '-' : '+';
    const digits = part => String(Math.trunc(Math.abs(part))).padStart(2, '0');
    return date(value, format, sign + digits(minutes / 60) + digits(minutes % 60));
  };
}

/** The list of applications has English names built in; the locales have translated ones. */
function withTranslatedApplications(directives) {
  const header = directives[0];
  header.template = header.template.replace('{{ app.label }}', "{{ (appName | uppercase) + '_APP' | translate }}");
  return directives;
}

function withClockAndLanguages(directives) {
  const footer = directives[0];
  footer.template = `
    <div class="container-fluid perezvon-footer">
      <span>{{ 'CAM_WIDGET_FOOTER_TIMEZONE' | translate }} <b>{{ zone }}</b></span>
      <span ng-if="worker"><a ng-href="{{ site }}/questions">Обращения</a></span>
      <span><a ng-href="{{ site }}/knowledge">Информационная база</a></span>
      <span ng-if="administrator || supervisor"><a ng-href="{{ site }}/violations">Нарушения</a></span>
      <span ng-if="administrator"><a ng-href="{{ site }}/calendars">Производственные календари</a></span>
      <span ng-if="administrator"><a ng-href="{{ site }}/directory">Справочник</a></span>
      <span ng-if="administrator"><a ng-href="{{ site }}/mail">Почта</a></span>
      <span class="perezvon-languages" ng-if="translated">
        <button type="button" class="btn-link" ng-repeat="(code, name) in languages" ng-click="speak(code)"
                lang="{{ code }}" aria-pressed="{{ code === language }}">{{ name }}</button>
      </span>
      <span>Перезвон · Camunda <span class="version">{{ version }}</span></span>
    </div>`;
  footer.link = undefined;
  footer.compile = () => scope => Object.assign(scope, {zone: clock.name(), languages, language, speak, translated, site, worker, administrator, supervisor});
  return directives;
}

/** The labels are here before the application asks for them, so it never learns how this language tells «через 13 часов». */
function datesInOneLanguage($rootScope, $injector) {
  if (!dates || !$injector.has('moment')) return;
  const moment = $injector.get('moment');
  if (!moment.locales().includes(language)) moment.defineLocale(language, dates);
  const tell = () => $injector.has('amMoment') ? $injector.get('amMoment').changeLocale(language) : moment.locale(language);
  tell();
  // Loading the fallback changes it again.
  for (const event of ['$translateLoadingSuccess', '$translateChangeSuccess']) $rootScope.$on(event, tell);
}

/** Who is no longer logged in meets the login page of the house, not Camunda's own form, which nobody answers. */
function throughTheFrontDoor($rootScope) {
  if (session) $rootScope.$on('authentication.login.required', () => location.reload());
}
