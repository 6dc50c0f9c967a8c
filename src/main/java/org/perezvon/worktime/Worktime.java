package org.perezvon.worktime;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the facade of this room into the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorktimeSettings.class)
class Worktime {

    @Bean
    Deadlines deadlines(WorktimeSettings settings) {
        return new Deadlines(Calendars.from(settings.calendars()));
    }
}
