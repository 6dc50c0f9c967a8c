package org.perezvon.inquiry;

import org.perezvon.kernel.RegistrationNumber;

/**
 * The fact that an agency has answered when nobody expected anything of it any more. Published inside the transaction that
 * records the answer, the inquiry's row locked; not for the same answer sent again. Whether the citizen can still use it is
 * for whoever listens to find out.
 */
public record LateAnswer(RegistrationNumber questionNumber, InquiryId inquiryId, long mailId) {}
