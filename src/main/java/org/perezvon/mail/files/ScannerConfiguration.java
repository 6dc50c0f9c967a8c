package org.perezvon.mail.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who scans, by our settings. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ScannerConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Scanner scanner(ScannerSettings settings) {
        if (settings.address().isBlank()) {
            log.warn("Files that come with mails are not scanned: perezvon.mail.scanner.address is empty");
            return new Scanner.Absent();
        }
        return new Clamd(ClamdAddress.parse(settings.address()), settings.patience());
    }
}
