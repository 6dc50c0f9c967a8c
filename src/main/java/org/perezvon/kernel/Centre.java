package org.perezvon.kernel;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The contact centre itself (единый контакт-центр).
 *
 * @param phone the number people call, as printed in letters
 * @param zone in which its operators read a clock
 */
@ConfigurationProperties("perezvon.centre")
public record Centre(String name, String phone, ZoneId zone) {}
