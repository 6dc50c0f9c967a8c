package org.perezvon.inquiry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Times of an inquiry that no calendar decides.
 *
 * @param dispatchLimit from the call until the letter must have left (I-10.1)
 * @param reminderLead how much working time before the deadline the agency is reminded
 */
@ConfigurationProperties("perezvon.inquiry")
record InquirySettings(Duration dispatchLimit, Duration reminderLead) {}
