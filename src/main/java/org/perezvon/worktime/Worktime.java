package org.perezvon.worktime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the calendars that ship with the product into force before anybody asks for a deadline. What has been changed
 * since by a person stays: he is told that the release knows better.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorktimeSettings.class)
@DependsOnDatabaseInitialization
class Worktime implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(Worktime.class);

    private static final String RELEASE = "поставка";

    private final WorkingCalendars calendars;
    private final CalendarDesk desk;
    private final WorktimeSettings settings;

    Worktime(WorkingCalendars calendars, CalendarDesk desk, WorktimeSettings settings) {
        this.calendars = calendars;
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        for (Sheet sheet : calendars.ship(Calendars.from(settings.calendars()), RELEASE)) {
            log.warn("The release brings another calendar than is in force: {}", sheet.name());
            desk.proposeShipped(sheet, RELEASE);
        }
    }
}
