package org.perezvon.worktime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the facade of this room into the application. */
@Configuration(proxyBeanMethods = false)
class Worktime {

    @Bean
    Deadlines deadlines() {
        return Deadlines.shipped();
    }
}
