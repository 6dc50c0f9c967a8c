package org.perezvon.worktime;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param calendars the folder of calendar files, with its slash: those shipped with the product, or a folder of one's own
 *     such as {@code file:/etc/perezvon/calendars/} when a decree moves days before the next release
 */
@ConfigurationProperties("perezvon.worktime")
@Validated
record WorktimeSettings(
        @DefaultValue("classpath:calendars/") @Pattern(regexp = "(classpath|file):.*/")
        String calendars) {}
