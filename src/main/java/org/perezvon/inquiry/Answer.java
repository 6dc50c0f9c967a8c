package org.perezvon.inquiry;

import java.time.Instant;

/**
 * What an agency answered, said once however often it was sent.
 *
 * @param reply id of the reply that says it
 */
public record Answer(InquiryId inquiry, long reply, long mailId, Instant receivedAt, String text) {}
