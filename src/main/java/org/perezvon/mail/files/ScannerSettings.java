package org.perezvon.mail.files;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who scans files for malicious programs.
 *
 * @param address where ClamAV's {@code clamd} listens: {@code host:3310}, or the path of its socket,
 *     {@code /run/clamav/clamd.ctl}; empty: nobody scans
 * @param patience how long one file may take
 */
@Validated
@ConfigurationProperties("perezvon.mail.scanner")
record ScannerSettings(
        @NotNull @DefaultValue("") String address,
        @NotNull @DefaultValue("60s") Duration patience) {}
