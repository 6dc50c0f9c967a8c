package org.perezvon.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Passwords for everybody in the demo, whatever of it is embedded. */
@Configuration(proxyBeanMethods = false)
@Profile(DemoActivation.PROFILE)
class DemoPasswordsConfiguration {

    @Bean
    DemoPasswords demoPasswords(DemoProperties properties) {
        List<String> names = new ArrayList<>(DemoStaff.Person.users());
        names.add(DemoPasswords.MAILBOXES);
        return DemoPasswords.keptIn(properties.dataDirectory(), names);
    }
}
