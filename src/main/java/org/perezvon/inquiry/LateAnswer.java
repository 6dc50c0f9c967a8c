package org.perezvon.inquiry;

import org.perezvon.kernel.RegistrationNumber;

/** The fact that an agency has answered after its inquiry had ended. Published in the transaction that keeps the answer. */
public record LateAnswer(RegistrationNumber questionNumber, InquiryId inquiryId, long mailId) {}
